import { BEAD_TYPES } from './bead-types'
import type { Corridor } from './corridor'

/** The score of a bead's length in nats, from the sums of characters on either side. */
export type LengthScore = (left: number, right: number) => number

/** What the search needs: a score for each pair of units inside the corridor, what each unit pays alone, and lengths. */
export interface SearchInput {
  readonly rows: number
  readonly columns: number
  readonly corridor: Corridor
  /** Score of units (i, j) standing together; asked once for each pair inside the corridor, row by row. */
  readonly together: (i: number, from: number, to: number, into: Float32Array, at: number) => void
  readonly lostLeft: Float64Array
  readonly lostRight: Float64Array
  readonly lengthLeft: Float64Array
  readonly lengthRight: Float64Array
  readonly lengthScore: LengthScore
  /** What probabilities are softened by: evidence is not as independent as the sum takes it to be. 1 takes it at its word. */
  readonly temperature: number
}

/** A bead of the best path: it ends at (i, j) and is of BEAD_TYPES[type]; `posterior` is its probability among all paths. */
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

function addLogs(a: number, b: number): number {
  if (a === NONE) return b
  if (b === NONE) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/**
 * The most probable sequence of beads (Viterbi) with the probability of each (forward–backward), within a corridor. Time and memory are
 * proportional to the corridor's area.
 */
export function search(input: SearchInput): SearchResult {
  const { rows, columns, corridor, temperature } = input
  const { low, high } = corridor
  const offset = new Float64Array(rows + 2)
  for (let i = 0; i <= rows; i += 1) offset[i + 1] = offset[i]! + high[i]! - low[i]! + 1
  const size = offset[rows + 1]!
  const together = new Float32Array(size)
  // The pair (i, j) of units is kept at the node (i + 1, j + 1), where a bead that ends with both of them ends.
  for (let i = 1; i <= rows; i += 1) {
    const from = Math.max(1, low[i]!)
    if (from <= high[i]!) input.together(i - 1, from - 1, high[i]!, together, offset[i]! + from - low[i]!)
  }
  const sums = (values: Float64Array) => {
    const total = new Float64Array(values.length + 1)
    values.forEach((value, k) => (total[k + 1] = total[k]! + value))
    return total
  }
  const lostLeft = sums(input.lostLeft)
  const lostRight = sums(input.lostRight)
  const lengthLeft = sums(input.lengthLeft)
  const lengthRight = sums(input.lengthRight)
  const inside = (i: number, j: number) => i >= 0 && j >= low[i]! && j <= high[i]!

  const beadScore = (i: number, j: number, type: number): number => {
    const { left: m, right: n, cost } = BEAD_TYPES[type]!
    if (m === 0 || n === 0) return cost
    let score = cost - (lostLeft[i]! - lostLeft[i - m]!) - (lostRight[j]! - lostRight[j - n]!)
    for (let a = i - m + 1; a <= i; a += 1) {
      const base = offset[a]! - low[a]!
      for (let b = j - n + 1; b <= j; b += 1) {
        if (b < low[a]! || b > high[a]!) return NONE
        score += together[base + b]!
      }
    }
    return (
      score + input.lengthScore(lengthLeft[i]! - lengthLeft[i - m]!, lengthRight[j]! - lengthRight[j - n]!)
    )
  }

  const best = new Float64Array(size).fill(NONE)
  const forward = new Float64Array(size).fill(NONE)
  const chosen = new Uint8Array(size)
  best[0] = 0
  forward[0] = 0
  for (let i = 0; i <= rows; i += 1) {
    for (let j = low[i]!; j <= high[i]!; j += 1) {
      const node = offset[i]! + j - low[i]!
      if (node === 0) continue
      let top = NONE
      let all = NONE
      for (let type = 0; type < BEAD_TYPES.length; type += 1) {
        const bead = BEAD_TYPES[type]!
        const a = i - bead.left
        const b = j - bead.right
        if (!inside(a, b)) continue
        const from = offset[a]! + b - low[a]!
        if (best[from] === NONE) continue
        const score = beadScore(i, j, type)
        if (score === NONE) continue
        if (best[from]! + score > top) {
          top = best[from]! + score
          chosen[node] = type
        }
        all = addLogs(all, forward[from]! + score / temperature)
      }
      best[node] = top
      forward[node] = all
    }
  }

  const backward = new Float64Array(size).fill(NONE)
  backward[size - 1] = 0
  for (let i = rows; i >= 0; i -= 1) {
    for (let j = high[i]!; j >= low[i]!; j -= 1) {
      const node = offset[i]! + j - low[i]!
      const after = backward[node]!
      if (after === NONE || best[node] === NONE) continue
      for (let type = 0; type < BEAD_TYPES.length; type += 1) {
        const bead = BEAD_TYPES[type]!
        const a = i - bead.left
        const b = j - bead.right
        if (!inside(a, b)) continue
        const from = offset[a]! + b - low[a]!
        if (best[from] === NONE) continue
        const score = beadScore(i, j, type)
        if (score !== NONE) backward[from] = addLogs(backward[from]!, after + score / temperature)
      }
    }
  }

  const whole = forward[size - 1]!
  const steps: PathStep[] = []
  let touchedEdge = false
  let i = rows
  let j = columns
  while (i > 0 || j > 0) {
    const node = offset[i]! + j - low[i]!
    if ((j - low[i]! < 3 && low[i]! > 0) || (high[i]! - j < 3 && high[i]! < columns)) touchedEdge = true
    const type = chosen[node]!
    const bead = BEAD_TYPES[type]!
    const a = i - bead.left
    const b = j - bead.right
    const from = offset[a]! + b - low[a]!
    const log = forward[from]! + beadScore(i, j, type) / temperature + backward[node]! - whole
    steps.push({ i, j, type, posterior: Math.min(1, Math.exp(log)) })
    i = a
    j = b
  }
  return { steps: steps.reverse(), touchedEdge }
}
