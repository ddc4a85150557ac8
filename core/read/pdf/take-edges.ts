import type { Language, Removed, RemovedKind } from '../../model'
import { westernDigits } from '../../text/ordinals'
import { readSymbolLine } from '../../text/read-symbol-line'
import { UNITED_NATIONS } from '../split-page-parts'
import { furnitureKind, JOB_LANGUAGES } from '../take-furniture'
import type { SplitPage } from './arrange-page'
import type { SplitRow } from './find-columns'
import { isBlank } from './make-rows'
import { joinStretches, type Stretch } from './split-row'
import { DRAWN_RULE } from './split-notes'
import { writeRow } from './write-row'

/** A stretch at the head or foot of a page, as far as furniture is told by it. */
interface Edge {
  readonly stretch: Stretch
  readonly text: string
  /** The text with every figure alike, so that page numbers do not tell two heads apart. */
  readonly key: string
  readonly head: boolean
  readonly artifact: boolean
  readonly y: number
}

/** What may be furniture on a page, and what the first page says at large. */
export interface PageEdges {
  readonly page: number
  readonly edges: readonly Edge[]
  /** Letters and figures of the whole page where it is the first; its title runs at the head of the others. */
  readonly words: string
  readonly symbol: string | null
}

/** A page without its furniture. */
export interface WithoutEdges {
  readonly rows: readonly SplitRow[]
  readonly removed: readonly Removed[]
  readonly language: Language | null
}

/** Parts of a page's height in which furniture stands, and the most rows it takes. */
const HEAD = 0.15
const FOOT = 0.86
const MOST_ROWS = 7

/** A title that runs at the head has at least this many letters. */
const SHORTEST_TITLE = 6

