import type { Bead } from '../model'
import type { AlignUnit } from './align-unit'
import { BEAD_TYPES } from './bead-types'
import { findCorridor } from './corridor'
import { explainBead } from './explain-bead'
import { findMoves } from './find-moves'
import { keyWeights, lostByUnit, type KeyWeights } from './key-weights'
import { learnModel, startModel, type PairModel } from './pair-model'
import { readFeatures, type Features } from './read-features'
import { readStructure, structureScore, type Structure } from './read-structure'
import { search } from './search'

/** Everything that is known of a pair while it is being aligned. */
export interface Pair {
  readonly features: Features
  readonly structure: readonly [Structure, Structure]
  readonly model: PairModel
  readonly weights: KeyWeights
}

/**
 * What the sum of log-likelihoods is divided by before it is read as a probability: words of one sentence are not independent, so their sum
 * claims too much.
 */
const TEMPERATURE = 2.5

/**
 * Aligns two sequences of units. Each unit stands in exactly one bead; beads are in order on both sides, but for moved ones (`moved`), which
 * stand where their left unit stands. Confidences are posterior probabilities. The first pass learns the pair's own length ratio and how well
 * its keys survive translation; the second uses them.
 */
export function alignPair(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
): readonly (Bead & { readonly moved: boolean })[] {
  const features = readFeatures(left, right)
  const structure = readStructure(left, right)
  let model = startModel(features)
  let beads: readonly Bead[] = []
  let pair: Pair = { features, structure, model, weights: keyWeights(features, model) }
  for (const pass of [1, 2]) {
    if (pass > 1) {
      model = learnModel(features, beads, model)
      pair = { ...pair, model, weights: keyWeights(features, model) }
    }
    beads = alignWith(pair)
  }
  const placed = findMoves(pair, beads)
  return placed.map((bead) => ({ ...bead, evidence: explainBead(pair, bead, left, right) }))
}

function alignWith(pair: Pair): readonly Bead[] {
  const { features, model, weights, structure } = pair
  const { left, right } = features
  for (let widen = 1; ; widen *= 2) {
    const corridor = findCorridor(features, widen)
    const { steps, touchedEdge } = search({
      rows: left.count,
      columns: right.count,
      corridor,
      together: togetherScores(features, weights, structure),
      lostLeft: lostByUnit(left.keys, left.start, weights.lost),
      lostRight: lostByUnit(right.keys, right.start, weights.lost),
      lengthLeft: left.length,
      lengthRight: right.length,
      lengthScore: (a, b) => lengthScore(model, a, b),
      temperature: TEMPERATURE,
    })
    if (!touchedEdge || widen >= 8) {
      return steps.map(({ i, j, type, posterior }) => {
        const bead = BEAD_TYPES[type]!
        const range = (end: number, count: number) => Array.from({ length: count }, (_, k) => end - count + k)
        return { left: range(i, bead.left), right: range(j, bead.right), confidence: posterior, evidence: [] }
      })
    }
  }
}

function togetherScores(
  { left, right, classes }: Features,
  { shared }: KeyWeights,
  [a, b]: readonly [Structure, Structure],
) {
  // For each key the right units that hold it, in order: an inverted index, so that a row costs what it shares and not what it spans.
  const first = new Int32Array(classes.length + 1)
  for (let key = 0; key < classes.length; key += 1) first[key + 1] = first[key]! + right.frequency[key]!
  const postings = new Int32Array(first[classes.length]!)
  const fill = first.slice()
  for (let j = 0; j < right.count; j += 1) {
    for (let k = right.start[j]!; k < right.start[j + 1]!; k += 1) postings[fill[right.keys[k]!]!++] = j
  }
  return (i: number, from: number, to: number, into: Float32Array, at: number) => {
    for (let j = from; j < to; j += 1) into[at + j - from] = structureScore(a, i, b, j)
    for (let k = left.start[i]!; k < left.start[i + 1]!; k += 1) {
      const key = left.keys[k]!
      const weight = shared[key]!
      if (weight === 0) continue
      let lo = first[key]!
      const end = first[key + 1]!
      let hi = end
      while (lo < hi) {
        const mid = (lo + hi) >> 1
        if (postings[mid]! < from) lo = mid + 1
        else hi = mid
      }
      for (; lo < end && postings[lo]! < to; lo += 1) into[at + postings[lo]! - from]! += weight
    }
  }
}

/**
 * How much better two lengths fit as translations of each other than as strangers, in nats: two normal distributions of the log ratio (after
 * Gale & Church 1993, whose variance per character is what makes short units vary more).
 */
export function lengthScore(model: PairModel, left: number, right: number): number {
  const log = Math.log((right + 1) / (model.ratio * left + 1))
  const near = Math.sqrt(
    model.spread ** 2 + model.spreadShort ** 2 / (left + right / model.ratio + 10) ** 1.5,
  )
  const far = Math.hypot(model.background, near)
  const score = 0.5 * ((log / far) ** 2 - (log / near) ** 2) + Math.log(far / near)
  return Math.max(-12, score)
}
