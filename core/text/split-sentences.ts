import type { Language, Span } from '../model'
import { endsSentence } from './ends-sentence'

/**
 * A run of stops with all that closes behind it: further stops, quotes and brackets (in French and Russian print also behind a space),
 * footnote figures, invisible marks. Stops are Unicode's sentence terminals, so that every script has its own, and the ellipsis.
 * Semicolons (`;` `；` `؛`) are none in any script: in a resolution they divide the items of one sentence, and where one language has a
 * semicolon another has its own, so that cutting at some of them would set whole sentences of one version against parts in the other.
 */
const STOPS =
  /[\p{Sentence_Terminal}…‥](?:[\p{Sentence_Terminal}…‥\p{Cf}⁰¹²³⁴-⁹]|[\s]?(?!’)[\p{Pe}\p{Pf}]|’(?![\p{L}\p{N}])|["'“‘](?=[\s\p{Po}\p{Pe}\p{Pf}]|$))*/gu

/** Characters in which the opening of a straight quote is looked for: bounded, so that time stays linear. */
const QUOTE_REACH = 400

const LETTER = /[\p{L}\p{N}]/u

/**
 * The sentences of a text: half-open spans in order that do not overlap, start and end with a character that is not white space, and
 * together cover all such characters. Where a stop does not surely end a sentence, there is no cut. A text without a stop is one sentence;
 * a text without a letter is one too; white space alone gives none. Stops of all scripts are known in every language; abbreviations and
 * first words are those of the six, and the common ones in the others. Time is linear in the length of the text.
 */
export function splitSentences(text: string, language: Language): readonly Span[] {
  const cuts: number[] = []
  let start = 0
  let scanned = 0
  let hasLetter = false
  for (const match of text.matchAll(STOPS)) {
    const from = match.index
    const to = takeStraightQuote(text, start, from + match[0].length)
    hasLetter ||= LETTER.test(text.slice(scanned, to))
    scanned = to
    if (!hasLetter || !endsSentence({ text, language, start, from, to })) continue
    cuts.push(to)
    start = to
    hasLetter = false
  }
  return joinLetterless(text, toSpans(text, [...cuts, text.length]))
}

/**
 * Moves a cut behind a straight quote with no space on either side, as Chinese print has it, where it closes what an equal one opened in
 * the same sentence; elsewhere it opens the next sentence.
 */
function takeStraightQuote(text: string, start: number, to: number): number {
  const quote = text.charAt(to)
  if (quote !== '"' && quote !== '＂') return to
  const before = text.slice(Math.max(start, to - QUOTE_REACH), to)
  return before.split(quote).length % 2 === 0 ? to + 1 : to
}

function toSpans(text: string, cuts: readonly number[]): readonly Span[] {
  return cuts.flatMap((cut, index) => {
    const start = cuts[index - 1] ?? 0
    const piece = text.slice(start, cut)
    const from = start + piece.length - piece.trimStart().length
    return from < cut ? [{ from, to: start + piece.trimEnd().length }] : []
  })
}

/** A piece without letter or figure (`* * *`, a stray quote) goes to the sentence before it. */
function joinLetterless(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && !LETTER.test(text.slice(span.from, span.to)))
      joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}
