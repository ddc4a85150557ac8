import { baseLanguage } from '../text/languages'
import type { Language } from '../model'

/** What a little word counts as when terms are compared: another word's key, or nothing at all. */
export interface FunctionWord {
  readonly key: string
  /** An article: a term may have it or not. */
  readonly skip: boolean
}

const skip: FunctionWord = { key: '', skip: true }
const as = (key: string): FunctionWord => ({ key, skip: false })

/**
 * By language, folded word → what it counts as. Contractions (`du`, `del`) count as their preposition, since the article in them counts for
 * nothing; `e` and `u` are what Spanish writes for `y` and `o` before the same vowel.
 */
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlyMap<string, FunctionWord>> = new Map(
  Object.entries({
    fr: new Map([
      ...['le', 'la', 'les'].map((word) => [word, skip] as const),
      ...['de', 'du', 'des'].map((word) => [word, as('de')] as const),
      ...['à', 'a', 'au', 'aux'].map((word) => [word, as('a')] as const),
    ]),
    es: new Map([
      ...['el', 'la', 'los', 'las', 'lo'].map((word) => [word, skip] as const),
      ...['de', 'del'].map((word) => [word, as('de')] as const),
      ...['a', 'al'].map((word) => [word, as('a')] as const),
      ...['y', 'e'].map((word) => [word, as('y')] as const),
      ...['o', 'u'].map((word) => [word, as('o')] as const),
    ]),
    en: new Map(['the', 'a', 'an'].map((word) => [word, skip] as const)),
  }),
)

/** Keys behind which French and Spanish may repeat a preposition or not: `de la paix et de la sécurité`, `paix et sécurité`. */
const COORDINATORS: ReadonlySet<string> = new Set(['et', 'ou', 'y', 'o', ','])
const REPEATED: ReadonlySet<string> = new Set(['de', 'a'])

/** Whether a little word's key counts for nothing because it only repeats a preposition behind another unit's key. */
export function isRepeated(key: string, before: string | undefined): boolean {
  return before !== undefined && REPEATED.has(key) && COORDINATORS.has(before)
}

/** What a folded word counts as, or null where it is not one of the little words of its language. */
export function functionWord(word: string, language: Language): FunctionWord | null {
  return FUNCTION_WORDS.get(baseLanguage(language))?.get(word) ?? null
}
