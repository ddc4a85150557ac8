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

/** The language that each letter behind a job number stands for. */
export const JOB_LANGUAGES: Readonly<Record<string, Language>> = {
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
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Pieces of a line that its layout sets apart. */
function columns(text: string): string[] {
  return text.split(/\s{2,}|\t/u).filter((part) => part !== '')
}

/** What kind of page furniture a short text is by its wording alone, or null; `totals` counts how often each total stands behind a page number (`2/13`). */
export function furnitureKind(part: string, totals: ReadonlyMap<string, number>): RemovedKind | null {
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
  /** Index of the line after the title's first. */
  readonly end: number
  /** The title as its first line says it, as its first two, and so on: which lines it is wrapped over is not known yet. */
  readonly keys: readonly string[]
  readonly number: string
}

/** Lines over which a title, or a title running at the head of a page, may be wrapped. */
const TITLE_LINES = 4

/** The resolution's numbered title among the first lines. */
function findTitle(lines: readonly Line[], texts: readonly string[]): Title | null {
  for (let i = 0; i < Math.min(texts.length, 80); i += 1) {
    const match = NUMBERED_TITLE.exec(texts[i] ?? '')
    if (match?.[1] === undefined || match[2] === undefined) continue
    const keys = [key(match[2])]
    for (let k = 1; k < TITLE_LINES && lines[i + k]?.before === 'line'; k += 1)
      keys.push((keys[k - 1] ?? '') + key(texts[i + k] ?? ''))
    return { end: i + 1, keys, number: match[1] }
  }
  return null
}

/** Lines among which a text without a numbered title has its symbol. */
const FIRST_SYMBOL = 400

/** The document's own symbol: the first line that is one above the title, or the part of it that the title's number gives. */
function ownSymbol(texts: readonly string[], title: Title | null): (symbol: string) => boolean {
  const first = texts
    .slice(0, title?.end ?? FIRST_SYMBOL)
    .map(readSymbolLine)
    .find((symbol) => symbol !== null)
  return (symbol) =>
    symbol === first || (title !== null && /\/RES\//u.test(symbol) && symbol.endsWith(`/${title.number}`))
}

/** A line that is the document's symbol, alone or beside its title or a page number. */
function isSymbolHead(text: string, title: Title | null, own: (symbol: string) => boolean): boolean {
  if (text.length > 300) return false
  const symbol = readSymbolLine(text)
  if (symbol !== null) return own(symbol)
  const parts = columns(text)
  if (parts.length < 2) return false
  const symbols = parts.filter((part) => {
    const each = readSymbolLine(part)
    return each !== null && own(each)
  })
  const others = parts.filter((part) => !symbols.includes(part) && !PAGE_OF.test(part) && !JOB.test(part))
  return symbols.length > 0 && others.every((part) => title?.keys.includes(key(part)) === true)
}

/** How many lines from `at` on are the title running at the head of a page: the most that fit, or 0. */
function titleLines(texts: readonly string[], at: number, title: Title): number {
  let joined = ''
  let size = 0
  for (let k = 0; k < TITLE_LINES; k += 1) {
    joined += key(texts[at + k] ?? '')
    if (joined.length >= 4 && title.keys.includes(joined)) size = k + 1
  }
  return size
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
  const title = findTitle(lines, texts)
  const own = ownSymbol(texts, title)
  let seenSymbol = false
  texts.forEach((text, i) => {
    if (kinds[i] !== null || !isSymbolHead(text, title, own)) return
    const first = title === null ? !seenSymbol : i < title.end
    seenSymbol = true
    if (!first) kinds[i] = 'running-head'
  })
  if (title !== null) markRunningTitles(lines, texts, kinds, title)
  markPageCounts(lines, texts, kinds)
  return collect(lines, texts, kinds)
}

/** The title again, at a page's edge: elsewhere it may be the heading of an annex that has the same name. */
function markRunningTitles(
  lines: readonly Line[],
  texts: readonly string[],
  kinds: (RemovedKind | null)[],
  title: Title,
): void {
  const isEdge = (from: number, to: number): boolean =>
    lines[from]?.before === 'page' ||
    lines[to]?.before === 'page' ||
    (kinds[from - 1] ?? null) !== null ||
    (kinds[to] ?? null) !== null
  for (let i = title.end; i < texts.length; i += 1) {
    const size = kinds[i] === null ? titleLines(texts, i, title) : 0
    if (size === 0 || !isEdge(i, i + size)) continue
    kinds.fill('running-head', i, i + size)
  }
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
