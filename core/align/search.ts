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
 * divided by before they are read as probabilities; 1 takes them at their word. Null asks for the sequence alone, in half the time: each bead's
 * probability is then what its own score says, without regard to the other paths. Time and memory are proportional to the corridor's area.
 */
export function search(lattice: Lattice, temperature: number | null): SearchResult {
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
  const chosen = new Uint8Array(size * STATES)
  const cameFrom = new Uint8Array(size * STATES)
  best[0] = 0
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
        }
      }
    }
  }
  const end = (size - 1) * STATES
  let state = 0
  for (let s = 1; s < STATES; s += 1) if (best[end + s]! > best[end + state]!) state = s
  const posterior = temperature === null ? null : posteriors(lattice, takes, temperature)
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
    const probability =
      posterior === null ? 1 / (1 + Math.exp(-scores[node * types + type]!)) : posterior(node, type, i, j)
    path.push({ i, j, type, posterior: Math.min(1, probability) })
    state = cameFrom[to]!
    i = a
    j = b
  }
  return { steps: path.reverse(), touchedEdge }
}

/** How many units a type of bead takes on either side, and the state it leaves behind. */
interface Taking {
  readonly left: number
  readonly right: number
  readonly state: number
}

/** What a gap behind a gap of its own side gains. */
function extra(before: number, state: number): number {
  return before !== 0 && before === state ? NEXT_GAP : 0
}

/** Forward–backward over the whole lattice: gives the probability of a bead by its node and type. */
function posteriors(lattice: Lattice, takes: readonly Taking[], temperature: number) {
  const { rows, offset, scores } = lattice
  const { low, high } = lattice.corridor
  const types = takes.length
  const size = offset[rows + 1]!
  const forward = new Float64Array(size * STATES).fill(NONE)
  const backward = new Float64Array(size * STATES).fill(NONE)
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
          const log = forward[from + before]!
          if (log !== NONE)
            forward[to] = addLogs(forward[to]!, log + (score + extra(before, state)) / temperature)
        }
      }
    }
  }
  const end = (size - 1) * STATES
  let whole = NONE
  for (let state = 0; state < STATES; state += 1) {
    backward[end + state] = 0
    whole = addLogs(whole, forward[end + state]!)
  }
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
  return (node: number, type: number, i: number, j: number): number => {
    const { left, right, state } = takes[type]!
    const from = (offset[i - left]! + j - right - low[i - left]!) * STATES
    // The bead's probability is that of all paths through it, whatever bead came before.
    let log = NONE
    for (let before = 0; before < STATES; before += 1) {
      const step = (scores[node * types + type]! + extra(before, state)) / temperature
      log = addLogs(log, forward[from + before]! + step + backward[node * STATES + state]! - whole)
    }
    return Math.exp(log)
  }
}
