import type { UnLanguage } from '../../model'
import { findAlphabeticNumbers } from './find-alphabetic-numbers'
import { findArabicNumbers } from './find-arabic-numbers'
import { findHanNumbers } from './find-han-numbers'
import type { FoldedMention } from './folded-text'
import {
  ENGLISH_SURROUNDINGS,
  FRENCH_SURROUNDINGS,
  RUSSIAN_SURROUNDINGS,
  SPANISH_SURROUNDINGS,
} from './word-surroundings'
import { ENGLISH, FRENCH, RUSSIAN, SPANISH } from './word-tables'

const FINDERS: Readonly<Record<UnLanguage, (text: string) => FoldedMention[]>> = {
  ar: findArabicNumbers,
  zh: findHanNumbers,
  en: (text) => findAlphabeticNumbers(text, ENGLISH, ENGLISH_SURROUNDINGS),
  fr: (text) => findAlphabeticNumbers(text, FRENCH, FRENCH_SURROUNDINGS),
  ru: (text) => findAlphabeticNumbers(text, RUSSIAN, RUSSIAN_SURROUNDINGS),
  es: (text) => findAlphabeticNumbers(text, SPANISH, SPANISH_SURROUNDINGS),
}

/** Numbers written in the words of a language, from three on, in a folded text; in order of offset, never overlapping. */
export function findNumberWords(text: string, language: UnLanguage): FoldedMention[] {
  return FINDERS[language](text)
}
