import { NEXT_GAP, type BeadType } from './bead-types'
import type { Corridor } from './corridor'
import type { RowScorer } from './score-rows'

/** A bead of the best path: it ends at (i, j), is of the types[type] searched, and gains so many nats; `posterior` is its probability among all paths. */
export interface PathStep {
  readonly i: number
  readonly j: number
  readonly type: number
  readonly gain: number
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
const LEAST_LIVE = -16

/** What the bead before a node was: a full bead, or a gap on either side. A gap behind a gap of its own side costs less. */
const STATES = 3

/**
 * The most probable sequence of beads (Viterbi) with the probability of each (forward–backward). `temperature` is what log-likelihoods are
 * divided by before they are read as probabilities; 1 takes them at their word. Null asks for the sequence alone, in less time and memory: each
 * bead's probability is then 1. Time is proportional to the corridor's area.
 */
export function search(searched: Searched, temperature: number | null): SearchResult {
  const { corridor, types: shapes, score } = searched
  const { top, low, high, edge } = corridor
  const types = shapes.length
  const rows = low.length - 1
  const offset = offsets(corridor)
  const size = offset[rows + 1]!
  const takes = readTakes(shapes)
  const reach = takes.widest + 1
  const widest = low.reduce((most, from, row) => Math.max(most, high[row]! - from + 1), 0)
  // Scores are kept for the backward pass only; the best sums only as far back as a bead reaches.
  const scores = new Float32Array((temperature === null ? widest : size) * types)
  const best = Array.from({ length: reach }, () => new Float64Array(widest * STATES))
  const chosen = new Uint8Array(size * STATES)
  const gains = new Float32Array(size * STATES)
  for (let row = 0; row <= rows; row += 1) {
    const at = temperature === null ? 0 : offset[row]! * types
    score(top + row, scores, at)
    const sums = best[row % reach]!
    sums.fill(NONE)
    if (row === 0) sums[0] = 0
    const lowest = low[row]!
    const cells = high[row]! - lowest + 1
    for (let cell = 0; cell < cells; cell += 1) {
      for (let type = 0; type < types; type += 1) {
        const gain = scores[at + cell * types + type]!
        if (gain === NONE) continue
        const above = row - takes.left[type]!
        const state = takes.state[type]!
        const behind = best[above % reach]!
        const from = (lowest + cell - takes.right[type]! - low[above]!) * STATES
        const to = cell * STATES + state
        let before = 0
        let sum = behind[from]!
        const second = behind[from + 1]! + (state === 1 ? NEXT_GAP : 0)
        if (second > sum) {
          before = 1
          sum = second
        }
        const third = behind[from + 2]! + (state === 2 ? NEXT_GAP : 0)
        if (third > sum) {
          before = 2
          sum = third
        }
        sum += gain
        if (sum > sums[to]!) {
          sums[to] = sum
          const node = (offset[row]! + cell) * STATES + state
          chosen[node] = type * STATES + before
          gains[node] = gain
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
    const probability = posterior === null ? 1 : Math.min(1, posterior.probability(row, j, type))
    path.push({ i: top + row, j, type, gain: gains[node]!, posterior: probability })
    if (posterior !== null) keepWay(posterior.spread, row, j)
    state = chosen[node]! % STATES
    row -= takes.left[type]!
    j -= takes.right[type]!
  }
  return { steps: path.reverse(), touched, spread: posterior?.spread ?? null }
}

/** How many units each type of bead takes on either side, and the state it leaves behind; `widest` is the most of the left. */
interface Takes {
  readonly left: Uint8Array
  readonly right: Uint8Array
  readonly state: Uint8Array
  readonly widest: number
}

function readTakes(types: readonly BeadType[]): Takes {
  return {
    left: Uint8Array.from(types, ({ left }) => left),
    right: Uint8Array.from(types, ({ right }) => right),
    state: Uint8Array.from(types, ({ left, right }) => (right === 0 ? 1 : left === 0 ? 2 : 0)),
    widest: Math.max(...types.map(({ left }) => left)),
  }
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

/** Under e⁻³⁰ a term changes nothing that is shown. */
const NOTHING = 30

/**
 * Forward–backward over the whole corridor: gives the probability of a bead by its row, its right end and its type, whatever bead came before, and where ways lead at all.
 * Sums are kept apart by what comes next: a full bead, or a gap of either side, which gains behind its like.
 */
function posteriors(
  { corridor }: Searched,
  takes: Takes,
  offset: Float64Array,
  scores: Float32Array,
  temperature: number,
) {
  const { low, high } = corridor
  const rows = low.length - 1
  const types = takes.left.length
  const size = offset[rows + 1]!
  const gain = NEXT_GAP / temperature
  const more = Math.exp(gain) - 1
  const terms = new Float64Array(types)

  /** Log of the sum of the first `count` terms, of which `most` is the largest. */
  const sumTerms = (count: number, most: number): number => {
    if (count <= 1) return most
    let total = 0
    for (let k = 0; k < count; k += 1) {
      const term = terms[k]! - most
      if (term > -NOTHING) total += term === 0 ? 1 : Math.exp(term)
    }
    return total === 1 ? most : most + Math.log(total)
  }
  /** Puts the sums of a node: of a full bead and gaps of either side, these once for each state, in which one kind of gap gains. */
  const put = (sums: Float64Array, node: number, full: number, gaps1: number, gaps2: number): void => {
    const at = node * STATES
    const rest = full - NOTHING
    const most = gaps1 > full && gaps1 > gaps2 ? gaps1 : gaps2 > full ? gaps2 : full
    // Mostly full beads are everything; and nothing at all may lead to a node.
    if ((gaps1 + gain < rest && gaps2 + gain < rest) || most === NONE) {
      sums[at] = full
      sums[at + 1] = full
      sums[at + 2] = full
      return
    }
    const one = gaps1 > most - NOTHING ? Math.exp(gaps1 - most) : 0
    const two = gaps2 > most - NOTHING ? Math.exp(gaps2 - most) : 0
    const all = one + two + (full > most - NOTHING ? Math.exp(full - most) : 0)
    const usual = all === 1 ? most : most + Math.log(all)
    sums[at] = usual
    sums[at + 1] = one === 0 ? usual : most + Math.log(all + one * more)
    sums[at + 2] = two === 0 ? usual : most + Math.log(all + two * more)
  }

  // before[node × STATES + state]: all ways to the node, ready for a bead that leaves that state behind.
  const before = new Float64Array(size * STATES).fill(NONE)
  for (let row = 0; row <= rows; row += 1) {
    const lowest = low[row]!
    const cells = high[row]! - lowest + 1
    for (let cell = 0; cell < cells; cell += 1) {
      const node = offset[row]! + cell
      let gaps1 = NONE
      let gaps2 = NONE
      let most = node === 0 ? 0 : NONE
      let count = 0
      if (node === 0) terms[count++] = 0
      for (let type = 0; type < types; type += 1) {
        const score = scores[node * types + type]!
        if (score === NONE) continue
        const state = takes.state[type]!
        const above = row - takes.left[type]!
        const from = offset[above]! + lowest + cell - takes.right[type]! - low[above]!
        const sum = before[from * STATES + state]! + score / temperature
        if (state === 1) gaps1 = sum
        else if (state === 2) gaps2 = sum
        else {
          terms[count++] = sum
          if (sum > most) most = sum
        }
      }
      put(before, node, sumTerms(count, most), gaps1, gaps2)
    }
  }
  // after[node × STATES + state]: all ways from the node to the end, behind a bead that left that state.
  const after = new Float64Array(size * STATES).fill(NONE)
  for (let row = rows; row >= 0; row -= 1) {
    for (let j = high[row]!; j >= low[row]!; j -= 1) {
      const node = offset[row]! + j - low[row]!
      let gaps1 = NONE
      let gaps2 = NONE
      let most = node === size - 1 ? 0 : NONE
      let count = 0
      if (node === size - 1) terms[count++] = 0
      for (let type = 0; type < types; type += 1) {
        const below = row + takes.left[type]!
        const beside = j + takes.right[type]!
        if (below > rows || beside < low[below]! || beside > high[below]!) continue
        const to = offset[below]! + beside - low[below]!
        const score = scores[to * types + type]!
        if (score === NONE) continue
        const state = takes.state[type]!
        const sum = after[to * STATES + state]! + score / temperature
        if (state === 1) gaps1 = sum
        else if (state === 2) gaps2 = sum
        else {
          terms[count++] = sum
          if (sum > most) most = sum
        }
      }
      put(after, node, sumTerms(count, most), gaps1, gaps2)
    }
  }
  const whole = before[(size - 1) * STATES]!
  return {
    spread: spreadOf(corridor, offset, before, after, whole + LEAST_LIVE),
    probability: (row: number, j: number, type: number): number => {
      const state = takes.state[type]!
      const above = row - takes.left[type]!
      const node = offset[row]! + j - low[row]!
      const from = offset[above]! + j - takes.right[type]! - low[above]!
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
