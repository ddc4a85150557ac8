import type { Language, Removed, RemovedKind } from '../model'
import { westernDigits } from '../text/ordinals'
import { readSymbolLine } from '../text/read-symbol-line'
import type { Line } from './split-lines'

/** Lines without page furniture, what was taken out, and the language that the job number's letter tells. */
export interface WithoutFurniture {
  readonly lines: readonly Line[]
  readonly removed: readonly Removed[]
  readonly language: Language | null
}

const JOB_LANGUAGES: Readonly<Record<string, Language>> = {
  A: 'ar',
  C: 'zh',
  E: 'en',
  F: 'fr',
  R: 'ru',
  S: 'es',
}

const JOB = /^(?:[A-Z]{1,4}\.?\s?)?\d{2}-\d{5}(?:\s*\(([ACEFRS])\))?\*?$/u
const JOB_LETTER = /^\(([ACEFRS])\)$/u
const BARCODE = /^\\?\*\s?\d{6,8}[A-Z]?\s?\\?\*$/u
const SIX_DIGIT_DATE = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}$/u
const PAGE_OF = /^(\d{1,3})\s?\/\s?(\d{1,3})$/u
const PAGE_WORDS =
  /^(?:[-–—]\s?\d{1,3}\s?[-–—]|(?:page|página|pág\.|страница|стр\.|صفحة|الصفحة)\s?\d{1,3}(?:\s?(?:\/|of|sur|de|из|من)\s?\d{1,3})?|第\s?\d{1,3}\s?页(?:[,，\s]*共\s?\d{1,3}\s?页)?)$/iu
const RECYCLE =
  /^(?:please recycle|merci de recycler|veuillez recycler|se ruega reciclar|просьба отправить на вторичную переработку|请回收|الرجاء إعادة استعمال الورق|يرجى إعادة (?:استعمال|تدوير) الورق)[\s\p{So}\p{Co}]*$/iu
const NUMBERED_TITLE = /^[*_#\s]*((?:[A-Z]{1,2}-)?\d{1,2}\/\d{1,3})(?:\s?[A-Z])?[*_]*\s?[.\-–—．]\s*(\S.*)$/u

function clean(text: string): string {
  return westernDigits(text.replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/gu, '')).trim()
}

