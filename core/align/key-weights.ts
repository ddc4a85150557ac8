import type { PairModel } from './pair-model'
import { KEY_CLASSES } from './read-said'
import type { Features } from './read-features'
import type { AlignSettings } from './settings'

/** Per key id, in nats: `shared` is gained where both units hold it (against two mentions by chance), `lost` is paid by a unit that holds it alone. */
export interface KeyWeights {
  readonly shared: Float32Array
  readonly lost: Float32Array
}

const FIRM: ReadonlySet<(typeof KEY_CLASSES)[number]> = new Set(['symbol', 'date', 'number', 'name'])

const WORDS = KEY_CLASSES.indexOf('words')
const LEARNED = KEY_CLASSES.indexOf('learned')
const VERSION = KEY_CLASSES.indexOf('version')

/**
 * Log-likelihood ratios of keys: rare keys that survive translation weigh much, common ones nearly nothing. For a key in a share p of the
 * left units and q of the right ones, and survival s: both hold it with s·(p+q)/2 when aligned and p·q when not; one alone with 1−s against
 * 1−q. (Naive Bayes over Bernoulli keys; the same for both directions.) Word beginnings, learned pairs and beads of third versions weigh their rarity alone, the latter two as far as they are
 * trusted: which of two neighbours a word stands in says more than how many words have survived.
 */
export function keyWeights(
  { left, right, classes, trust }: Features,
  { survival }: PairModel,
  settings: AlignSettings,
): KeyWeights {
  const shared = new Float32Array(classes.length)
  const lost = new Float32Array(classes.length)
  for (let key = 0; key < classes.length; key += 1) {
    const s = survival[key]!
    // Half a unit of smoothing, so that a key seen once in a short text does not prove everything.
    const p = (left.frequency[key]! + 0.5) / (left.count + 1)
    const q = (right.frequency[key]! + 0.5) / (right.count + 1)
    const both = left.frequency[key]! > 0 && right.frequency[key]! > 0
    const rarity = both ? -Math.log(Math.max(p, q)) : 0
    if (classes[key] === LEARNED || classes[key] === VERSION) {
      shared[key] = trust[key]! * rarity
      continue
    }
    // Held by one side only: a word or figure that has no answer anywhere speaks for a gap, as far as its class survives at all.
    const chance = both ? Math.min(0.95, (p + q) / 2) : 0
    const away = Math.min(0, Math.log((1 - s) / (1 - chance)))
    const word = classes[key] === WORDS
    const firm = FIRM.has(KEY_CLASSES[classes[key]!]!)
    const share = both
      ? word
        ? settings.lostWords
        : 1
      : firm
        ? settings.unansweredFirm
        : settings.unanswered
    lost[key] = -away * share
    // Where a unit of each side holds the key, neither pays for holding it alone.
    const met = word ? rarity : Math.max(0, Math.log((s * (p + q)) / 2 / (p * q)))
    shared[key] = both ? met + 2 * lost[key]! : 0
  }
  return { shared, lost }
}
