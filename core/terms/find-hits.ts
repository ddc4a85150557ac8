import { baseLanguage } from '../text/languages'
import type { Language, TermBase, TermHits, Version } from '../model'
import { buildMatcher, type Matcher } from './build-matcher'
import { matchTerms } from './match-terms'

/**
 * Laying a term base out takes longer than looking one text through for it, and a base never changes: so its matchers are kept for as long as the base
 * itself. Nobody can tell, except by the time.
 */
const laidOut = new WeakMap<TermBase, Map<string, Matcher>>()

/** The matcher of a base for a language (a second version's is that of its language), laid out once. */
export function matcherFor(base: TermBase, language: Language): Matcher {
  const matchers = laidOut.get(base) ?? new Map<string, Matcher>()
  laidOut.set(base, matchers)
  const key = baseLanguage(language)
  const matcher = matchers.get(key) ?? buildMatcher(base, key)
  matchers.set(key, matcher)
  return matcher
}

/** The terms of every paragraph of every version, by version key and address. See `settleHits` for what aligned versions tell of one another. */
export function findHits(versions: readonly Version[], base: TermBase): TermHits {
  return Object.fromEntries(
    versions.map(({ language, paragraphs }) => {
      const matcher = matcherFor(base, language)
      return [
        language,
        Object.fromEntries(paragraphs.map(({ address, text }) => [address, matchTerms(text, matcher)])),
      ]
    }),
  )
}
