import type { Language, Mention } from '../model'
import { unLanguage } from './languages'
import { findDates } from './mentions/find-dates'
import { findFigures } from './mentions/find-figures'
import { findNumberWords } from './mentions/find-number-words'
import { findRomanNumerals } from './mentions/find-roman-numerals'
import { findSymbols } from './mentions/find-symbols'
import { foldText, maskHits } from './mentions/folded-text'

/**
 * The symbols, dates and numbers of a text, in order of offset and never overlapping; a symbol wins over a date, a date over a number. Symbols and dates
 * are found in whichever of the six languages they are written, numbers as the text's own language writes them; a language that is none of the six
 * has figures but no number words. Values are canonical: the same thing has the same value in every language.
 */
export function findMentions(text: string, language: Language): Mention[] {
  const own = unLanguage(language)
  const folded = foldText(text)
  const symbols = findSymbols(folded.text)
  const withoutSymbols = maskHits(folded.text, symbols)
  const { dates, taken } = findDates(withoutSymbols)
  const withoutDates = maskHits(withoutSymbols, taken)
  const romans = findRomanNumerals(withoutDates)
  const withoutRomans = maskHits(withoutDates, romans)
  const figures = findFigures(withoutRomans, own)
  const words = own === null ? [] : findNumberWords(maskHits(withoutRomans, figures), own)
  return [...symbols, ...dates, ...romans, ...figures, ...words]
    .sort((a, b) => a.from - b.from)
    .map((hit) => ({ ...hit, from: folded.starts[hit.from]!, to: folded.ends[hit.to - 1]! }))
}
