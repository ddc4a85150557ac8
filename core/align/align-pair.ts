import type { Bead } from '../model'
import type { AlignUnit } from './align-unit'
import { BEAD_TYPES } from './bead-types'
import { findCorridor } from './corridor'
import { explainBead } from './explain-bead'
import { findMoves } from './find-moves'
import { keyWeights } from './key-weights'
import { learnModel, startModel } from './pair-model'
import { readFeatures } from './read-features'
import { readStructure } from './read-structure'
import { scoreLattice, type Pair } from './score-lattice'
import { search } from './search'

/**
 * What the sum of log-likelihoods is divided by before it is read as a probability: words of one sentence are not independent, so their sum
 * claims too much.
 */
const TEMPERATURE = 2

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
  for (let widen = 1; ; widen *= 2) {
    const { steps, touchedEdge } = search(scoreLattice(pair, findCorridor(pair.features, widen)), TEMPERATURE)
    if (touchedEdge && widen < 8) continue
    return leftGapsFirst(
      steps.map(({ i, j, type, posterior }) => {
        const bead = BEAD_TYPES[type]!
        const range = (end: number, count: number) => Array.from({ length: count }, (_, k) => end - count + k)
        return { left: range(i, bead.left), right: range(j, bead.right), confidence: posterior, evidence: [] }
      }),
    )
  }
}

/** Gaps of both sides at one place have no order of their own; the left side's come first, so that equal scores give one result. */
function leftGapsFirst(beads: readonly Bead[]): readonly Bead[] {
  const result: Bead[] = []
  let waiting: Bead[] = []
  for (const bead of beads) {
    if (bead.left.length === 0) {
      waiting.push(bead)
      continue
    }
    if (bead.right.length > 0) {
      result.push(...waiting)
      waiting = []
    }
    result.push(bead)
  }
  return [...result, ...waiting]
}
