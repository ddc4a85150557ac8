import { KEY_CLASSES, type Features } from './read-features'
import type { PairModel } from './pair-model'

/** Per key id, in nats: `shared` is gained where both units hold it (against two mentions by chance), `lost` is paid by a unit that holds it alone. */
export interface KeyWeights {
  readonly shared: Float32Array
  readonly lost: Float32Array
}

/**
 * How far a key that one side never holds is believed. Such keys come in crowds (a sentence put in other words has none in common with its
 * translation), so taking each as independent would turn every free translation into a gap. 0 to 0.15 score alike on Text+Berg, 0.3 worse.
 */
const UNANSWERED = 0.15

/** The same for what has one form only in a language: a figure or a name that is nowhere on the other side mostly means that its paragraph is not there either. */
const UNANSWERED_FIRM = 0.6

const FIRM: ReadonlySet<(typeof KEY_CLASSES)[number]> = new Set(['symbol', 'date', 'number', 'name'])

/** How much of what an unanswered anchor costs an unanswered word costs: 0 to 0.5 score alike, 1 loses a point on Text+Berg. */
const LOST_WORDS = 0.2

const WORDS = KEY_CLASSES.indexOf('words')
const LEARNED = KEY_CLASSES.indexOf('learned')

/**
 * Log-likelihood ratios of keys: rare keys that survive translation weigh much, common ones nearly nothing. For a key in a share p of the
 * left units and q of the right ones, and survival s: both hold it with s·(p+q)/2 when aligned and p·q when not; one alone with 1−s against
 * 1−q. (Naive Bayes over Bernoulli keys; the same for both directions.) Word beginnings and learned pairs weigh their rarity alone, learned pairs as far as they are
 * trusted: which of two neighbours a word stands in says more than how many words have survived.
 */
export function keyWeights({ left, right, classes, trust }: Features, { survival }: PairModel): KeyWeights {
  const shared = new Float32Array(classes.length)
  const lost = new Float32Array(classes.length)
  for (let key = 0; key < classes.length; key += 1) {
    const s = survival[classes[key]!]!
    // Half a unit of smoothing, so that a key seen once in a short text does not prove everything.
    const p = (left.frequency[key]! + 0.5) / (left.count + 1)
    const q = (right.frequency[key]! + 0.5) / (right.count + 1)
    const both = left.frequency[key]! > 0 && right.frequency[key]! > 0
    const rarity = both ? -Math.log(Math.max(p, q)) : 0
    if (classes[key] === LEARNED) {
      shared[key] = trust[key]! * rarity
      continue
    }
    // Held by one side only: a word or figure that has no answer anywhere speaks for a gap, as far as its class survives at all.
    const chance = both ? Math.min(0.95, (p + q) / 2) : 0
    const away = Math.min(0, Math.log((1 - s) / (1 - chance)))
    const word = classes[key] === WORDS
    lost[key] =
      -away *
      (both ? (word ? LOST_WORDS : 1) : FIRM.has(KEY_CLASSES[classes[key]!]!) ? UNANSWERED_FIRM : UNANSWERED)
    // Where a unit of each side holds the key, neither pays for holding it alone.
    const met = word ? rarity : Math.max(0, Math.log((s * (p + q)) / 2 / (p * q)))
    shared[key] = both ? met + 2 * lost[key]! : 0
  }
  return { shared, lost }
}
