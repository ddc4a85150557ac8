import { baseLanguage } from './languages'
import { stemmer } from './stem'
import type { Language, Span } from '../model'

/** A word of a text, or one Chinese character: where it stands, and its stem. */
export interface Token extends Span {
  readonly stem: string
}

/**
 * A run of letters, marks and digits; an apostrophe or an invisible character (soft hyphen) between two letters belongs to it. A superscript
 * figure is a footnote mark or an exponent and no part of the word before it.
 */
const RUN = /(?![⁰¹²³⁴-⁹])[\p{L}\p{N}](?:(?:(?![⁰¹²³⁴-⁹])[\p{L}\p{M}\p{N}])+|[\p{Cf}'’ʼ＇]+(?=\p{L}))*/gu

const APOSTROPHE = /['’ʼ＇]/u
const WIDE = /[\u2e80-\u{3ffff}]/u
const HAN = /\p{Script=Han}|(?:(?!\p{Script=Han})[^])+/gu

/** French words that lose their vowel before another, with the vowel. */
const ELIDED: ReadonlyMap<string, string> = new Map(
  'le de que ne se je me te ce jusque lorsque puisque quoique quelque presque'
    .split(' ')
    .map((word) => [word.slice(0, -1), word]),
)

const LONGEST_ELIDED = Math.max(...[...ELIDED.keys()].map((word) => word.length))

/**
 * The words of a text in order: letters and digits with what joins them inside a word, never punctuation. Words that a hyphen joins are
 * tokens of their own. French elided words are split off with their apostrophe (`l’` + `Assemblée`). Every Chinese character is a token;
 * Latin letters and digits in a Chinese text stay whole. Stems as `stem` gives them, so languages outside the six get the folded word.
 */
export function tokenize(text: string, language: Language): readonly Token[] {
  const tokens: Token[] = []
  const stem = stemmer(language)
  const french = baseLanguage(language) === 'fr'
  const wide = WIDE.test(text)
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    if (wide && WIDE.test(run)) {
      for (const piece of run.matchAll(HAN)) push(match.index + piece.index, piece[0])
    } else if (french && APOSTROPHE.test(run)) pushFrench(match.index, run)
    else push(match.index, run)
  }
  return tokens

  function push(from: number, word: string) {
    tokens.push({ from, to: from + word.length, stem: stem(word) })
  }

  function pushFrench(from: number, run: string) {
    let start = 0
    for (let at = 1; at < run.length; at += 1) {
      if (at - start > LONGEST_ELIDED || !APOSTROPHE.test(run.charAt(at))) continue
      const full = ELIDED.get(run.slice(start, at).toLowerCase())
      if (full === undefined) continue
      tokens.push({ from: from + start, to: from + at + 1, stem: full })
      start = at + 1
    }
    push(from + start, run.slice(start))
  }
}
