import type { Bead, WordPair } from '../model'
import type { AlignUnit } from './align-unit'
import { COARSE_TYPES, COARSEST_TYPES, PARAGRAPH_TYPES, SENTENCE_TYPES, type BeadType } from './bead-types'
import { corridorAround, corridorWithin, findCorridor, type Corridor, type Point } from './corridor'
import { explainBead } from './explain-bead'
import { findMoves } from './find-moves'
import { keyWeights } from './key-weights'
import { learnFromBeads, type IdPair } from './learn-pairs'
import { findSwaps, foldGaps, type PlacedBead } from './mend-beads'
import { learnModel, startModel, type PairModel } from './pair-model'
import { readFeatures, type Features } from './read-features'
import { readSaid, type Said } from './read-said'
import { readStructure } from './read-structure'
import { makeStamps, meetingKeys, rowScorer, type Pair } from './score-rows'
import { search, type PathStep, type Spread } from './search'
import { packVectors } from './similarity'
import { SETTINGS, type AlignSettings } from './settings'

/**
 * What the sum of log-likelihoods is divided by before it is read as a probability: words of one sentence are not independent, so their sum
 * claims too much. With 1.5 the beads of Text+Berg that are given 0.8 to 0.9 are right in 0.92 of cases; 1 to 2 align alike.
 */
export const TEMPERATURE = 1.5

/** How often the words that answer each other are learned anew from the way found with the last ones; a third time changes nothing on Text+Berg. */
const ROUNDS = 2

/** Units to either side of the coarse way that the fine pass looks at: more than its widest bead. */
const FINE_HALF_WIDTH = 7

/** How often the coarse pass looks again in a corridor twice as wide, and how many rows about those where it has touched the edge. */
const COARSE_ROUNDS = 5
const NEAR = 100

/**
 * Units to either side of the coarse way among which it is asked where else a way may lead; fewer in the middle of a run of 1:1 beads that each gain so many nats, whatever
 * shapes there are.
 */
const NEAR_WAY = 3
const NEAR_SURE_WAY = 1
const SURE_GAIN = 10

/** Units to either side of what the last pass has left open that the fine pass looks at; none in the middle of a run of beads beyond doubt, where all would only be found again. */
const MARGIN = 1

/** A bead this probable by its own score, among as many like it to either side, is beyond doubt: the text may be cut there. */
const SURE = 0.999
const SURE_RUN = 3

/** Beads in a piece of text that is searched by itself, so that memory stays small and a wider search local. */
const LEAST_PIECE = 100

/** Addresses of lines and sentences: `l12`, `pp3.s1`. */
const PART = /^l\d+$|\.s\d+$/u

/** How a pair is aligned. */
export interface PairOptions {
  /** Pairs of words learned beforehand, by stem. */
  readonly given?: readonly WordPair[]
  /** Whether more pairs are learned from the two texts themselves (default); without it a long text takes half the time. */
  readonly learn?: boolean
  /** A vector a unit, in order, from one model of sentences for both languages: what says the same lies close together. */
  readonly vectors?: { readonly left: readonly Float32Array[]; readonly right: readonly Float32Array[] }
  /** Default SETTINGS. */
  readonly settings?: AlignSettings
}

/**
 * Aligns two sequences of units. Each unit stands in exactly one bead; beads are in order on both sides, but for moved ones (`moved`), which
 * stand where their left unit stands. Confidences are posterior probabilities. The first pass learns the pair's own length ratio and how well
 * its keys survive translation; later ones also which words of the two texts answer each other.
 */
export function alignPair(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  options: PairOptions = {},
): readonly PlacedBead[] {
  return solvePair(left, right, options).beads
}

/** A pair of texts aligned, with all that was learned of it on the way. */
export interface SolvedPair {
  readonly pair: Pair
  /** As alignPair gives them. */
  readonly beads: readonly PlacedBead[]
}

/** alignPair, for those who go on from there. */
export function solvePair(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  options: PairOptions = {},
): SolvedPair {
  const types = typesFor(left, right)
  const said = readSaid(left, right, options.learn === false ? (options.given ?? []) : undefined)
  const { pair, beads } = alignInOrder(said, readStructure(left, right), types, options)
  const placed = placeBeads(pair, beads)
  return {
    pair,
    beads: placed.map((bead) => ({ ...bead, evidence: explainBead(pair, bead, left, right) })),
  }
}

