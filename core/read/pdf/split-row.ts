import { isBlank, type Row, type RowGlyph } from './make-rows'

/** A stretch of a row without a wide gap: a whole line, the line of one of two columns, or a cell's. */
export interface Stretch {
  readonly y: number
  readonly size: number
  readonly x0: number
  readonly x1: number
  readonly glyphs: readonly RowGlyph[]
  /** Gap before it, in parts of the size; Infinity for the first. */
  readonly gap: number
}

/** A gap that may set columns apart, in parts of the size; spaces of justified lines are narrower, with few exceptions. */
export const WIDE_GAP = 0.9

/** A label and what an indent of it takes at most: the gap behind `(a)` is no column's edge. */
const LABEL =
  /^(?:[([（]?(?:\p{N}{1,3}|\p{L}{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6})[.．、)\]）–—-]{1,2}|[•●○▪■◦‣·–—―*-])$/u
const LABEL_GAP = 5

/** Whether a text is nothing but a label of a paragraph, figures and letters in either order. */
export function isLabelText(text: string): boolean {
  return LABEL.test(text) || LABEL.test([...text].reverse().join(''))
}

function toStretch(row: Row, glyphs: readonly RowGlyph[], gap: number): Stretch {
  const shown = glyphs.filter((glyph) => !isBlank(glyph))
  const x0 = Math.min(...shown.map((glyph) => glyph.x0))
  const x1 = Math.max(...shown.map((glyph) => glyph.x1))
  return { y: row.y, size: row.size, x0, x1, glyphs, gap }
}

/** Two neighbours of different tagged paragraphs need a gap of a word only, in parts of the size. */
const TAGGED_GAP = 0.2

/** What a label can stand before. */
const LABELLED = /[\p{L}«“"‘]/u

/** A row in stretches, cut where a gap is wide, or where the file's tags begin another paragraph; a label stays with what it labels. */
export function splitRow(row: Row): Stretch[] {
  const stretches: Stretch[] = []
  let part: RowGlyph[] = []
  let shown: RowGlyph[] = []
  let reach = -Infinity
  let gapBefore = Infinity
  for (const glyph of row.glyphs) {
    if (isBlank(glyph)) {
      part.push(glyph)
      continue
    }
    const gap = (glyph.x0 - reach) / Math.max(glyph.size, row.size)
    const last = shown.at(-1)
    if (
      last !== undefined &&
      (isApart(last, glyph, gap) || (gap >= WIDE_GAP && !labels(shown, glyph, gap)))
    ) {
      stretches.push(toStretch(row, part, gapBefore))
      part = []
      shown = []
      gapBefore = gap
    }
    part.push(glyph)
    shown.push(glyph)
    reach = Math.max(reach, glyph.x1)
  }
  if (shown.length > 0) stretches.push(toStretch(row, part, gapBefore))
  return stretches
}

/** A stretched line's gaps are alike within this part of their mean, and none is wider than this, in parts of the size. */
const ALIKE = 0.25
const WIDEST_STRETCH = 8

/** The stretches of a line whose gaps are wide only because its words are few, as one: the gaps are all alike, it is mostly letters, and it reaches from one edge of its column to the other. */
export function joinStretched(row: readonly Stretch[], left: number, right: number): readonly Stretch[] {
  const [first] = row
  if (
    first === undefined ||
    row.length < 2 ||
    row.some((stretch, i) => i > 0 && stretch.gap > WIDEST_STRETCH)
  )
    return row
  if (first.x0 > left + 5 * first.size || (row.at(-1)?.x1 ?? 0) < right - 0.5 * first.size) return row
  const shown = row.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isBlank(glyph)))
  const tags = new Set(shown.map(({ tag }) => tag))
  const gaps = shown
    .slice(1)
    .map((glyph, i) => (glyph.x0 - (shown[i]?.x1 ?? 0)) / first.size)
    .filter((gap) => gap > 0.35)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const letters = shown.filter(({ text }) => /\p{L}/u.test(text)).length
  const alike = gaps.length >= 2 && Math.max(...gaps) - Math.min(...gaps) < ALIKE * mean
  return alike && tags.size === 1 && letters > 0.6 * shown.length ? [joinStretches(row)] : row
}

function isApart(last: RowGlyph, glyph: RowGlyph, gap: number): boolean {
  return (
    gap >= TAGGED_GAP &&
    last.tag >= 0 &&
    glyph.tag >= 0 &&
    last.tag !== glyph.tag &&
    !last.raised &&
    !glyph.raised
  )
}

function labels(shown: readonly RowGlyph[], glyph: RowGlyph, gap: number): boolean {
  if (shown.length > 8 || gap > LABEL_GAP || !LABELLED.test(glyph.text)) return false
  return shown.every((each) => each.raised) || isLabelText(shown.map((each) => each.text).join(''))
}

/** Several stretches of one row as one. */
export function joinStretches(stretches: readonly Stretch[]): Stretch {
  const [first] = stretches
  if (first === undefined) throw new RangeError('no stretches')
  return {
    ...first,
    x1: Math.max(...stretches.map(({ x1 }) => x1)),
    glyphs: stretches.flatMap(({ glyphs }) => glyphs),
  }
}
