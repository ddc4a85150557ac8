import type { BeadWords } from '../../core/align/learn-pairs'

/** By left word, how likely each right word is its rendering; a word's chances add up to 1. */
export type Chances = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Rounds of learning: the chances of pairs that are any good settle within these. */
const ROUNDS = 8

/** The left word of what renders nothing; no text has it. */
const NOTHING = ''

/**
 * Learns how likely each right word is a rendering of each left word, by letting the left words of a bead compete for its right words: IBM's first model (Brown et al.
 * 1993). A right word may also render nothing. Words that never meet have no entry.
 */
export function renderingChances(lessons: readonly BeadWords[]): Chances {
  const { cells, grids, size } = numberCells(lessons.map(([left, right]) => [[NOTHING, ...left], right]))
  let chance = new Float64Array(size).fill(1)
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = new Float64Array(size)
    for (const { grid, width } of grids) shareOut(grid, width, chance, count)
    for (const others of cells.values()) {
      let all = 0
      for (const cell of others.values()) all += count[cell]!
      // A word that lost everything to others in all its beads renders nothing.
      if (all > 0) for (const cell of others.values()) count[cell]! /= all
    }
    chance = count
  }
  return new Map(
    [...cells]
      .filter(([left]) => left !== NOTHING)
      .map(([left, others]) => [left, new Map([...others].map(([right, cell]) => [right, chance[cell]!]))]),
  )
}

/** A line a left word, a column a right word; each holds the number of its cell, in which all beads with both words meet. */
interface Grid {
  readonly grid: Int32Array
  readonly width: number
}

/** Each right word of a bead is owed to its left words, as far as each is likely to have given it. */
function shareOut(grid: Int32Array, width: number, chance: Float64Array, count: Float64Array): void {
  for (let column = 0; column < width; column += 1) {
    let all = 0
    for (let at = column; at < grid.length; at += width) all += chance[grid[at]!]!
    for (let at = column; at < grid.length; at += width) count[grid[at]!]! += chance[grid[at]!]! / all
  }
}

function numberCells(lessons: readonly BeadWords[]): {
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly grids: readonly Grid[]
  readonly size: number
} {
  const cells = new Map<string, Map<string, number>>()
  let size = 0
  const grids = lessons.map(([left, right]): Grid => {
    const grid = new Int32Array(left.length * right.length)
    left.forEach((x, line) => {
      const own = cells.get(x) ?? new Map<string, number>()
      cells.set(x, own)
      right.forEach((y, column) => {
        const cell = own.get(y) ?? size
        if (cell === size) {
          own.set(y, cell)
          size += 1
        }
        grid[line * right.length + column] = cell
      })
    })
    return { grid, width: right.length }
  })
  return { cells, grids, size }
}
