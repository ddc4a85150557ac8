import { baseLanguage } from '../text/languages'
import type { TermBase, TermHits, Version } from '../model'
import { buildMatcher, type Matcher } from './build-matcher'
import { matchTerms } from './match-terms'

/** The terms of every paragraph of every version, by version key and address. Each language's wordings are laid out once, however many versions it has. */
export function findHits(versions: readonly Version[], base: TermBase): TermHits {
  const matchers = new Map<string, Matcher>()
  return Object.fromEntries(
    versions.map(({ language, paragraphs }) => {
      const key = baseLanguage(language)
      const matcher = matchers.get(key) ?? buildMatcher(base, key)
      matchers.set(key, matcher)
      return [
        language,
        Object.fromEntries(paragraphs.map(({ address, text }) => [address, matchTerms(text, matcher)])),
      ]
    }),
  )
}
