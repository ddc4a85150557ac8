import type { Bead, WordPair } from '../model'
import type { AlignUnit } from './align-unit'
import { BEAD_TYPES, COARSE_TYPES, type BeadType } from './bead-types'
import { corridorAround, findCorridor } from './corridor'
import { explainBead } from './explain-bead'
import { findMoves } from './find-moves'
import { keyWeights } from './key-weights'
import { beadWords, learnPairs } from './learn-pairs'
import { findSwaps, foldGaps } from './mend-beads'
import { learnModel, startModel, type PairModel } from './pair-model'
import { readFeatures, readSaid, type Features } from './read-features'
import { readStructure } from './read-structure'
import { scoreLattice, type Pair } from './score-lattice'
import { search, type PathStep } from './search'

/**
 * What the sum of log-likelihoods is divided by before it is read as a probability: words of one sentence are not independent, so their sum
 * claims too much.
 */
const TEMPERATURE = 2

/** How often the words that answer each other are learned anew from the way found with the last ones; a third time changes nothing on Text+Berg. */
const ROUNDS = 2

/** Units to either side of the coarse way that the fine pass looks at: more than its widest bead. */
const FINE_HALF_WIDTH = 7

/** How a pair is aligned. */
export interface PairOptions {
  /** Pairs of words learned beforehand, by stem. */
  readonly given?: readonly WordPair[]
  /** Whether more pairs are learned from the two texts themselves (default); without it a long text takes half the time. */
  readonly learn?: boolean
}

/**
 * Aligns two sequences of units. Each unit stands in exactly one bead; beads are in order on both sides, but for moved ones (`moved`), which
 * stand where their left unit stands. Confidences are posterior probabilities. The first pass learns the pair's own length ratio and how well
 * its keys survive translation; later ones also which words of the two texts answer each other.
 */
export function alignPair(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  { given = [], learn = true }: PairOptions = {},
): readonly (Bead & { readonly moved: boolean })[] {
  const structure = readStructure(left, right)
  const said = [readSaid(left), readSaid(right)] as const
  const bare = readFeatures(...said, given)
  const withModel = (features: Features, model: PairModel): Pair => ({
    features,
    structure,
    model,
    weights: keyWeights(features, model),
  })
  const first = withModel(bare, startModel(bare))
  const coarse = coarsePass(first)
  let pair = withModel(bare, learnModel(bare, toBeads(coarse, COARSE_TYPES), first.model))
  let way = finePass(pair, coarse, null)
  for (let round = 0; learn && round < ROUNDS; round += 1) {
    if (round > 0) way = finePass(pair, way, null)
    const known = toBeads(way, BEAD_TYPES)
    const found = learnPairs(beadWords(said[0].words, said[1].words, known))
    const features = readFeatures(...said, joinPairs(given, found))
    pair = withModel(features, learnModel(features, known, pair.model))
  }
  const beads = leftGapsFirst(toBeads(finePass(pair, way, TEMPERATURE), BEAD_TYPES))
  const placed = findSwaps(pair, foldGaps(pair, findMoves(pair, beads)))
  return placed.map((bead) => ({ ...bead, evidence: explainBead(pair, bead, left, right) }))
}

/** The way through the whole text, by few shapes of bead in a wide corridor. */
function coarsePass(pair: Pair): readonly PathStep[] {
  for (let widen = 1; ; widen *= 2) {
    const { steps, touchedEdge } = search(
      scoreLattice(pair, findCorridor(pair.features, widen), COARSE_TYPES),
      TEMPERATURE,
    )
    if (!touchedEdge || widen >= 8) return steps
  }
}

/** All shapes of bead, close to the way that is known. */
function finePass(pair: Pair, way: readonly PathStep[], temperature: number | null): readonly PathStep[] {
  const { left, right } = pair.features
  for (let half = FINE_HALF_WIDTH; ; half *= 2) {
    const corridor = corridorAround(way, left.count, right.count, half)
    const { steps, touchedEdge } = search(scoreLattice(pair, corridor, BEAD_TYPES), temperature)
    if (!touchedEdge || half >= 4 * FINE_HALF_WIDTH) return steps
  }
}

function toBeads(steps: readonly PathStep[], types: readonly BeadType[]): readonly Bead[] {
  return steps.map(({ i, j, type, posterior }) => {
    const { left, right } = types[type]!
    const range = (end: number, count: number) => Array.from({ length: count }, (_, k) => end - count + k)
    return { left: range(i, left), right: range(j, right), confidence: posterior, evidence: [] }
  })
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

/** Both lists as one: a pair that stands in both is believed as far as the better of them says. */
function joinPairs(given: readonly WordPair[], found: readonly WordPair[]): readonly WordPair[] {
  const joined = new Map<string, WordPair>()
  for (const pair of [...given, ...found]) {
    const name = `${pair.left} ${pair.right}`
    const known = joined.get(name)
    if (known === undefined || known.trust < pair.trust) joined.set(name, pair)
  }
  return [...joined.values()]
}
