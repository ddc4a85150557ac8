import { tokenize } from '../text/tokenize'
import type { Language } from '../model'
import type { AlignUnit } from './align-unit'

const HAN = /^\p{Script=Han}$/u
const LETTER = /\p{L}/u

/**
 * The different words of a unit by stem, in order of appearance, figures left out. Chinese is not written in words, so each two neighbouring characters count as
 * one: most Chinese words have two.
 */
export function wordsOf({ text, language }: AlignUnit): readonly string[] {
  return wordsIn(text, language)
}

/** The same of any text. */
export function wordsIn(text: string, language: Language): readonly string[] {
  const tokens = tokenize(text, language)
  const words = new Set<string>()
  tokens.forEach(({ stem, to }, k) => {
    if (!HAN.test(stem)) {
      if (LETTER.test(stem)) words.add(stem)
      return
    }
    const next = tokens[k + 1]
    if (next !== undefined && next.from === to && HAN.test(next.stem)) words.add(stem + next.stem)
  })
  return [...words]
}
