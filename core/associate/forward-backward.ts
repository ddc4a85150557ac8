import { JUMPS } from './association-model'

/** Chance of a jump to anywhere, whatever its length. */
const ANYWHERE = 0.08

/** What one sentence pair is read with, a row a target word: `fit[j * sources + i]` how well source word i explains target word j, `alone[j]` the same of none. */
export interface Lattice {
  readonly sources: number
  readonly targets: number
  readonly fit: Float64Array
  readonly alone: Float64Array
  readonly jumps: Float64Array
  readonly nothing: number
}

/**
 * The chance of each link of a pair under a hidden Markov model over the source's places (Vogel, Ney and Tillmann 1996, with a state of nothing for every place as in Och and
 * Ney 2003), in the shape of `fit`. `counts`, where given, gathers how often each jump was made. O(targets · sources²).
 */
export function linkChances(lattice: Lattice, counts?: Float64Array): Float64Array {
  const { sources, targets, fit, alone, nothing } = lattice
  const links = new Float64Array(targets * sources)
  if (sources === 0 || targets === 0) return links
  const moves = moveTable(lattice)
  const states = sources * 2
  const forward = new Float64Array(targets * states)
  const scale = new Float64Array(targets)
  for (let j = 0; j < targets; j += 1) {
    let sum = 0
    for (let i = 0; i < sources; i += 1) {
      let into = 0
      let stay = 0
      if (j === 0) {
        into = moves[sources * sources + i]!
        stay = 1 / sources
      } else {
        const before = (j - 1) * states
        for (let h = 0; h < sources; h += 1)
          into += (forward[before + h]! + forward[before + sources + h]!) * moves[h * sources + i]!
        stay = forward[before + i]! + forward[before + sources + i]!
      }
      const linked = into * (1 - nothing) * fit[j * sources + i]!
      const free = stay * nothing * alone[j]!
      forward[j * states + i] = linked
      forward[j * states + sources + i] = free
      sum += linked + free
    }
    scale[j] = sum > 0 ? sum : 1e-300
    for (let s = 0; s < states; s += 1) forward[j * states + s]! /= scale[j]!
  }
  let behind = new Float64Array(states).fill(1)
  for (let j = targets - 1; j >= 0; j -= 1) {
    for (let i = 0; i < sources; i += 1) links[j * sources + i] = forward[j * states + i]! * behind[i]!
    if (j === 0) break
    const next = new Float64Array(states)
    const reach = new Float64Array(sources)
    for (let i = 0; i < sources; i += 1)
      reach[i] = ((1 - nothing) * fit[j * sources + i]! * behind[i]!) / scale[j]!
    for (let h = 0; h < sources; h += 1) {
      let out = 0
      const before = forward[(j - 1) * states + h]! + forward[(j - 1) * states + sources + h]!
      for (let i = 0; i < sources; i += 1) {
        const step = moves[h * sources + i]! * reach[i]!
        out += step
        if (counts !== undefined) counts[jumpOf(i - h)]! += before * step
      }
      out += (nothing * alone[j]! * behind[sources + h]!) / scale[j]!
      next[h] = out
      next[sources + h] = out
    }
    behind = next
  }
  return links
}

/** The index of a jump's length in a table of jumps. */
export function jumpOf(distance: number): number {
  return Math.max(-JUMPS, Math.min(JUMPS, distance)) + JUMPS
}

/** Chances of each move from place to place, a row a place, and in the last row those of the first. */
function moveTable({ sources, jumps }: Lattice): Float64Array {
  const table = new Float64Array((sources + 1) * sources)
  for (let h = -1; h < sources; h += 1) {
    const row = (h < 0 ? sources : h) * sources
    let sum = 0
    for (let i = 0; i < sources; i += 1) {
      table[row + i] = jumps[jumpOf(i - h)]!
      sum += table[row + i]!
    }
    for (let i = 0; i < sources; i += 1)
      table[row + i] = (1 - ANYWHERE) * (table[row + i]! / sum) + ANYWHERE / sources
  }
  return table
}
