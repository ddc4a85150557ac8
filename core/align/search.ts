import { NEXT_GAP, type BeadType } from './bead-types'
import type { Corridor } from './corridor'
import type { RowScorer } from './score-rows'

/** A bead of the best path: it ends at (i, j) and is of the types[type] searched; `posterior` is its probability among all paths. */
export interface PathStep {
  readonly i: number
  readonly j: number
  readonly type: number
  readonly posterior: number
}

/** The best path through the corridor, and the left positions at which it came so near the corridor's edge that a wider one might find a better. */
export interface SearchResult {
  readonly steps: readonly PathStep[]
  readonly touched: readonly number[]
  /** Where other ways lead that are not out of the question, row by row; null where probabilities were not asked for. */
  readonly spread: Spread | null
}

/** Of each row of a corridor the first and the last node that some way leads through with a probability worth the name. */
export interface Spread {
  readonly low: Int32Array
  readonly high: Int32Array
}

/** What is searched: from the first node of the corridor's first row to the last node of its last. */
export interface Searched {
  readonly corridor: Corridor
  /** The shapes of bead, the left gap first and the right gap second. */
  readonly types: readonly BeadType[]
  readonly score: RowScorer
}

const NONE = -Infinity

/** Log of the probability under which no way through a node is looked at again: a hundred such change no figure that is shown. */
const LEAST_LIVE = -12

/** What the bead before a node was: a full bead, or a gap on either side. A gap behind a gap of its own side costs less. */
const STATES = 3

/**
 * The most probable sequence of beads (Viterbi) with the probability of each (forward–backward). `temperature` is what log-likelihoods are
 * divided by before they are read as probabilities; 1 takes them at their word. Null asks for the sequence alone, in less time and memory: each
 * bead's probability is then what its own score says, without regard to the other paths. Time is proportional to the corridor's area.
 */
export function search(searched: Searched, temperature: number | null): SearchResult {
  const { corridor, types: shapes, score } = searched
  const { top, low, high, edge } = corridor
  const types = shapes.length
  const rows = low.length - 1
  const offset = offsets(corridor)
  const size = offset[rows + 1]!
  const takes = shapes.map(({ left, right }) => ({
    left,
    right,
    state: right === 0 ? 1 : left === 0 ? 2 : 0,
  }))
  const reach = Math.max(...takes.map(({ left }) => left)) + 1
  const widest = low.reduce((most, from, row) => Math.max(most, high[row]! - from + 1), 0)
  // Scores are kept for the backward pass only; the best sums only as far back as a bead reaches.
  const scores = new Float32Array((temperature === null ? widest : size) * types)
  const best = Array.from({ length: reach }, () => new Float64Array(widest * STATES))
  const chosen = new Uint8Array(size * STATES)
  const own = new Float32Array(temperature === null ? size * STATES : 0)
  for (let row = 0; row <= rows; row += 1) {
    const at = temperature === null ? 0 : offset[row]! * types
    score(top + row, scores, at)
    const sums = best[row % reach]!
    sums.fill(NONE)
    if (row === 0) sums[0] = 0
    for (let j = low[row]!; j <= high[row]!; j += 1) {
      const cell = j - low[row]!
      for (let type = 0; type < types; type += 1) {
        const gain = scores[at + cell * types + type]!
        if (gain === NONE) continue
        const { left, right, state } = takes[type]!
        const behind = best[(row - left) % reach]!
        const from = (j - right - low[row - left]!) * STATES
        const to = cell * STATES + state
        for (let before = 0; before < STATES; before += 1) {
          const sum = behind[from + before]! + gain + extra(before, state)
          if (sum > sums[to]!) {
            sums[to] = sum
            const node = (offset[row]! + cell) * STATES + state
            chosen[node] = type * STATES + before
            if (temperature === null) own[node] = gain
          }
        }
      }
    }
  }
  const last = best[rows % reach]!
  let state = 0
  const end = (high[rows]! - low[rows]!) * STATES
  for (let s = 1; s < STATES; s += 1) if (last[end + s]! > last[end + state]!) state = s
  const posterior = temperature === null ? null : posteriors(searched, takes, offset, scores, temperature)
  const path: PathStep[] = []
  const touched: number[] = []
  let row = rows
  let j = high[rows]!
  while (row > 0 || j > low[0]!) {
    const cell = j - low[row]!
    if (
      (cell < edge[row]! && low[row]! > low[0]!) ||
      (high[row]! - j < edge[row]! && high[row]! < high[rows]!)
    )
      touched.push(top + row)
    const node = (offset[row]! + cell) * STATES + state
    const type = Math.floor(chosen[node]! / STATES)
    const { left, right } = takes[type]!
    const probability =
      posterior === null ? 1 / (1 + Math.exp(-own[node]!)) : posterior.probability(row, j, type)
    path.push({ i: top + row, j, type, posterior: Math.min(1, probability) })
    if (posterior !== null) keepWay(posterior.spread, row, j)
    state = chosen[node]! % STATES
    row -= left
    j -= right
  }
  return { steps: path.reverse(), touched, spread: posterior?.spread ?? null }
}

/** The way itself is never out of the question. */
function keepWay({ low, high }: Spread, row: number, j: number): void {
  low[row] = Math.min(low[row]!, j)
  high[row] = Math.max(high[row]!, j)
}

