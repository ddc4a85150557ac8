import { baseLanguage } from './languages'
import { stem } from './stem'
import type { Language, Span } from '../model'

/** A word of a text, or one Chinese character: where it stands, and its stem. */
export interface Token extends Span {
  readonly stem: string
}

/** A run of letters, marks and digits; an apostrophe or an invisible character (soft hyphen) between two letters belongs to it. */
const RUN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]+|[\p{Cf}'’ʼ＇]+(?=\p{L}))*/gu

const APOSTROPHE = /['’ʼ＇]/gu
const WIDE = /[\u2e80-\u{3ffff}]/u
const HAN = /\p{Script=Han}|(?:(?!\p{Script=Han})[^])+/gu

/** French words that lose their vowel before another, with the vowel. */
const ELIDED: ReadonlyMap<string, string> = new Map(
  'le de que ne se je me te ce jusque lorsque puisque quoique quelque presque'
    .split(' ')
    .map((word) => [word.slice(0, -1), word]),
)

/**
 * The words of a text in order: letters and digits with what joins them inside a word, never punctuation. Words that a hyphen joins are
 * tokens of their own. French elided words are split off with their apostrophe (`l’` + `Assemblée`). Every Chinese character is a token;
 * Latin letters and digits in a Chinese text stay whole. Stems as `stem` gives them, so languages outside the six get the folded word.
 */
export function tokenize(text: string, language: Language): readonly Token[] {
  const tokens: Token[] = []
  const french = baseLanguage(language) === 'fr'
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    if (WIDE.test(run)) {
      for (const piece of run.matchAll(HAN)) push(match.index + piece.index, piece[0])
    } else if (french) pushFrench(match.index, run)
    else push(match.index, run)
  }
  return tokens

  function push(from: number, word: string) {
    tokens.push({ from, to: from + word.length, stem: stem(word, language) })
  }

  function pushFrench(from: number, run: string) {
    let start = 0
    for (const apostrophe of run.matchAll(APOSTROPHE)) {
      const full = ELIDED.get(run.slice(start, apostrophe.index).toLowerCase())
      if (full === undefined) continue
      const end = apostrophe.index + 1
      tokens.push({ from: from + start, to: from + end, stem: full })
      start = end
    }
    push(from + start, run.slice(start))
  }
}
