import { readRoman } from '../ordinals'
import type { FoldedMention } from './folded-text'
import { latinCapitals } from './part-letters'

/** Up to XXXIX: longer ones spell words and abbreviations (`CD`, `MIX`). */
const ROMAN =
  /(?<![\p{L}\p{N}./]|\p{L}-)[IVX]{2,7}(?:\^?\{?(?:e|er|eme|th)\}?)?(?![\p{L}\p{N}]|\.\p{L}|-\p{L})/gu
/** A single V or X is a numeral behind the name of a part of a text only. */
const SINGLE =
  /(?<!\p{L})(?:chap|secc?ion|section|seccion|parte?|partie|annex|anexo|titre|title|titulo|volume|protocol|глав|част|раздел|приложени)\p{L}{0,6}[ \u00A0]([VX])(?![\p{L}\p{N}]|\.\p{L}|-\p{L})/giu

/**
 * Roman numerals in capitals from III on (`Chapitre VII`, `XXIe siècle`), of a folded text: other languages write them as words or figures.
 * In order of offset, never overlapping.
 */
export function findRomanNumerals(folded: string): FoldedMention[] {
  if (!/[VXХ]|II|ІІ/u.test(folded)) return []
  const text = latinCapitals(folded)
  const found: FoldedMention[] = []
  const add = (letters: string, from: number, to: number) => {
    const value = readRoman(letters)
    if (value !== null && value >= 3)
      found.push({ kind: 'number', value: String(value), written: 'figures', from, to })
  }
  for (const match of text.matchAll(ROMAN))
    add(/^[IVX]+/u.exec(match[0])?.[0] ?? '', match.index, match.index + match[0].length)
  for (const match of folded.matchAll(SINGLE)) {
    const to = match.index + match[0].length
    if (match[1] === 'V' || match[1] === 'X') add(match[1], to - 1, to)
  }
  return found.sort((a, b) => a.from - b.from)
}