/** The letters and figures of a text alone, so that a title set in capitals or wrapped otherwise is the same. */
function key(text: string): string {
  return clean(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Pieces of a line that its layout sets apart. */
function columns(text: string): string[] {
  return text.split(/\s{2,}|\t/u).filter((part) => part !== '')
}

function furnitureKind(part: string, totals: ReadonlyMap<string, number>): RemovedKind | null {
  if (JOB.test(part) || JOB_LETTER.test(part) || SIX_DIGIT_DATE.test(part) || RECYCLE.test(part))
    return 'job-number'
  if (BARCODE.test(part)) return 'barcode'
  if (PAGE_WORDS.test(part)) return 'page-number'
  const page = PAGE_OF.exec(part)
  if (page === null || page[1] === undefined || page[2] === undefined) return null
  // `31/39` could be a resolution's number; a page number is not above its total, and most totals are small or seen again.
  const total = Number(page[2])
  if (Number(page[1]) < 1 || Number(page[1]) > total) return null
  return total <= 60 || (totals.get(page[2]) ?? 0) > 1 ? 'page-number' : null
}

/** A line that is furniture from end to end: the kinds of its parts, or null. */
function lineKind(text: string, totals: ReadonlyMap<string, number>): RemovedKind | null {
  if (text.length > 200) return null
  const whole = furnitureKind(text, totals)
  if (whole !== null) return whole
  const parts = text
    .replace(/(\d{2}-\d{5})\s+(\([ACEFRS]\))/u, '$1$2')
    .split(/\s+/u)
    .map((part) => furnitureKind(part, totals))
  if (parts.length < 2 || parts.includes(null)) return null
  return parts.includes('job-number') ? 'job-number' : (parts[0] ?? null)
}

interface Title {
  /** Index of the line after the title. */
  readonly end: number
  readonly key: string
  readonly symbolTail: string
}

/** The resolution's numbered title among the first lines, with the lines it is wrapped over left to `isRunningHead`. */
function findTitle(texts: readonly string[]): Title | null {
  for (let i = 0; i < Math.min(texts.length, 80); i += 1) {
    const match = NUMBERED_TITLE.exec(texts[i] ?? '')
    if (match?.[1] !== undefined && match[2] !== undefined)
      return { end: i + 1, key: key(match[2]), symbolTail: match[1] }
  }
  return null
}

/** The document's own symbol: the first line that is one, or the part of it that the title's number gives. */
function ownSymbol(texts: readonly string[], title: Title | null): (symbol: string) => boolean {
  const first = texts
    .slice(0, 400)
    .map(readSymbolLine)
    .find((symbol) => symbol !== null)
  return (symbol) =>
    symbol === first || (title !== null && /\/RES\//u.test(symbol) && symbol.endsWith(`/${title.symbolTail}`))
}

function isRunningHead(
  text: string,
  title: Title | null,
  own: (symbol: string) => boolean,
): 'sure' | 'at-edge' | null {
  if (text.length > 300) return null
  const symbol = readSymbolLine(text)
  if (symbol !== null) return own(symbol) ? 'sure' : null
  const inner = title?.key ?? ''
  if (inner.length >= 4 && key(text) === inner) return 'at-edge'
  const parts = columns(text)
  if (parts.length < 2) return null
  const heads = parts.map((part) => {
    const symbolPart = readSymbolLine(part)
    if (symbolPart !== null) return own(symbolPart) ? 'symbol' : 'no'
    return inner.length >= 4 && key(part) === inner
      ? 'title'
      : PAGE_OF.test(part) || JOB.test(part)
        ? 'page'
        : 'no'
  })
  return heads.includes('no') || !heads.includes('symbol') ? null : 'sure'
}

/** Two or three lines at a page's edge over which the running title is wrapped: how many, or 0. */
function wrappedHead(texts: readonly string[], at: number, title: Title | null): number {
  if (title === null) return 0
  let joined = ''
  for (let size = 1; size <= 3; size += 1) {
    joined += key(texts[at + size - 1] ?? '')
    if (joined === title.key) return size
    if (!title.key.startsWith(joined)) return 0
  }
  return 0
}

function pageTotals(texts: readonly string[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const text of texts) {
    const total = PAGE_OF.exec(text)?.[2]
    if (total !== undefined) totals.set(total, (totals.get(total) ?? 0) + 1)
  }
  return totals
}

/**
 * Takes page furniture out of a text's lines: page numbers, job numbers with their date, barcodes, and the symbol and title repeated at
 * the head of a page. The line after a piece of furniture begins a page. The document's own first symbol line stays.
 */
export function takeFurniture(lines: readonly Line[]): WithoutFurniture {
  const texts = lines.map((line) => clean(line.raw))
  const totals = pageTotals(texts)
  const kinds: (RemovedKind | null)[] = texts.map((text) => lineKind(text, totals))
  const title = findTitle(texts)
  const own = ownSymbol(texts, title)
  let seenSymbol = false
  const edges: number[] = []
  texts.forEach((text, i) => {
    if (kinds[i] !== null) return
    const head = isRunningHead(text, title, own)
    const early = title === null ? !seenSymbol : i < title.end
    if (head === 'sure' && !early) kinds[i] = 'running-head'
    else if (head === 'at-edge' && i >= (title?.end ?? 0)) edges.push(i)
    if (head === 'sure') seenSymbol = true
  })
  const atEdge = (i: number): boolean =>
    lines[i]?.before === 'page' ||
    lines[i + 1]?.before === 'page' ||
    (kinds[i - 1] ?? null) !== null ||
    (kinds[i + 1] ?? null) !== null
  for (const i of edges) if (atEdge(i)) kinds[i] = 'running-head'
  for (let i = title?.end ?? texts.length; i < texts.length; i += 1) {
    if (kinds[i] !== null || !(lines[i]?.before === 'page' || (kinds[i - 1] ?? null) !== null)) continue
    const size = wrappedHead(texts, i, title)
    for (let k = 0; k < size; k += 1) kinds[i + k] = 'running-head'
  }
  markPageCounts(lines, texts, kinds)
  return collect(lines, texts, kinds)
}

/** A bare figure at a page's edge is a page number where it is the number of that page; elsewhere it may be a footnote mark. */
function markPageCounts(
  lines: readonly Line[],
  texts: readonly string[],
  kinds: (RemovedKind | null)[],
): void {
  let page = 1
  lines.forEach((line, i) => {
    if (i > 0 && line.before === 'page') page += 1
    if (kinds[i] !== null || !/^\d{1,3}$/u.test(texts[i] ?? '')) return
    const last = lines[i + 1] === undefined || lines[i + 1]?.before === 'page'
    if (
      (last && Number(texts[i]) === page) ||
      (line.before === 'page' && i > 0 && last && Number(texts[i]) === page - 1)
    )
      kinds[i] = 'page-number'
  })
}

function collect(
  lines: readonly Line[],
  texts: readonly string[],
  kinds: readonly (RemovedKind | null)[],
): WithoutFurniture {
  const kept: Line[] = []
  const removed: Removed[] = []
  let language: Language | null = null
  let cut = false
  lines.forEach((line, i) => {
    const kind = kinds[i] ?? null
    if (kind !== null) {
      removed.push({ kind, text: line.raw.trim() })
      const letter = /\d{2}-\d{5}\s*\(([ACEFRS])\)/u.exec(texts[i] ?? '')?.[1]
      language ??= letter === undefined ? null : (JOB_LANGUAGES[letter] ?? null)
      cut = true
    } else {
      const before = kept.length === 0 ? 'none' : cut ? 'page' : line.before
      kept.push({ raw: line.raw, before })
      cut = false
    }
  })
  return { lines: kept, removed, language }
}