/** The beads in order, before moves are looked for, with all that was learned of the pair on the way. */
export function alignInOrder(
  said: Said,
  structure: Pair['structure'],
  types: readonly BeadType[],
  { given = [], learn = true, vectors, settings = SETTINGS }: PairOptions = {},
): { readonly pair: Pair; readonly beads: readonly Bead[] } {
  const known = readGiven(said, given)
  const packed =
    vectors === undefined
      ? null
      : ([packVectors(vectors.left, said.left.count), packVectors(vectors.right, said.right.count)] as const)
  const bare = readFeatures(said, known, packed)
  let pair = makePair(bare, structure, types, startModel(bare, settings), settings)
  let way = coarsePass(pair)
  // Words are learned from the best way there is; the model alone is known well enough after the coarse pass.
  if (learn) way = finePass(pair, way)
  for (let round = 1; ; round += 1) {
    const beads = toBeads(way.steps)
    const features = learn ? readFeatures(said, joinPairs(known, learnFromBeads(said, beads)), packed) : bare
    pair = makePair(features, structure, types, learnModel(features, beads, pair.model, settings), settings)
    way = finePass(pair, way)
    if (!learn || round === ROUNDS) return { pair, beads: leftGapsFirst(toBeads(way.steps)) }
  }
}

/** Finds moves, joints and swaps, which a search in order cannot see. */
export function placeBeads(pair: Pair, beads: readonly Bead[]): readonly PlacedBead[] {
  return findSwaps(pair, foldGaps(pair, findMoves(pair, beads)), pair.types === SENTENCE_TYPES)
}

/** What is known of a pair, ready to be searched. */
export function makePair(
  features: Features,
  structure: Pair['structure'],
  types: readonly BeadType[],
  model: PairModel,
  settings: AlignSettings,
): Pair {
  const weights = keyWeights(features, model, settings)
  return {
    features,
    structure,
    types,
    model,
    weights,
    meeting: [meetingKeys(features.left, weights), meetingKeys(features.right, weights)],
    stamps: makeStamps(features.classes.length),
  }
}

/** The shapes of bead that units can have: those of sentences where both sides are cut into lines or sentences. */
export function typesFor(left: readonly AlignUnit[], right: readonly AlignUnit[]): readonly BeadType[] {
  return left.every(isPart) && right.every(isPart) ? SENTENCE_TYPES : PARAGRAPH_TYPES
}

/** A line or a sentence: a piece of a paragraph, with no place of its own in the text. */
function isPart({ address }: AlignUnit): boolean {
  return PART.test(address)
}

/** The way that a pass has found through the whole text, and where else one may lead, by left position. */
interface Way {
  readonly steps: readonly PathStep[]
  readonly spread: Spread
}

/** The way through the whole text, by few shapes of bead, and what lies close to it: where that reaches the edge of the view, all is open. */
function coarsePass(pair: Pair): Way {
  const { left, right } = pair.features
  const start = { i: 0, j: 0 }
  const rough = coarseWay(pair)
  const sure = sureSteps(start, rough, ({ gain }) => gain >= SURE_GAIN)
  const corridor = corridorAround(start, rough, (step) => (sure[step] === 1 ? NEAR_SURE_WAY : NEAR_WAY))
  const score = rowScorer(pair, corridor, COARSE_TYPES)
  const { steps, spread } = search({ corridor, types: COARSE_TYPES, score }, TEMPERATURE)
  const { low, high } = spread!
  for (let row = 0; row <= left.count; row += 1) {
    const before = corridor.low[row]! > 0 && low[row]! <= corridor.low[row]!
    const behind = corridor.high[row]! < right.count && high[row]! >= corridor.high[row]!
    if (before || behind) {
      low[row] = 0
      high[row] = right.count
    }
  }
  return { steps, spread: { low, high } }
}

/**
 * The way in a wide corridor. Where it touches the corridor's edge, the corridor is made wider thereabouts and all is searched again.
 */
function coarseWay(pair: Pair): readonly PathStep[] {
  const rows = pair.features.left.count + 1
  const widen = new Uint8Array(rows).fill(1)
  for (let round = 1; ; round += 1) {
    const corridor = findCorridor(pair.features, widen)
    const score = rowScorer(pair, corridor, COARSEST_TYPES)
    const { steps, touched } = search({ corridor, types: COARSEST_TYPES, score }, null)
    if (touched.length === 0 || round === COARSE_ROUNDS) return steps
    for (const row of touched)
      for (let near = Math.max(0, row - NEAR); near < Math.min(rows, row + NEAR); near += 1)
        widen[near] = 2 ** round
  }
}

/**
 * All shapes of bead, close to the way that is known, a piece of the text at a time: pieces are cut where the way is beyond doubt. Where a piece touches its corridor's
 * edge, it alone is searched again in a wider one.
 */
