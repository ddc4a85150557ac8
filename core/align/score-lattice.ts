import type { BeadType } from './bead-types'
import type { Corridor } from './corridor'
import type { KeyWeights } from './key-weights'
import { lengthScore, type PairModel } from './pair-model'
import { KEY_CLASSES, type Features } from './read-features'
import { structureScore, type Structure } from './read-structure'

/** Everything that is known of a pair while it is being aligned. */
export interface Pair {
  readonly features: Features
  readonly structure: readonly [Structure, Structure]
  readonly model: PairModel
  readonly weights: KeyWeights
}

/** The nodes of a corridor, numbered row by row, and the score of every bead that ends at each: `scores[node × types.length + type]`. */
export interface Lattice {
  readonly rows: number
  readonly columns: number
  readonly corridor: Corridor
  /** The shapes of bead, the left gap first and the right gap second. */
  readonly types: readonly BeadType[]
  /** Number of the node (i, low[i]). */
  readonly offset: Float64Array
  /** In nats; -Infinity where a bead would begin outside the corridor. */
  readonly scores: Float32Array
}

/**
 * The share of that formula that is taken for anchors and meanings: neighbours share them, so a second unit brings fewer chances than a strange one would. 0.4 to 0.7
 * score alike on damaged texts in five languages; 1 loses two points. Word beginnings and learned pairs are too many and too rare to be met by chance: any
 * share of it loses on Text+Berg.
 */
const MORE_UNITS = 0.6

const FIRST_WORD_CLASS = KEY_CLASSES.indexOf('words')

/**
 * Scores every bead inside the corridor. The units of a bead count as one: a key that stands in several of them counts once on its side. The
 * more units a bead takes, the likelier a key is met in it by chance, and the less it says: by log(2mn/(m+n)) for m and n units, the weight's own
 * formula for keys as frequent on either side, times MORE_UNITS.
 */
export function scoreLattice(
  { features, structure, model, weights }: Pair,
  corridor: Corridor,
  types: readonly BeadType[],
): Lattice {
  const { left, right, classes } = features
  const { low, high } = corridor
  const structured = structure[0].known && structure[1].known
  const rows = left.count
  const columns = right.count
  const count = types.length
  // For each number of left units, the types that take it and some of the right, by rising number of right units.
  const most = Math.max(...types.map((bead) => bead.left))
  const byLeft = Array.from({ length: most + 1 }, (_, m) =>
    types
      .map((bead, type) => ({ ...bead, type }))
      .filter((bead) => bead.left === m && bead.right > 0)
      .sort((a, b) => a.right - b.right),
  )
  const offset = new Float64Array(rows + 2)
  for (let i = 0; i <= rows; i += 1) offset[i + 1] = offset[i]! + high[i]! - low[i]! + 1
  const scores = new Float32Array(offset[rows + 1]! * count).fill(-Infinity)
  const { shared, lost } = weights
  // Stamps instead of sets: a key belongs to the bead at hand when it carries the bead's number.
  const onLeft = new Int32Array(shared.length)
  const counted = new Int32Array(shared.length)
  let leftStamp = 0
  let rightStamp = 0
  const lengthsLeft = cumulate(left.length)
  const lengthsRight = cumulate(right.length)

  for (let i = 0; i <= rows; i += 1) {
    for (let j = low[i]!; j <= high[i]!; j += 1) {
      const at = (offset[i]! + j - low[i]!) * count
      if (i > 0 && j >= low[i - 1]! && j <= high[i - 1]!) scores[at] = types[0]!.cost
      if (j > low[i]!) scores[at + 1] = types[1]!.cost
    }
    let lostLeft = 0
    leftStamp += 1
    for (let m = 1; m <= Math.min(most, i); m += 1) {
      const unit = i - m
      for (let a = left.start[unit]!; a < left.start[unit + 1]!; a += 1) {
        const key = left.keys[a]!
        if (onLeft[key] !== leftStamp) {
          onLeft[key] = leftStamp
          lostLeft += lost[key]!
        }
      }
      const shapes = byLeft[m]!
      if (shapes.length === 0) continue
      const lengthLeft = lengthsLeft[i]! - lengthsLeft[i - m]!
      for (let j = Math.max(1, low[i]!); j <= high[i]!; j += 1) {
        const at = (offset[i]! + j - low[i]!) * count
        rightStamp += 1
        let content = -lostLeft
        let keys = 0
        let n = 0
        for (const shape of shapes) {
          const first = j - shape.right
          if (first < low[i - m]!) break
          for (; n < shape.right; n += 1) {
            const other = j - n - 1
            if (structured)
              for (let a = i - m; a < i; a += 1)
                content += structureScore(structure[0], a, structure[1], other)
            for (let b = right.start[other]!; b < right.start[other + 1]!; b += 1) {
              const key = right.keys[b]!
              if (counted[key] === rightStamp) continue
              counted[key] = rightStamp
              content -= lost[key]!
              if (onLeft[key] === leftStamp && shared[key]! > 0) {
                content += shared[key]!
                if (classes[key]! < FIRST_WORD_CLASS) keys += 1
              }
            }
          }
          if (first > high[i - m]!) continue
          const chance = keys === 0 ? 0 : MORE_UNITS * keys * Math.log((2 * m * n) / (m + n))
          scores[at + shape.type] =
            shape.cost +
            content -
            chance +
            lengthScore(model, lengthLeft, lengthsRight[j]! - lengthsRight[first]!)
        }
      }
    }
  }
  return { rows, columns, corridor, types, offset, scores }
}

function cumulate(values: Float64Array): Float64Array {
  const total = new Float64Array(values.length + 1)
  values.forEach((value, k) => (total[k + 1] = total[k]! + value))
  return total
}
