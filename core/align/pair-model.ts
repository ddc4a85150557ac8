import type { Bead } from '../model'
import { KEY_CLASSES, type Features } from './read-features'

/**
 * What is assumed or learned of a pair of versions. `survival[c]`: the chance that a key of class c in one unit stands in the aligned unit
 * too. `ratio`: right characters for one left character. `spread`: standard deviation of the log of the ratio for long units, `spreadShort`²:
 * variance a character, which is what short units add. `background`: the same deviation between units that have nothing to do with each other.
 */
export interface PairModel {
  readonly survival: readonly number[]
  readonly ratio: number
  readonly spread: number
  readonly spreadShort: number
  readonly background: number
}

/**
 * Survival before anything is known of the pair, in the order of KEY_CLASSES: symbols, dates and figures nearly always survive; a concept
 * of the term base mostly; a meaning of the lexicon every other time; a name a little more often, since it may be found in one language only; a word beginning rarely, unless the languages are close. A learned pair has its own trust instead.
 */
const SURVIVAL = [0.95, 0.9, 0.85, 0.7, 0.5, 0.6, 0.8, 0.9, 0.25, 0.5] as const

/** Characters of equal length on both sides that whole texts are mixed with: the totals of a few paragraphs tell what is missing, not how long the languages are. */
const PRIOR_LENGTH = 2000

/** How many made-up units the starting values are worth when a pair's own values are learned. */
const PRIOR_UNITS = 20

/**
 * Deviations of the log length ratio: of long units, and what the square root of the length is divided into for short ones (variance 5 a character, near the 6.8 of
 * Gale & Church 1993). Chosen on Text+Berg; damaged texts score alike with twice as much.
 */
const SPREAD = 0.122
const SPREAD_SHORT = 2.24
const LEAST_BACKGROUND = 0.7

/** Of the words of one side that the other has somewhere, the share that stands in the aligned unit: measured on Text+Berg and the Declaration. */
const MET_IN_PLACE = 0.6

/** The model of a pair before its first pass: lengths from the whole texts, survival by class; for words, by how many the sides share at all. */
export function startModel(features: Features): PairModel {
  const { left, right } = features
  const total = (lengths: Float64Array) => lengths.reduce((sum, length) => sum + length, 0)
  return {
    survival: SURVIVAL.map((chance, c) =>
      KEY_CLASSES[c] === 'words' ? MET_IN_PLACE * sharedWords(features) : chance,
    ),
    ratio: (total(right.length) + PRIOR_LENGTH) / (total(left.length) + PRIOR_LENGTH),
    spread: SPREAD,
    spreadShort: SPREAD_SHORT,
    background: Math.max(LEAST_BACKGROUND, Math.hypot(logDeviation(left.length), logDeviation(right.length))),
  }
}

/** The share of word keys, counted by their units, that the other side holds too; 0 between scripts that share no letters. */
function sharedWords({ left, right, classes }: Features): number {
  const words = KEY_CLASSES.indexOf('words')
  let all = 0
  let shared = 0
  for (let key = 0; key < classes.length; key += 1) {
    if (classes[key] !== words) continue
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
 * Learns a pair's own values from the beads of a pass that are 1:1 and surer than 0.9: survival of each class of keys and the length ratio.
 * Few sure beads move the values little; none leaves the model as it is.
 */
export function learnModel(features: Features, beads: readonly Bead[], before: PairModel): PairModel {
  const { left, right, classes } = features
  const held = new Float64Array(KEY_CLASSES.length)
  const kept = new Float64Array(KEY_CLASSES.length)
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
    let b = right.start[j]!
    const bEnd = right.start[j + 1]!
    for (let k = b; k < bEnd; k += 1) held[classes[right.keys[k]!]!]! += 0.5
    for (let a = left.start[i]!; a < left.start[i + 1]!; a += 1) {
      const key = left.keys[a]!
      while (b < bEnd && right.keys[b]! < key) b += 1
      const shared = b < bEnd && right.keys[b] === key
      held[classes[key]!]! += 0.5
      if (shared) kept[classes[key]!]! += 1
    }
  }
  const root = Math.sqrt(before.ratio)
  const ratio = (rightTotal + PRIOR_LENGTH * root) / (leftTotal + PRIOR_LENGTH / root)
  return {
    ...before,
    ratio,
    survival: before.survival.map((chance, c) =>
      Math.min(0.98, (kept[c]! + chance * PRIOR_UNITS) / (held[c]! + PRIOR_UNITS)),
    ),
  }
}

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
  const near = Math.sqrt(model.spread ** 2 + model.spreadShort ** 2 / ((a + b) / 2 + 5))
  const far = Math.hypot(model.background, near)
  const score = 0.5 * ((log / far) ** 2 - (log / near) ** 2) + Math.log(far / near)
  return Math.max(-12, score)
}
