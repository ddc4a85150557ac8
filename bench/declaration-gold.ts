import type { Language, Version } from '../core/model'
import { goldRows, meaningRows, type GoldRow, type Meanings } from './gold-row'

/** What leads over to the decision, on a line of its own in English and Spanish. */
const THEREFORE = ['therefore']

/**
 * Where the address alone does not tell, found by reading the six versions side by side. Arabic lacks the fourth recital and proclaims in two paragraphs; Chinese
 * has in one paragraph what leads over, the enacting words and what is proclaimed.
 */
const MEANINGS: Meanings = {
  en: { pp8: THEREFORE },
  es: { pp8: THEREFORE },
  ar: { pp4: ['pp5'], pp5: ['pp6'], pp6: ['pp7'], op2: ['op1'] },
  zh: { op1: [...THEREFORE, 'enacting', 'op1'] },
}

/** The Universal Declaration's paragraphs in the versions given, two to six of its languages: which say the same. */
export function declarationGold(versions: Readonly<Record<Language, Version>>): readonly GoldRow[] {
  return goldRows(versions, MEANINGS)
}

/** A row for each meaning of the Universal Declaration, finer than the gold of all versions given: see `meaningRows`. */
export function declarationMeanings(versions: Readonly<Record<Language, Version>>): readonly GoldRow[] {
  return meaningRows(versions, MEANINGS)
}
