import type { Repair } from '../../model'
import { findColumns, type SplitRow } from './find-columns'
import { findTables } from './find-tables'
import type { Line, LineCell } from './line'
import { isBlank, makeRows, type Row, type RowGlyph } from './make-rows'
import { bracketBalance } from './order-letters'
import type { Glyph, PdfPage, Rule } from './page'
import { joinStretches, isLabelText, splitRow, type Stretch } from './split-row'
import { writeRow, type Setting } from './write-row'

/** A page in rows and stretches, before its furniture is known. Places run from the side at which reading begins. */
export interface SplitPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly setting: Setting
  readonly rows: readonly SplitRow[]
  readonly rules: readonly Rule[]
  readonly turned: readonly (readonly Glyph[])[]
}

/** A page's lines in reading order, and what was mended in them. */
export interface ArrangedPage {
  readonly lines: readonly Line[]
  readonly repairs: readonly Repair[]
}

/** Numbers of columns, tables and tagged paragraphs that a document has had so far. */
export interface Counts {
  readonly flows: number
  readonly tables: number
  readonly tags: number
  /** Where the last columns were apart, or null. */
  readonly gutter: number | null
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const LETTER = /\p{L}/u

/** Sets of words one space apart are enough to show that a file sets spaces as characters: one in this many letters. */
const LETTERS_A_SPACE = 25

/** Chinese sets few spaces: where there are more than one in this many characters, the program that made the file put them in. */
const HAN = /\p{Script=Han}/u
const HAN_A_SPACE = 5

function isRightToLeft(glyphs: readonly Glyph[]): boolean {
  let right = 0
  let letters = 0
  for (const { text } of glyphs) {
    if (!LETTER.test(text)) continue
    letters += 1
    if (RIGHT_TO_LEFT.test(text)) right += 1
  }
  return right > letters * 0.4
}

function mirrorPage(glyphs: readonly Glyph[], width: number): Glyph[] {
  return glyphs.map((glyph) => ({ ...glyph, x0: width - glyph.x1, x1: width - glyph.x0 }))
}

/** Whether brackets come as they look: then most of them close what was opened before, on their row or one above, once they are turned with it. */
function bracketsLook(rows: readonly Row[], setting: Setting): boolean {
  const withBrackets = rows.filter(({ glyphs }) => glyphs.some(({ text }) => /[()[\]«»]/u.test(text)))
  const balance = (mirrored: boolean) =>
    bracketBalance(
      withBrackets.map(({ glyphs }) => writeRow(glyphs, { ...setting, mirrored }).text).join('\n'),
    )
  return balance(true) >= balance(false)
}

function splitGlyphs(
  glyphs: readonly Glyph[],
  width: number,
): { setting: Setting; rows: SplitRow[]; rtl: boolean } {
  const rtl = isRightToLeft(glyphs)
  const rows = makeRows(rtl ? mirrorPage(glyphs, width) : glyphs)
  const blanks = glyphs.filter(isBlank).length
  const han = glyphs.filter(({ text }) => HAN.test(text)).length
  const setting: Setting = {
    rtl,
    mirrored: true,
    spaced: blanks * LETTERS_A_SPACE >= glyphs.length,
    hanSpaced: blanks < han / HAN_A_SPACE,
  }
  return {
    setting: rtl ? { ...setting, mirrored: bracketsLook(rows, setting) } : setting,
    rows: rows.map((row) => splitRow(row)),
    rtl,
  }
}

/** A page in rows and stretches. */
export function splitPage({ number, width, height, glyphs, turned, rules }: PdfPage): SplitPage {
  const { setting, rows, rtl } = splitGlyphs(glyphs, width)
  return {
    number,
    width,
    height,
    setting,
    rows,
    rules: rtl ? rules.map(({ x0, x1, y }) => ({ x0: width - x1, x1: width - x0, y })) : rules,
    turned,
  }
}

/** Where a page's lines are all shorter than this part of its width, they would run to a margin as wide as the first. */
const HALF = 0.5

/** Lines of a column that show how far its lines run. */
const FEWEST_LINES = 4

/** Widest gap between two words of one line, in parts of the size; beyond it stands something else. */
const SAME_LINE_GAP = 2.6

/** Stretches of a row that is no table's: joined where the gap is one between words. */
function joinNear(row: SplitRow): Stretch[] {
  const joined: Stretch[][] = []
  for (const stretch of row) {
    const last = joined.at(-1)
    if (last !== undefined && stretch.gap < SAME_LINE_GAP) last.push(stretch)
    else joined.push([stretch])
  }
  return joined.map(joinStretches)
}

/** A column of a page: its number and its edges. */
interface Column {
  readonly flow: number
  readonly left: number
  readonly right: number
}

/** Turns stretches into lines and collects what was mended. */
class LineWriter {
  readonly lines: Line[] = []
  readonly repairs: Repair[] = []
  private ordered = false
  private readonly ligatures = new Set<string>()

