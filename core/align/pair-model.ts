import type { Bead } from '../model'
import { learnSeams, type SeamWeights } from './learn-seams'
import { KEY_CLASSES } from './read-said'
import type { Features, Side } from './read-features'
import type { AlignSettings } from './settings'
import { dotOf, learnSimilarity, startSimilarity, type SimilarityModel } from './similarity'

/**
 * What is assumed or learned of a pair of versions. `byClass[c]`: the chance that a key of class c in one unit stands in the aligned unit too; `survival`: the same
 * by key id. `ratio`: right characters for one left character. `spread`: standard deviation of the log of the ratio for long units,
 * `spreadShort`²: variance a character, which is what short units add. `background`: the same deviation between units that have nothing to do
 * with each other. `seams`: what the seam of two units that stand in one bead adds.
 */
export interface PairModel {
  readonly byClass: readonly number[]
  readonly survival: Float32Array
  readonly ratio: number
  readonly spread: number
  readonly spreadShort: number
  readonly background: number
  readonly seams: SeamWeights
  /** How alike the vectors of units are, where there are any. */
  readonly similarity: SimilarityModel | null
}

/**
 * Survival before anything is known of the pair, in the order of KEY_CLASSES: symbols, dates and figures nearly always survive; a concept
 * of the term base mostly; a meaning of the lexicon every other time; a name a little more often, since it may be found in one language only; a word
 * beginning rarely, unless the languages are close. Learned pairs and third versions have their own trust instead.
 */
const SURVIVAL = [0.95, 0.9, 0.85, 0.7, 0.5, 0.6, 0.8, 0.9, 0.25, 0.5, 0.7] as const

/** Characters of equal length on both sides that whole texts are mixed with: the totals of a few paragraphs tell what is missing, not how long the languages are. */
const PRIOR_LENGTH = 2000

/** How many made-up units the starting values are worth when a pair's own values are learned. */
const PRIOR_UNITS = 20

/** The same for a single key, whose class is what is known of it beforehand: 4 to 8 score alike on damaged texts. */
const PRIOR_KEY = 4

/** Sure units that must hold a key before it is judged by itself: its own beads are chosen by it too, and of few that is all one sees. */
const LEAST_HELD = 5

/**
 * A single key is not believed to survive oftener than this, unless its class is: names, concepts and words that say one thing come together, and a pronoun in the other
 * text takes them all away at once. 0.8 to 0.9 score alike, 0.95 loses two points on the Charter.
 */
const MOST_SURVIVAL = 0.85

const LEAST_BACKGROUND = 0.7

/** Of the words of one side that the other has somewhere, the share that stands in the aligned unit: measured on Text+Berg and the Declaration. */
const MET_IN_PLACE = 0.6

const WORDS = KEY_CLASSES.indexOf('words')

/** The model of a pair before its first pass: lengths from the whole texts, survival by class; for words, by how many the sides share at all. */
export function startModel(features: Features, { spread, spreadShort }: AlignSettings): PairModel {
  const { left, right, classes } = features
  const total = (lengths: Float64Array) => lengths.reduce((sum, length) => sum + length, 0)
  const byClass = SURVIVAL.map((chance, c) => (c === WORDS ? MET_IN_PLACE * sharedWords(features) : chance))
  return {
    byClass,
    survival: Float32Array.from(classes, (c) => byClass[c]!),
    ratio: (total(right.length) + PRIOR_LENGTH) / (total(left.length) + PRIOR_LENGTH),
    spread,
    spreadShort,
    background: Math.max(LEAST_BACKGROUND, Math.hypot(logDeviation(left.length), logDeviation(right.length))),
    seams: learnSeams(features, [], 0),
    similarity:
      left.vectors === null || right.vectors === null ? null : startSimilarity(left.vectors, right.vectors),
  }
}

/** The share of word keys, counted by their units, that the other side holds too; 0 between scripts that share no letters. */
function sharedWords({ left, right, classes }: Features): number {
  let all = 0
  let shared = 0
  for (let key = 0; key < classes.length; key += 1) {
    if (classes[key] !== WORDS) continue
    const count = left.frequency[key]! + right.frequency[key]!
    all += count
    if (left.frequency[key]! > 0 && right.frequency[key]! > 0) shared += count
  }
  return all === 0 ? 0 : shared / all
}

