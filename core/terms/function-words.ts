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
      ...['en', 'ès'].map((word) => [word, as('en')] as const),
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

/** Whether a folded word, or a comma, is one behind which a preposition may be repeated. */
export function isCoordinator(word: string): boolean {
  return COORDINATORS.has(word)
}

/** Whether a little word's key is that of a preposition which counts for nothing where it is repeated. */
export function isRepeatable(key: string): boolean {
  return REPEATED.has(key)
}

const NONE: ReadonlyMap<string, FunctionWord> = new Map()

/** The little words of a language, folded, with what each counts as; none for a language that has none here. */
export function functionWords(language: Language): ReadonlyMap<string, FunctionWord> {
  return FUNCTION_WORDS.get(baseLanguage(language)) ?? NONE
}
