import { baseLanguage } from '../text/languages'
import type { Language, Lexicon, WordPair } from '../model'

/** The pairs that a lexicon has for two languages, turned so that the left words are of the first; none for a text and another in its own language. */
export function pairsFor(lexicon: Lexicon, left: Language, right: Language): readonly WordPair[] {
  const [a, b] = [baseLanguage(left), baseLanguage(right)]
  const straight = lexicon[`${a}-${b}`]
  if (straight !== undefined) return straight
  return (lexicon[`${b}-${a}`] ?? []).map(({ left: x, right: y, trust }) => ({
    left: y,
    right: x,
    trust,
  }))
}