function logDeviation(lengths: Float64Array): number {
  let count = 0
  let sum = 0
  let squares = 0
  for (const length of lengths) {
    if (length === 0) continue
    const log = Math.log(length)
    count += 1
    sum += log
    squares += log * log
  }
  if (count < 2) return 0
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}

/**
 * Learns a pair's own values from the beads of a pass: survival of each class of keys and of each key that is frequent enough, and the length ratio, from those that
 * are 1:1 and surer than 0.9; seams from all. Few sure beads move the values little; none leaves the model as it is.
 */
export function learnModel(
  features: Features,
  beads: readonly Bead[],
  before: PairModel,
  settings: AlignSettings,
): PairModel {
  const { left, right, classes } = features
  const held = new Float64Array(classes.length)
  const kept = new Float64Array(classes.length)
  const cosines: number[] = []
  let leftTotal = 0
  let rightTotal = 0
  for (const bead of beads) {
    const i = bead.left[0]
    const j = bead.right[0]
    if (
      i === undefined ||
      j === undefined ||
      bead.left.length + bead.right.length !== 2 ||
      bead.confidence < 0.9
    )
      continue
    leftTotal += left.length[i]!
    rightTotal += right.length[j]!
    countKeys(left, i, right, j, held, kept)
    if (left.vectors !== null && right.vectors !== null)
      cosines.push(dotOf(left.vectors, i, right.vectors, j))
  }
  const root = Math.sqrt(before.ratio)
  const byClass = classSurvival(classes, held, kept, before.byClass)
  return {
    ...before,
    byClass,
    survival: Float32Array.from(classes, (c, key) => {
      const chance = byClass[c]!
      if (c === WORDS || held[key]! < LEAST_HELD) return chance
      const own = (kept[key]! + chance * PRIOR_KEY) / (held[key]! + PRIOR_KEY)
      return Math.min(Math.max(MOST_SURVIVAL, chance), own)
    }),
    ratio: (rightTotal + PRIOR_LENGTH * root) / (leftTotal + PRIOR_LENGTH / root),
    seams: learnSeams(features, beads, settings.seams),
    similarity: before.similarity === null ? null : learnSimilarity(before.similarity, cosines),
  }
}

/** Counts the keys of two units that belong together: `held` half a time for each side, `kept` where both hold it. */
function countKeys(
  left: Side,
  i: number,
  right: Side,
  j: number,
  held: Float64Array,
  kept: Float64Array,
): void {
  let b = right.start[j]!
  const bEnd = right.start[j + 1]!
  for (let k = b; k < bEnd; k += 1) held[right.keys[k]!]! += 0.5
  for (let a = left.start[i]!; a < left.start[i + 1]!; a += 1) {
    const key = left.keys[a]!
    while (b < bEnd && right.keys[b]! < key) b += 1
    held[key]! += 0.5
    if (b < bEnd && right.keys[b] === key) kept[key]! += 1
  }
}

function classSurvival(
  classes: Uint8Array,
  held: Float64Array,
  kept: Float64Array,
  before: readonly number[],
): readonly number[] {
  const heldOf = new Float64Array(KEY_CLASSES.length)
  const keptOf = new Float64Array(KEY_CLASSES.length)
  classes.forEach((c, key) => {
    heldOf[c]! += held[key]!
    keptOf[c]! += kept[key]!
  })
  return before.map((chance, c) =>
    Math.min(0.98, (keptOf[c]! + chance * PRIOR_UNITS) / (heldOf[c]! + PRIOR_UNITS)),
  )
}

/** However badly two lengths fit, they say no more than this against a bead, in nats. */
export const LEAST_LENGTH_SCORE = -12

/**
 * How much better two lengths fit as translations of each other than as strangers, in nats: two normal distributions of the log ratio (after
 * Gale & Church 1993, whose variance per character is what makes short units vary more).
 */
export function lengthScore(model: PairModel, left: number, right: number): number {
  // Both sides on a scale between them, so that neither is the one that the other is measured by.
  const root = Math.sqrt(model.ratio)
  const a = left * root
  const b = right / root
  const log = Math.log((b + 1) / (a + 1))
  const near = model.spread * model.spread + (model.spreadShort * model.spreadShort) / ((a + b) / 2 + 5)
  const far = model.background * model.background + near
  const score = 0.5 * (log * log * (1 / far - 1 / near) + Math.log(far / near))
  return Math.max(LEAST_LENGTH_SCORE, score)
}
