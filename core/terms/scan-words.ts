import { baseLanguage } from '../text/languages'
import type { Language } from '../model'

/** What stands between a word and the word before it: nothing that matters, one comma, or something that no term runs across. */
export const JOINED = 0
export const COMMA = 1
export const CUT = 2

/** One of JOINED, COMMA and CUT. */
export type Gap = 0 | 1 | 2

/** Told of each word, or each Chinese character, in order: where it stands and what stands before it. */
export type WordSink = (from: number, to: number, gap: Gap) => void

const LETTER = 1
const MARK = 2
const HAN = 3
const APOSTROPHE = 4
const INVISIBLE = 5
const SPACE = 6
const JOINT = 7
const COMMA_SIGN = 8
const OTHER = 9
const HIGH = 10
const FIGURE = 11

const APOSTROPHES = "'’ʼ＇"
const COMMAS = ',،，、'
const QUOTES = '"«»“”„‟《》「」『』＂'

/** French words that lose their vowel before another, without it. */
const ELIDED: ReadonlySet<string> = new Set(
  'l d qu n s j m t c jusqu lorsqu puisqu quoiqu quelqu presqu'.split(' '),
)
const LONGEST_ELIDED = 7

/** What a character is to the scanner; a superscript figure is a footnote mark or an exponent and no part of a word. */
function classify(character: string): number {
  if (APOSTROPHES.includes(character)) return APOSTROPHE
  if (COMMAS.includes(character)) return COMMA_SIGN
  if (QUOTES.includes(character) || /\p{Pd}/u.test(character)) return JOINT
  if (/[⁰¹²³⁴-⁹]/u.test(character)) return OTHER
  if (/\p{Script=Han}/u.test(character)) return HAN
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return FIGURE
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{Cf}/u.test(character)) return INVISIBLE
  return /\s/u.test(character) ? SPACE : OTHER
}

/** Finds the words of texts, and tells whether a character is part of one. */
export interface WordScanner {
  /**
   * The same words as `tokenize`, for all that a term can hold, without an object or a regular expression for any of them: letters and figures with the marks, and the
   * apostrophes and invisible signs between letters, that belong to them; French elided words by themselves; every Chinese character by itself.
   */
  readonly scan: (text: string, sink: WordSink) => void
  /** Whether the code unit at an offset is a letter or figure, Chinese characters excepted. */
  readonly isLetter: (text: string, at: number) => boolean
}

/** A scanner for one language. It remembers what the characters are that it has met, which changes its speed and nothing else. */
export function makeWordScanner(language: Language): WordScanner {
  const french = baseLanguage(language) === 'fr'
  const classes = new Uint8Array(0x10000)

  function classAt(text: string, at: number): number {
    const code = text.charCodeAt(at)
    const known = classes[code]!
    if (known !== 0 && known !== HIGH) return known
    if (code >= 0xd800 && code < 0xdc00) {
      classes[code] = HIGH
      return classify(String.fromCodePoint(text.codePointAt(at)!))
    }
    return (classes[code] = classify(String.fromCharCode(code)))
  }

  const isHigh = (text: string, at: number) => classes[text.charCodeAt(at)] === HIGH && at + 1 < text.length

  /** Where a word that begins at an offset ends; an elided French word ends behind its apostrophe. */
  function endOfWord(text: string, from: number): number {
    let at = from + (isHigh(text, from) ? 2 : 1)
    while (at < text.length) {
      const kind = classAt(text, at)
      if (kind === LETTER || kind === MARK || kind === FIGURE) {
        at += isHigh(text, at) ? 2 : 1
        continue
      }
      if (kind !== APOSTROPHE && kind !== INVISIBLE) return at
      let next = at + 1
      let then = next < text.length ? classAt(text, next) : OTHER
      while (then === APOSTROPHE || then === INVISIBLE) {
        next += 1
        then = next < text.length ? classAt(text, next) : OTHER
      }
      // `’30` begins a word of its own.
      if (then !== LETTER) return at
      if (french && kind === APOSTROPHE && at - from <= LONGEST_ELIDED && isElided(text, from, at))
        return at + 1
      at = next
    }
    return at
  }

  function isElided(text: string, from: number, to: number): boolean {
    return ELIDED.has(text.slice(from, to).toLowerCase())
  }

  function scan(text: string, sink: WordSink): void {
    let commas = 0
    let joints = false
    let others = false
    let at = 0
    while (at < text.length) {
      const kind = classAt(text, at)
      if (kind === LETTER || kind === HAN || kind === FIGURE) {
        const to = kind === HAN ? at + (isHigh(text, at) ? 2 : 1) : endOfWord(text, at)
        sink(at, to, others || commas > 1 || (commas === 1 && joints) ? CUT : commas === 1 ? COMMA : JOINED)
        at = to
        commas = 0
        joints = others = false
        continue
      }
      if (kind === COMMA_SIGN) commas += 1
      else if (kind === JOINT || kind === APOSTROPHE || kind === INVISIBLE) joints = true
      else if (kind === OTHER) others = true
      at += isHigh(text, at) ? 2 : 1
    }
  }

  function isLetter(text: string, at: number): boolean {
    if (at < 0 || at >= text.length) return false
    const kind = classAt(text, at)
    return kind === LETTER || kind === FIGURE
  }

  return { scan, isLetter }
}
