import { NEXT_GAP } from './bead-types'
import type { Lattice } from './score-lattice'

/** A bead of the best path: it ends at (i, j) and is of the lattice's types[type]; `posterior` is its probability among all paths. */
export interface PathStep {
  readonly i: number
  readonly j: number
  readonly type: number
  readonly posterior: number
}

/** The best path through the lattice, and whether it came so near the corridor's edge that a wider one might find a better. */
export interface SearchResult {
  readonly steps: readonly PathStep[]
  readonly touchedEdge: boolean
}

const NONE = -Infinity

/** What the bead before a node was: a full bead, or a gap on either side. A gap behind a gap of its own side costs less. */
const STATES = 3

function addLogs(a: number, b: number): number {
  const high = a > b ? a : b
  const low = a > b ? b : a
  // Under e⁻²⁰ the smaller one changes nothing that is shown.
  return low === NONE || low < high - 20 ? high : high + Math.log1p(Math.exp(low - high))
}

/**
 * The most probable sequence of beads (Viterbi) with the probability of each (forward–backward). `temperature` is what log-likelihoods are
 * divided by before they are read as probabilities; 1 takes them at their word. Time and memory are proportional to the corridor's area.
 */
export function search(lattice: Lattice, temperature: number): SearchResult {
  const { rows, columns, types: shapes, offset, scores } = lattice
  const { low, high } = lattice.corridor
  const types = shapes.length
  const size = offset[rows + 1]!
  const takes = shapes.map(({ left, right }) => ({
    left,
    right,
    state: right === 0 ? 1 : left === 0 ? 2 : 0,
  }))
  const best = new Float64Array(size * STATES).fill(NONE)
  const forward = new Float64Array(size * STATES).fill(NONE)
  const backward = new Float64Array(size * STATES).fill(NONE)
  const chosen = new Uint8Array(size * STATES)
  const cameFrom = new Uint8Array(size * STATES)
  const extra = (from: number, to: number) => (from !== 0 && from === to ? NEXT_GAP : 0)
  best[0] = 0
  forward[0] = 0
  for (let i = 0; i <= rows; i += 1) {
    for (let j = low[i]!; j <= high[i]!; j += 1) {
      const node = offset[i]! + j - low[i]!
      for (let type = 0; type < types; type += 1) {
        const score = scores[node * types + type]!
        if (score === NONE) continue
        const { left, right, state } = takes[type]!
        const from = (offset[i - left]! + j - right - low[i - left]!) * STATES
        const to = node * STATES + state
        for (let before = 0; before < STATES; before += 1) {
          if (best[from + before] === NONE) continue
          const step = score + extra(before, state)
          if (best[from + before]! + step > best[to]!) {
            best[to] = best[from + before]! + step
            chosen[to] = type
            cameFrom[to] = before
          }
          forward[to] = addLogs(forward[to]!, forward[from + before]! + step / temperature)
        }
      }
    }
  }
  const end = (size - 1) * STATES
  for (let state = 0; state < STATES; state += 1) backward[end + state] = 0
  for (let i = rows; i >= 0; i -= 1) {
    for (let j = high[i]!; j >= low[i]!; j -= 1) {
      const node = offset[i]! + j - low[i]!
      for (let type = 0; type < types; type += 1) {
        const score = scores[node * types + type]!
        if (score === NONE) continue
        const { left, right, state } = takes[type]!
        const after = backward[node * STATES + state]!
        if (after === NONE) continue
        const from = (offset[i - left]! + j - right - low[i - left]!) * STATES
        for (let before = 0; before < STATES; before += 1) {
          backward[from + before] = addLogs(
            backward[from + before]!,
            after + (score + extra(before, state)) / temperature,
          )
        }
      }
    }
  }

  let whole = NONE
  let state = 0
  for (let s = 0; s < STATES; s += 1) {
    whole = addLogs(whole, forward[end + s]!)
    if (best[end + s]! > best[end + state]!) state = s
  }
  const path: PathStep[] = []
  let touchedEdge = false
  let i = rows
  let j = columns
  while (i > 0 || j > 0) {
    const node = offset[i]! + j - low[i]!
    if ((j - low[i]! < 3 && low[i]! > 0) || (high[i]! - j < 3 && high[i]! < columns)) touchedEdge = true
    const to = node * STATES + state
    const type = chosen[to]!
    const a = i - takes[type]!.left
    const b = j - takes[type]!.right
    const from = (offset[a]! + b - low[a]!) * STATES
    // The bead's probability is that of all paths through it, whatever bead came before.
    let log = NONE
    for (let before = 0; before < STATES; before += 1) {
      const step = scores[node * types + type]! + extra(before, state)
      log = addLogs(log, forward[from + before]! + step / temperature + backward[to]! - whole)
    }
    path.push({ i, j, type, posterior: Math.min(1, Math.exp(log)) })
    state = cameFrom[to]!
    i = a
    j = b
  }
  return { steps: path.reverse(), touchedEdge }
}