/** Number of each row's first node, and of all nodes. */
function offsets({ low, high }: Corridor): Float64Array {
  const offset = new Float64Array(low.length + 1)
  low.forEach((from, row) => (offset[row + 1] = offset[row]! + high[row]! - from + 1))
  return offset
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

/** Log of the sum of up to three probabilities, given as logs. */
function addLogs(a: number, b: number, c: number): number {
  const most = Math.max(a, b, c)
  return most === NONE ? NONE : most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most))
}

/**
 * Forward–backward over the whole corridor: gives the probability of a bead by its row, its right end and its type, whatever bead came before, and where ways lead at all.
 * Sums are kept apart by what comes next: a full bead, or a gap of either side, which gains behind its like.
 */
function posteriors(
  { corridor }: Searched,
  takes: readonly Taking[],
  offset: Float64Array,
  scores: Float32Array,
  temperature: number,
) {
  const { low, high } = corridor
  const rows = low.length - 1
  const types = takes.length
  const size = offset[rows + 1]!
  const gain = NEXT_GAP / temperature
  // before[node × STATES + state]: all ways to the node, ready for a bead that leaves that state behind.
  const before = new Float64Array(size * STATES).fill(NONE)
  const terms = new Float64Array(types)
  for (let row = 0; row <= rows; row += 1) {
    for (let j = low[row]!; j <= high[row]!; j += 1) {
      const node = offset[row]! + j - low[row]!
      let full = NONE
      let gaps1 = NONE
      let gaps2 = NONE
      if (node === 0) full = 0
      let most = NONE
      for (let type = 0; type < types; type += 1) {
        terms[type] = NONE
        const score = scores[node * types + type]!
        if (score === NONE) continue
        const { left, right, state } = takes[type]!
        const from = offset[row - left]! + j - right - low[row - left]!
        const sum = before[from * STATES + state]! + score / temperature
        if (state === 1) gaps1 = sum
        else if (state === 2) gaps2 = sum
        else {
          terms[type] = sum
          if (sum > most) most = sum
        }
      }
      if (most !== NONE) {
        let total = 0
        // Under e⁻³⁰ a term changes nothing that is shown.
        for (let type = 0; type < types; type += 1)
          if (terms[type]! > most - 30) total += Math.exp(terms[type]! - most)
        full = most + Math.log(total)
      }
      before[node * STATES] = addLogs(full, gaps1, gaps2)
      before[node * STATES + 1] = addLogs(full, gaps1 + gain, gaps2)
      before[node * STATES + 2] = addLogs(full, gaps1, gaps2 + gain)
    }
  }
  // after[node × STATES + state]: all ways from the node to the end, behind a bead that left that state.
  const after = new Float64Array(size * STATES).fill(NONE)
  for (let row = rows; row >= 0; row -= 1) {
    for (let j = high[row]!; j >= low[row]!; j -= 1) {
      const node = offset[row]! + j - low[row]!
      let full = row === rows && j === high[rows]! ? 0 : NONE
      let gaps1 = NONE
      let gaps2 = NONE
      let most = NONE
      for (let type = 0; type < types; type += 1) {
        terms[type] = NONE
        const { left, right, state } = takes[type]!
        const below = row + left
        if (below > rows || j + right < low[below]! || j + right > high[below]!) continue
        const to = offset[below]! + j + right - low[below]!
        const score = scores[to * types + type]!
        if (score === NONE) continue
        const sum = after[to * STATES + state]! + score / temperature
        if (state === 1) gaps1 = sum
        else if (state === 2) gaps2 = sum
        else {
          terms[type] = sum
          if (sum > most) most = sum
        }
      }
      if (most !== NONE) {
        let total = 0
        for (let type = 0; type < types; type += 1)
          if (terms[type]! > most - 30) total += Math.exp(terms[type]! - most)
        full = most + Math.log(total)
      }
      after[node * STATES] = addLogs(full, gaps1, gaps2)
      after[node * STATES + 1] = addLogs(full, gaps1 + gain, gaps2)
      after[node * STATES + 2] = addLogs(full, gaps1, gaps2 + gain)
    }
  }
  const whole = before[(size - 1) * STATES]!
  return {
    spread: spreadOf(corridor, offset, before, after, whole + LEAST_LIVE),
    probability: (row: number, j: number, type: number): number => {
      const { left, right, state } = takes[type]!
      const node = offset[row]! + j - low[row]!
      const from = offset[row - left]! + j - right - low[row - left]!
      const step = scores[node * types + type]! / temperature
      return Math.exp(before[from * STATES + state]! + step + after[node * STATES + state]! - whole)
    },
  }
}

/**
 * The nodes of each row whose ways add up to at least so much; a row that all ways jump over has its ends the wrong way round. What a gap gains behind another is left
 * out: it is little.
 */
function spreadOf(
  { low, high }: Corridor,
  offset: Float64Array,
  before: Float64Array,
  after: Float64Array,
  least: number,
): Spread {
  const spread = { low: high.slice(), high: low.slice() }
  for (let row = 0; row < low.length; row += 1) {
    const first = offset[row]!
    for (let j = low[row]!; j <= high[row]!; j += 1) {
      const node = (first + j - low[row]!) * STATES
      if (before[node]! + after[node]! < least) continue
      if (j < spread.low[row]!) spread.low[row] = j
      if (j > spread.high[row]!) spread.high[row] = j
    }
  }
  return spread
}
