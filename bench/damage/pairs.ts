import type { Language } from '../../core/model'

/** The six languages, in the order in which the first of a pair is its pivot. */
export const PAIR_ORDER: readonly Language[] = ['fr', 'en', 'es', 'ru', 'ar', 'zh']

/** Two languages; the first is the pivot. */
export type Pair = readonly [Language, Language]

/** All pairs of the languages, each with its pivot first. */
export function allPairs(languages: readonly Language[] = PAIR_ORDER): readonly Pair[] {
  return languages.flatMap((left, k) => languages.slice(k + 1).map((right): Pair => [left, right]))
}

/** `fr-en` as a pair, its pivot first whichever way it is written; null where it is not two of the six. */
export function readPair(text: string): Pair | null {
  const names = text.split('-')
  const [left, right] = PAIR_ORDER.filter((language) => names.includes(language))
  return names.length === 2 && left !== undefined && right !== undefined ? [left, right] : null
}
