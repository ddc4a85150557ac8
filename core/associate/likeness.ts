import { cognateKey } from '../text/cognate-key'

const LETTER = /\p{L}/u
const FIGURE = /\p{N}/u

/** Letters two words must share at their beginning, of those of the longer, to be taken for relatives. */
const ALIKE = 0.6
const LEAST_LETTERS = 4

/**
 * How likely two words are the same by their looks, 0–1: equal words, figures and signs fully, words of one root by the share of letters that they begin with alike.
 * Words of scripts without letters in common are never alike.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return LETTER.test(left) && left.length < LEAST_LETTERS ? 0.5 : 1
  if (!LETTER.test(left) || !LETTER.test(right) || FIGURE.test(left)) return 0
  const [one, other] = [cognateKey(left), cognateKey(right)]
  if (one !== null && one === other) return 0.9
  const most = Math.max(left.length, right.length)
  if (Math.min(left.length, right.length) < LEAST_LETTERS) return 0
  let same = 0
  while (same < left.length && left.charCodeAt(same) === right.charCodeAt(same)) same += 1
  const share = same / most
  return share >= ALIKE ? share : 0
}

/** True where a token is a punctuation mark or sign and no word: such answer only each other. */
export function isSign(word: string): boolean {
  return !LETTER.test(word) && !FIGURE.test(word)
}
