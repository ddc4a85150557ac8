import { readRoman } from '../ordinals'
import type { FoldedMention } from './folded-text'
import { latinCapitals } from './part-letters'

/** Up to XXXIX: longer ones spell words and abbreviations (`CD`, `MIX`). */
const ROMAN =
  /(?<![\p{L}\p{N}./]|\p{L}-)[IVX]{2,7}(?:\^?\{?(?:e|er|eme|th)\}?)?(?![\p{L}\p{N}]|\.\p{L}|-\p{L})/gu
/** A single letter and II are numerals behind the name of a part of a text only, or joined to another numeral that is: annexes I and II. */
const NAMED =
  /(?<!\p{L})(?:ch?ap|annex|anexo|глав|гл(?=\.)|приложени|sect?|разд|partie|parte?|част|titre|title|titulo|volum|protocol)\p{L}{0,8}\.?[ \u00A0](?:(?<first>[IVX]{1,7})(?:,|[ \u00A0](?:et|and|y|и|to|a))[ \u00A0])?(?<last>[VXI]|II)(?![\p{L}\p{N}']|\.\p{L}|-\p{L})/dgiu
/** Parts whose first and second are numbered in every language; `première partie` and `Partie I` are not told apart in some. */
const COUNTED_FROM_ONE = /^(?:chap|cap(?:\.|í|i)|гл(?:\.|ав)|annex|anexo|приложени)/iu

/**
 * Roman numerals in capitals (`Chapitre VII`, `XXIe siècle`) of a folded text, from III on, and from I behind the word for a chapter or annex: other languages write them as words or figures.
 * In order of offset, never overlapping.
 */
export function findRomanNumerals(folded: string): FoldedMention[] {
  if (!/[VXIХІ]/u.test(folded)) return []
  const text = latinCapitals(folded)
  const found: FoldedMention[] = []
  const add = (letters: string, from: number, to: number, least: number) => {
    const value = readRoman(letters)
    if (value !== null && value >= least)
      found.push({ kind: 'number', value: String(value), written: 'figures', from, to })
  }
  for (const match of text.matchAll(ROMAN))
    add(/^[IVX]+/u.exec(match[0])?.[0] ?? '', match.index, match.index + match[0].length, 3)
  for (const match of folded.matchAll(NAMED)) {
    for (const name of ['first', 'last']) {
      const [from, to] = match.indices?.groups?.[name] ?? [0, 0]
      const letters = folded.slice(from, to)
      // Longer ones are found wherever they stand.
      if (/^(?:[VXI]|II)$/u.test(letters)) add(letters, from, to, COUNTED_FROM_ONE.test(match[0]) ? 1 : 3)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}
