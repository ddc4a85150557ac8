import type { Language, Version } from '../core/model'
import { goldRows, meaningRows, type GoldRow, type Meanings } from './gold-row'

/** Addresses of a list and what they stand for in the versions that print no letters. */
function list(own: readonly string[], others: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(own.map((address, k) => [address, [`${others}.${k + 1}`]]))
}

/** The testimonium and the date stand in one paragraph. */
const SIGNED = { 'art111.2': ['art111.2', 'art111.3'] }

/**
 * Where the address alone does not tell, found by reading the six versions side by side. English ends the opening of Article 2 with a point, so that its paragraphs count
 * on from it; Chinese alone prints the numbers and letters of lists. The Arabic Article 87 has its petitions twice and no visits: its third paragraph is the third all the same, where a reader looks for it.
 */
const MEANINGS: Meanings = {
  en: {
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((k) => [`art2.${k + 1}`, [`art2.${k}`]])),
    ...SIGNED,
  },
  es: SIGNED,
  ar: SIGNED,
  zh: {
    ...list(['art13.1.a', 'art13.1.b', 'art13.2'], 'art13'),
    ...list(['art55.a', 'art55.b', 'art55.c'], 'art55'),
    ...list(['art73.a', 'art73.b', 'art73.c', 'art73.d', 'art73.e'], 'art73'),
    ...list(['art76.a', 'art76.b', 'art76.c', 'art76.d'], 'art76'),
    ...list(['art77.1.a', 'art77.1.b', 'art77.1.c', 'art77.2'], 'art77'),
    ...list(['art86.1.a', 'art86.1.b', 'art86.1.c', 'art86.2'], 'art86'),
    ...list(['art87.a', 'art87.b', 'art87.c', 'art87.d'], 'art87'),
  },
}

/** The Charter's paragraphs in the versions given, two to six of its languages: which say the same. */
export function charterGold(versions: Readonly<Record<Language, Version>>): readonly GoldRow[] {
  return goldRows(versions, MEANINGS)
}

/** A row for each meaning of the Charter, finer than the gold of all versions given: see `meaningRows`. */
export function charterMeanings(versions: Readonly<Record<Language, Version>>): readonly GoldRow[] {
  return meaningRows(versions, MEANINGS)
}