function finePass(pair: Pair, way: Way): Way {
  const steps: PathStep[] = []
  const rows = pair.features.left.count + 1
  const spread = { low: new Int32Array(rows), high: new Int32Array(rows) }
  let from: Point = { i: 0, j: 0 }
  const sure = sureSteps(from, way.steps, ({ posterior }) => posterior >= SURE)
  const margins = new Uint8Array(rows).fill(MARGIN)
  way.steps.forEach(({ i }, k) => {
    if (sure[k] === 1 && sure[k + 1] === 1) margins[i] = 0
  })
  for (const piece of cutWay(way.steps, sure)) {
    const corridors = corridorsOf(from, piece, way.spread, margins)
    for (let width = 0; width < corridors.length; width += 1) {
      const corridor = corridors[width]!()
      const score = rowScorer(pair, corridor, pair.types)
      const found = search({ corridor, types: pair.types, score }, TEMPERATURE)
      if (found.touched.length > 0 && width + 1 < corridors.length) continue
      for (const step of found.steps) steps.push(step)
      spread.low.set(found.spread!.low, from.i)
      spread.high.set(found.spread!.high, from.i)
      break
    }
    from = piece[piece.length - 1] ?? from
  }
  return { steps, spread }
}

/** Corridors for a piece of the way, ever wider: the first only where the last pass has left anything open. */
function corridorsOf(
  from: Point,
  piece: readonly PathStep[],
  spread: Spread,
  margins: Uint8Array,
): readonly (() => Corridor)[] {
  const around = (half: number) => corridorAround(from, piece, () => half)
  return [
    () => corridorWithin(around(FINE_HALF_WIDTH), spread, margins),
    () => around(FINE_HALF_WIDTH),
    () => around(2 * FINE_HALF_WIDTH),
    () => around(4 * FINE_HALF_WIDTH),
  ]
}

/** Cuts a way into pieces of at least LEAST_PIECE beads, each ending in the middle of a run of sure 1:1 beads. */
function cutWay(way: readonly PathStep[], sure: Uint8Array): readonly (readonly PathStep[])[] {
  const pieces: (readonly PathStep[])[] = []
  let start = 0
  for (let k = 0; k < way.length; k += 1) {
    if (sure[k] === 0 || k + 1 - start < LEAST_PIECE || k + 1 === way.length) continue
    pieces.push(way.slice(start, k + 1))
    start = k + 1
  }
  pieces.push(way.slice(start))
  return pieces
}

/** 1 for the steps of a way that are 1:1 and beyond doubt, and SURE_RUN steps to either side of them too. */
function sureSteps(
  from: Point,
  way: readonly PathStep[],
  beyondDoubt: (step: PathStep) => boolean,
): Uint8Array {
  const run = new Int32Array(way.length)
  way.forEach((step, k) => {
    const before = way[k - 1] ?? from
    const sure = step.i - before.i === 1 && step.j - before.j === 1 && beyondDoubt(step)
    run[k] = sure ? (run[k - 1] ?? 0) + 1 : 0
  })
  return Uint8Array.from(run, (length, k) =>
    length > SURE_RUN && (run[k + SURE_RUN] ?? 0) === length + SURE_RUN ? 1 : 0,
  )
}

/** The way as beads. */
export function toBeads(steps: readonly PathStep[]): readonly Bead[] {
  return steps.map(({ i, j, type, posterior }) => {
    const { left, right } = SENTENCE_TYPES[type]!
    const range = (end: number, count: number) =>
      count === 1 ? [end - 1] : Array.from({ length: count }, (_, k) => end - count + k)
    return {
      left: range(i, left),
      right: range(j, right),
      confidence: posterior,
      evidence: [],
    }
  })
}

/** Gaps of both sides at one place have no order of their own; the left side's come first, so that equal scores give one result. */
export function leftGapsFirst(beads: readonly Bead[]): readonly Bead[] {
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

/** Pairs given by their stems as pairs of ids; those that the texts do not hold are left out. */
function readGiven({ left, right }: Said, given: readonly WordPair[]): readonly IdPair[] {
  if (given.length === 0) return []
  const [lefts, rights] = [numbersOf(left.wordNames), numbersOf(right.wordNames)]
  const known: IdPair[] = []
  for (const pair of given) {
    const x = lefts.get(pair.left)
    const y = x === undefined ? undefined : rights.get(pair.right)
    if (x !== undefined && y !== undefined) known.push({ left: x, right: y, trust: pair.trust })
  }
  return known
}

function numbersOf(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  names.forEach((name, number) => numbers.set(name, number))
  return numbers
}

/** Both lists as one: a pair that stands in both is believed as far as the better of them says. */
function joinPairs(given: readonly IdPair[], found: readonly IdPair[]): readonly IdPair[] {
  if (given.length === 0) return found
  const joined = new Map<string, IdPair>()
  for (const pair of [...given, ...found]) {
    const name = `${pair.left} ${pair.right}`
    const known = joined.get(name)
    if (known === undefined || known.trust < pair.trust) joined.set(name, pair)
  }
  return [...joined.values()]
}