  constructor(
    private readonly page: number,
    private readonly setting: Setting,
    private readonly tags: number,
    private readonly turned: boolean,
  ) {}

  write(stretch: Stretch, { flow, left, right }: Column, cell: LineCell | null = null, beside = false): void {
    const { glyphs, y, x0, x1 } = stretch
    const written = writeRow(glyphs, this.setting)
    if (written.text === '' && written.marks.length === 0) return
    for (const repair of written.repairs) this.keep(repair)
    const shown = glyphs.filter((glyph) => !isBlank(glyph))
    const tag = shown[0]?.tag ?? -1
    const { bodyStart, firstWord } = measureWords(glyphs)
    this.lines.push({
      page: this.page,
      y,
      size: stretch.size,
      start: x0,
      end: x1,
      bodyStart,
      firstWord,
      flow,
      left,
      right,
      tag: tag < 0 ? -1 : this.tags + tag,
      beside,
      cell,
      turned: this.turned,
      text: written.text,
      italics: written.italics,
      marks: written.marks,
      thin: written.thin,
      bold: written.bold,
    })
  }

  /** One row a page shows how its letters were put in order; each ligature is told once a page. */
  private keep(repair: Omit<Repair, 'page'>): void {
    if (repair.kind === 'order') {
      if (this.ordered) return
      this.ordered = true
    } else if (repair.kind === 'ligature') {
      if (this.ligatures.has(repair.before)) return
      this.ligatures.add(repair.before)
    }
    this.repairs.push({ ...repair, page: this.page })
  }
}

/** A label that is set as one has more white behind it than a word, in parts of the size. */
const LABEL_GAP = 0.5

/** Where the text behind a label begins, and how wide the first word is. Between Chinese characters every one is a word. */
function measureWords(glyphs: readonly RowGlyph[]): { bodyStart: number; firstWord: number } {
  const shown = glyphs.filter((glyph) => !isBlank(glyph))
  const [first] = shown
  if (first === undefined) return { bodyStart: 0, firstWord: 0 }
  let end = 1
  while (end < shown.length && !breaksBefore(shown[end - 1], shown[end])) end += 1
  const word = shown.slice(0, end)
  const text = word.map((glyph) => glyph.text).join('')
  const x1 = Math.max(...word.map((glyph) => glyph.x1))
  const next = shown[end]
  const labelled =
    next !== undefined &&
    next.x0 - x1 > LABEL_GAP * first.size &&
    (isLabelText(text) || word.every((glyph) => glyph.raised))
  return { bodyStart: labelled ? next.x0 : first.x0, firstWord: x1 - first.x0 }
}

function breaksBefore(left: RowGlyph | undefined, right: RowGlyph | undefined): boolean {
  if (left === undefined || right === undefined) return true
  if (/\p{Script=Han}/u.test(left.text) && /\p{Script=Han}/u.test(right.text)) return true
  return right.x0 - left.x1 > 0.14 * right.size
}

/** The lines of a page whose furniture has been taken out of `rows`. */
export function arrangePage(
  page: SplitPage,
  rows: readonly SplitRow[],
  counts: Counts,
): { readonly arranged: ArrangedPage; readonly counts: Counts } {
  let { flows, tables } = counts
  const writer = new LineWriter(page.number, page.setting, counts.tags, false)
  const furthest = Math.max(...rows.flat().map(({ x1 }) => x1))
  const parts = (page.number === 1 ? splitMasthead(rows, page) : [rows]).flatMap((some) =>
    findColumns(some, counts.gutter),
  )
  for (const part of parts) {
    flows += 1
    const found = findTables(part.rows, page.rules, part.right - part.left, tables)
    tables += found.tables
    const plain = found.laid.flatMap((laid) => (laid.kind === 'row' ? joinNear(laid.row) : []))
    // A few lines do not show how far lines run: the page does.
    const edge = part.column || part.rows.length >= FEWEST_LINES ? part.right : Math.max(part.right, furthest)
    const margin = !part.column && part.right - part.left < HALF * page.width ? page.width - part.left : 0
    const column = { flow: flows, left: part.left, right: textEdge(plain, Math.max(edge, margin)) }
    for (const laid of found.laid) {
      if (laid.kind === 'cell') for (const stretch of laid.stretches) writer.write(stretch, column, laid.cell)
      else {
        const pieces = joinNear(laid.row)
        for (const stretch of pieces) writer.write(stretch, column, null, pieces.length > 1)
      }
    }
  }
  const repairs = [...writer.repairs]
  const lines = [...writer.lines]
  for (const glyphs of page.turned) {
    flows += 1
    const { setting, rows: turnedRows } = splitGlyphs(glyphs, Math.max(page.width, page.height))
    const aside = new LineWriter(page.number, setting, counts.tags, true)
    for (const row of turnedRows) {
      const all = joinStretches(row)
      aside.write(all, { flow: flows, left: all.x0, right: all.x1 })
    }
    lines.push(...aside.lines)
    repairs.push(...aside.repairs)
  }
  const tags = lines.reduce((most, { tag }) => Math.max(most, tag), counts.tags)
  return {
    arranged: { lines, repairs },
    counts: {
      flows,
      tables,
      tags: tags + 1,
      gutter: parts.find(({ gutter }) => gutter !== null)?.gutter ?? counts.gutter,
    },
  }
}

/** Parts of the first page's height and width that tell its masthead: above which its lower rule stands, and how much a rule of it spans. */
const MASTHEAD = 0.35
const WIDE_RULE = 0.5

/**
 * The rows of a first page with the masthead's parted: between its two rules the organ stands on one side and date and distribution on the other, each read by itself.
 */
function splitMasthead(
  rows: readonly SplitRow[],
  { rules, width, height }: SplitPage,
): (readonly SplitRow[])[] {
  const wide = wideRules(rules, width).filter((y) => y < MASTHEAD * height)
  const [upper, lower] = [wide[0], wide.find((y) => y > (wide[0] ?? 0) + 12)]
  if (upper === undefined || lower === undefined) return [rows]
  const inside = rows.filter(([first]) => (first?.y ?? 0) > upper && (first?.y ?? 0) < lower)
  const ends = inside.flat().map(({ x0, x1 }) => ({ x0, x1 }))
  const gap = ends
    .map(({ x1 }) => ({ x: x1, next: Math.min(...ends.filter(({ x0 }) => x0 > x1).map(({ x0 }) => x0)) }))
    .filter(({ x, next }) => Number.isFinite(next) && ends.every(({ x0, x1 }) => x1 <= x || x0 >= next))
    .sort((a, b) => b.next - b.x - (a.next - a.x))[0]
  if (gap === undefined) return [rows]
  const side = (left: boolean) =>
    inside.map((row) => row.filter(({ x0 }) => x0 < gap.next === left)).filter((row) => row.length > 0)
  return [
    rows.filter(([first]) => (first?.y ?? 0) <= upper),
    side(true),
    side(false),
    rows.filter(([first]) => (first?.y ?? 0) >= lower),
  ].filter((part) => part.length > 0)
}

/** Where rules stand that together span much of a page, from top to bottom. */
function wideRules(rules: readonly Rule[], width: number): number[] {
  const spans = new Map<number, number>()
  for (const { x0, x1, y } of rules) {
    const key = [...spans.keys()].find((known) => Math.abs(known - y) < 2) ?? y
    spans.set(key, (spans.get(key) ?? 0) + x1 - x0)
  }
  return [...spans]
    .filter(([, span]) => span > WIDE_RULE * width)
    .map(([y]) => y)
    .sort((a, b) => a - b)
}

/** The edge to which lines of text run: most of the widest end there, where a table or a masthead reaches further. */
function textEdge(stretches: readonly Stretch[], edge: number): number {
  const ends = stretches
    .filter(({ glyphs }) => glyphs.length >= 30)
    .map(({ x1 }) => x1)
    .sort((a, b) => b - a)
  const [furthest] = ends
  if (furthest === undefined || ends.length < FEWEST_LINES) return edge
  // The largest end that several lines share.
  const shared = ends.find(
    (end, i) => (ends[i + 1] ?? -Infinity) > end - 4 && (ends[i + 2] ?? ends[i + 1] ?? -Infinity) > end - 4,
  )
  return shared ?? furthest
}
