import type { Language, Span } from '../model'
import { plainText } from './cues/cue-scanner'
import { cuesOf } from './cues/cues-of'

/** Such words that belong to the verb itself: no insertion parts them from it. */
const ADVERBIAL = /^(?:никогда|никак|никоим|ни в|ни при)(?!\p{L})/iu

const CLAUSE_MARK = /[.;:,]/u
const ONE_CLAUSE = /^[^.;:,]*$/u
const WITH_INSERTIONS = /^(?:[^.;:,]*,){0,4}[^.;:,]*$/u

/**
 * Words of a text that only stand beside a denial (никто, ни в коем случае) and have none: not before them between the same commas, nor behind them, where an insertion may
 * stand between. It was left out. For languages in which such words ask for one wherever they stand; empty for others.
 */
export function findLoneNegatives(text: string, language: Language): readonly Span[] {
  const cues = cuesOf(language)
  if (cues === null) return []
  const plain = plainText(text)
  const words = cues.concord(plain)
  if (words.length === 0) return []
  const denials = cues.negations(plain)
  const isDenied = (word: Span): boolean =>
    denials.some(({ from, to }) => {
      if (from < word.from) return !CLAUSE_MARK.test(text.slice(to, word.from))
      const reach = ADVERBIAL.test(text.slice(word.from, word.to)) ? ONE_CLAUSE : WITH_INSERTIONS
      return reach.test(text.slice(word.to, from))
    })
  return words.filter((word) => !isDenied(word)).map(({ from, to }) => ({ from, to }))
}