function clean(text: string): string {
  return westernDigits(text.replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim()
}

function lettersOf(text: string): string {
  return clean(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What stands at the edges of a page. */
export function findEdges(page: SplitPage): PageEdges {
  const { rows, height, setting } = page
  const write = (stretch: Stretch) => writeRow(stretch.glyphs, setting).text
  const head = rows.filter((row) => (row[0]?.y ?? 0) < HEAD * height).slice(0, MOST_ROWS)
  const foot = rows.filter((row) => (row[0]?.y ?? 0) > FOOT * height).slice(-MOST_ROWS)
  const toEdges = (some: readonly SplitRow[], isHead: boolean) =>
    some.flat().flatMap((stretch): Edge[] => {
      const text = clean(write(stretch))
      if (DRAWN_RULE.test(text)) return []
      const shown = stretch.glyphs.filter((glyph) => !isBlank(glyph))
      const edge = {
        stretch,
        text,
        key: text.replace(/\p{N}+/gu, '#'),
        head: isHead,
        artifact: shown.every(({ artifact }) => artifact),
        y: stretch.y,
      }
      return [edge]
    })
  const first = page.number === 1
  const texts = first ? rows.flat().map(write) : []
  return {
    page: page.number,
    edges: [...toEdges(head, true), ...toEdges(foot, false)],
    words: lettersOf(texts.join('')),
    symbol: texts.map(readSymbolLine).find((symbol) => symbol !== null) ?? null,
  }
}

/** The same words, and the same figures but for the one that is the page's number. */
function isSameText(a: Edge, b: Edge, page: number, other: number): boolean {
  if (a.key !== b.key) return false
  const [before, after] = [a, b].map(({ text }) => (text.match(/\p{N}+/gu) ?? []).map(Number))
  return (
    before?.every((figure, i) => after?.[i] === figure || (figure === page && after?.[i] === other)) === true
  )
}

/** Whether the same stands at the same place of other pages: of one where the file says that it is furniture, else of two, or of half a short text's. */
function isRepeated(edge: Edge, page: number, all: readonly PageEdges[]): boolean {
  if (edge.key === '' || (edge.key === '#' && !edge.artifact)) return false
  const others = all.filter(
    (other) =>
      other.page !== page &&
      other.edges.some(
        (each) =>
          each.head === edge.head &&
          Math.abs(each.y - edge.y) < 8 &&
          isSameText(edge, each, page, other.page),
      ),
  ).length
  return others >= (edge.artifact ? 1 : Math.min(2, Math.max(1, all.length - 1)))
}

function isPageNumber(text: string, page: number, all: readonly PageEdges[]): boolean {
  const figure = Number(/^[-–—]?\s?(\d{1,4})\s?[-–—]?$/u.exec(text)?.[1] ?? NaN)
  if (Number.isNaN(figure)) return false
  if (figure === page) return true
  // A volume counts on from where the last one ended.
  return all.some(
    ({ page: other, edges }) =>
      other !== page &&
      edges.some(
        (edge) =>
          Number(edge.text.replace(/[^\d]/gu, '') || NaN) - other === figure - page &&
          /^[-–—\s\d]+$/u.test(edge.text),
      ),
  )
}

function kindOf(edge: Edge, page: number, pages: number, all: readonly PageEdges[]): RemovedKind | null {
  const totals = new Map([[String(pages), 2]])
  const known = furnitureKind(edge.text, totals)
  if (known !== null) return known
  const parts = edge.text.split(' ')
  if (parts.length > 1 && parts.length <= 4 && parts.every((part) => furnitureKind(part, totals) !== null))
    return 'job-number'
  if (isPageNumber(edge.text, page, all)) return 'page-number'
  if (page === 1) return edge.head && UNITED_NATIONS.has(edge.text.toLowerCase()) ? 'running-head' : null
  const symbol = readSymbolLine(edge.text)
  const repeated = isRepeated(edge, page, all)
  if (symbol !== null && (repeated || all.some((other) => other.symbol === symbol))) return 'running-head'
  return repeated || edge.artifact ? 'running-head' : null
}

/** The title at the head of a page, beside or below what is furniture already: its letters stand on the first page. */
function findRunningTitle(
  edges: readonly Edge[],
  kinds: ReadonlyMap<Stretch, RemovedKind>,
  words: string,
): Edge[] {
  const heads = edges.filter(({ head }) => head)
  const known = heads.filter(({ stretch }) => kinds.has(stretch))
  const [anchor] = known
  if (anchor === undefined) return []
  const title: Edge[] = []
  let letters = ''
  for (const edge of heads) {
    if (kinds.has(edge.stretch)) continue
    const reach = Math.max(anchor.y, ...title.map(({ y }) => y))
    if (edge.y - reach > 2 * edge.stretch.size) break
    const longer = letters + lettersOf(edge.text)
    if (!words.includes(longer)) break
    letters = longer
    title.push(edge)
  }
  return letters.length >= SHORTEST_TITLE ? title : []
}

/**
 * Takes back what is furniture only because it is repeated, where it stands on one row with text or nearer to the page's middle than a row of text: words of a text may meet so by chance.
 */
function keepText(rows: readonly SplitRow[], kinds: Map<Stretch, RemovedKind>, edges: readonly Edge[]): void {
  const marked = new Set(edges.filter(({ artifact }) => artifact).map(({ stretch }) => stretch))
  const walk = (ordered: readonly SplitRow[], head: boolean) => {
    const own = new Set(edges.filter((edge) => edge.head === head).map(({ stretch }) => stretch))
    let text = false
    for (const row of ordered) {
      if (!row.some((stretch) => own.has(stretch))) break
      text ||= row.some((stretch) => !kinds.has(stretch))
      if (!text) continue
      for (const stretch of row)
        if (kinds.get(stretch) === 'running-head' && !marked.has(stretch)) kinds.delete(stretch)
    }
  }
  walk(rows, true)
  walk([...rows].reverse(), false)
}

/**
 * Takes a page's furniture out of its rows: page and job numbers, barcodes, what the file marks as such, and what stands at the same place of other pages, with the title that runs beside it. `all`
 * are the edges of the pages before and some behind. The first page keeps its symbol and title.
 */
export function takeEdges(page: SplitPage, all: readonly PageEdges[], pages: number): WithoutEdges {
  const own = all.find((each) => each.page === page.number)
  const words = all.find(({ words: each }) => each !== '')?.words ?? ''
  const kinds = new Map<Stretch, RemovedKind>()
  const texts = new Map<Stretch, string>()
  for (const edge of own?.edges ?? []) {
    const kind = kindOf(edge, page.number, pages, all)
    if (kind !== null) kinds.set(edge.stretch, kind)
    texts.set(edge.stretch, edge.text)
  }
  if (page.number > 1)
    for (const { stretch } of findRunningTitle(own?.edges ?? [], kinds, words))
      kinds.set(stretch, 'running-head')
  if (page.number > 1) keepText(page.rows, kinds, own?.edges ?? [])
  if (kinds.size === 0) return { rows: page.rows, removed: [], language: null }
  const removed: Removed[] = []
  let language: Language | null = null
  const rows = page.rows.map((row) => {
    const out = row.filter((stretch) => kinds.has(stretch))
    for (const stretch of out)
      removed.push({ kind: kinds.get(stretch) ?? 'running-head', text: texts.get(stretch) ?? '' })
    if (out.length > 0) {
      const line = clean(writeRow(joinStretches(out).glyphs, page.setting).text)
      const letter = /\d{2}-\d{5}.{0,3}\(([ACEFRS])\)/u.exec(line)?.[1]
      language ??= letter === undefined ? null : (JOB_LANGUAGES[letter] ?? null)
    }
    return row.filter((stretch) => !kinds.has(stretch))
  })
  return { rows: rows.filter((row) => row.length > 0), removed, language }
}
