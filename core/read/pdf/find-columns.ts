import { joinStretched, type Stretch } from './split-row'

/** The stretches of one row. */
export type SplitRow = readonly Stretch[]

/** Rows that are read together: those of one column or of the whole width. */
export interface Part {
  readonly rows: readonly SplitRow[]
  readonly left: number
  readonly right: number
  readonly column: boolean
  /** Where the white between two columns is. */
  readonly gutter: number | null
}

/** Fewest lines in either of two columns; the text of one fills at least this part of it, and has at least so many letters a line. */
const FEWEST_LINES = 5
const FILL = 0.6
const FEWEST_LETTERS = 14

interface Zone {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly score: number
}

function edges(rows: readonly SplitRow[]): [number, number] {
  const all = rows.flat()
  return [Math.min(...all.map(({ x0 }) => x0)), Math.max(...all.map(({ x1 }) => x1))]
}

/** The longest stack of rows that leave `x` white, with lines on both sides. */
function zonesAt(rows: readonly SplitRow[], x: number, fewest: number): Zone[] {
  const zones: Zone[] = []
  let from = 0
  let left = 0
  let right = 0
  const end = (to: number) => {
    const score = Math.min(left, right)
    if (score >= fewest) zones.push({ from, to, x, score })
    from = to + 1
    left = right = 0
  }
  rows.forEach((row, i) => {
    if (row.some(({ x0, x1 }) => x0 < x && x1 > x)) return end(i)
    if (row.some(({ x1 }) => x1 <= x)) left += 1
    if (row.some(({ x0 }) => x0 >= x)) right += 1
  })
  end(rows.length)
  return zones
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Whether the lines of one side read as running text, where a table's cells are short or several. */
function isProse(rows: readonly SplitRow[], fewest: number): boolean {
  const filled = rows.filter((row) => row.length > 0)
  if (filled.length < fewest) return false
  if (filled.length < FEWEST_LINES) return true
  const [left, right] = edges(filled)
  const single = filled.filter((row) => row.length === 1).length
  const widths = filled.map((row) => (row.at(-1)?.x1 ?? 0) - (row[0]?.x0 ?? 0))
  const letters = filled.map((row) => row.reduce((sum, { glyphs }) => sum + glyphs.length, 0))
  return (
    single >= filled.length * 0.75 &&
    median(widths) >= FILL * (right - left) &&
    median(letters) >= FEWEST_LETTERS
  )
}

function side(rows: readonly SplitRow[], x: number, first: boolean): SplitRow[] {
  const own = rows
    .map((row) => row.filter(({ x0, x1 }) => (first ? x1 <= x : x0 >= x)))
    .filter((row) => row.length > 0)
  return withStretched(own)
}

function withStretched(rows: readonly SplitRow[]): SplitRow[] {
  const [left, right] = edges(rows)
  return rows.map((row) => joinStretched(row, left, right))
}

/**
 * The rows of a page in reading order: where two columns of running text stand side by side the first comes before the second, what spans both stands above or below. `gutter` is where the page before
 * had them apart, or null: there a line on either side is enough.
 */
export function findColumns(rows: readonly SplitRow[], gutter: number | null): readonly Part[] {
  if (rows.length === 0) return []
  const [left, right] = edges(rows)
  const whole: Part = { rows: withStretched(rows), left, right, column: false, gutter: null }
  const zones: { readonly zone: Zone; readonly fewest: number }[] = []
  for (let x = left + 0.3 * (right - left); x <= left + 0.7 * (right - left); x += 3)
    zones.push(...zonesAt(rows, x, FEWEST_LINES).map((zone) => ({ zone, fewest: FEWEST_LINES })))
  if (gutter !== null) zones.push(...zonesAt(rows, gutter, 1).map((zone) => ({ zone, fewest: 1 })))
  const best = zones
    .sort((a, b) => b.zone.score - a.zone.score)
    .slice(0, 16)
    .find(({ zone: { from, to, x }, fewest }) => {
      const inside = rows.slice(from, to)
      return isProse(side(inside, x, true), fewest) && isProse(side(inside, x, false), fewest)
    })
  if (best === undefined) return [whole]
  const { from, to, x } = best.zone
  const columns = [true, false].map((first): Part => {
    const column = side(rows.slice(from, to), x, first)
    const [start, end] = edges(column)
    return { rows: column, left: start, right: end, column: true, gutter: x }
  })
  return [
    ...findColumns(rows.slice(0, from), gutter),
    ...columns,
    ...findColumns(rows.slice(to), gutter ?? x),
  ]
}
