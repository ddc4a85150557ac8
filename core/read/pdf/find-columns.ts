import type { Stretch } from './split-row'

/** The stretches of one row. */
export type SplitRow = readonly Stretch[]

/** Rows that are read together: those of one column or of the whole width. */
export interface Part {
  readonly rows: readonly SplitRow[]
  readonly left: number
  readonly right: number
  readonly column: boolean
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
function zonesAt(rows: readonly SplitRow[], x: number): Zone[] {
  const zones: Zone[] = []
  let from = 0
  let left = 0
  let right = 0
  const end = (to: number) => {
    const score = Math.min(left, right)
    if (score >= FEWEST_LINES) zones.push({ from, to, x, score })
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
function isProse(rows: readonly SplitRow[]): boolean {
  const filled = rows.filter((row) => row.length > 0)
  if (filled.length < FEWEST_LINES) return false
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
  return rows
    .map((row) => row.filter(({ x0, x1 }) => (first ? x1 <= x : x0 >= x)))
    .filter((row) => row.length > 0)
}

/** The rows of a page in reading order: where two columns of running text stand side by side the first comes before the second, what spans both stands above or below. */
export function findColumns(rows: readonly SplitRow[]): Part[] {
  if (rows.length === 0) return []
  const [left, right] = edges(rows)
  const whole: Part = { rows, left, right, column: false }
  if (rows.length < FEWEST_LINES) return [whole]
  const zones: Zone[] = []
  for (let x = left + 0.3 * (right - left); x <= left + 0.7 * (right - left); x += 3)
    zones.push(...zonesAt(rows, x))
  const best = zones
    .sort((a, b) => b.score - a.score)
    .slice(0, 12)
    .find(({ from, to, x }) => {
      const inside = rows.slice(from, to)
      return isProse(side(inside, x, true)) && isProse(side(inside, x, false))
    })
  if (best === undefined) return [whole]
  const inside = rows.slice(best.from, best.to)
  const columns = [side(inside, best.x, true), side(inside, best.x, false)].map((column): Part => {
    const [from, to] = edges(column)
    return { rows: column, left: from, right: to, column: true }
  })
  return [...findColumns(rows.slice(0, best.from)), ...columns, ...findColumns(rows.slice(best.to))]
}
