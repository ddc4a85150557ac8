import { baseLanguage } from '../text/languages'
import { hashUnit } from './word-memo'
import type { Language } from '../model'

/** Between a word and the word before it stands nothing that matters. */
export const JOINED = 0
/** Between them stands one comma. */
export const COMMA = 1
/** Between them stands something that no term runs across. */
export const CUT = 2

/** One of JOINED, COMMA and CUT. */
export type Gap = 0 | 1 | 2

/** Told of each word, or each Chinese character, in order: where it stands, what stands before it, and its hash (see `hashUnit`). */
export type WordSink = (from: number, to: number, gap: Gap, hash: number) => void

const LETTER = 1
const MARK = 2
const FIGURE = 3
/** Those up to here are parts of words wherever they stand behind a letter. */
const LAST_IN_WORD = FIGURE
const HAN = 4
const APOSTROPHE = 5
const INVISIBLE = 6
const SPACE = 7
const JOINT = 8
const COMMA_SIGN = 9
const OTHER = 10
const HIGH = 11

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

  /** Of the word that `endOfWord` found. */
  let hash = 0

  function hashOn(text: string, from: number, to: number): void {
    for (let at = from; at < to; at += 1) hash = hashUnit(hash, text.charCodeAt(at))
  }

  /** Behind the letters, marks and figures at an offset; characters never met before, and those of two code units, may end the run too. */
  function endOfRun(text: string, from: number): number {
    let at = from
    let running = hash
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      const kind = classes[unit]!
      if (kind === 0 || kind > LAST_IN_WORD) break
      running = hashUnit(running, unit)
    }
    hash = running
    return at
  }

  /** Where a word that begins at an offset ends; an elided French word ends behind its apostrophe. */
  function endOfWord(text: string, from: number): number {
    hash = 0
    let at = from
    for (;;) {
      at = endOfRun(text, at)
      if (at >= text.length) return at
      const kind = classAt(text, at)
      let next = at + (isHigh(text, at) ? 2 : 1)
      if (kind > LAST_IN_WORD) {
        if (kind !== APOSTROPHE && kind !== INVISIBLE) return at
        next = behindSigns(text, next)
        // `’30` begins a word of its own.
        if (next >= text.length || classAt(text, next) !== LETTER) return at
        if (french && kind === APOSTROPHE && at - from <= LONGEST_ELIDED && isElided(text, from, at)) {
          next = at + 1
          hashOn(text, at, next)
          return next
        }
      }
      hashOn(text, at, next)
      at = next
    }
  }

  function behindSigns(text: string, from: number): number {
    let at = from
    while (at < text.length) {
      const kind = classAt(text, at)
      if (kind !== APOSTROPHE && kind !== INVISIBLE) break
      at += 1
    }
    return at
  }

  function endOfHan(text: string, from: number): number {
    const to = from + (isHigh(text, from) ? 2 : 1)
    hash = 0
    hashOn(text, from, to)
    return to
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
        const to = kind === HAN ? endOfHan(text, at) : endOfWord(text, at)
        const cut = others || commas > 1 || (commas === 1 && joints)
        sink(at, to, cut ? CUT : commas === 1 ? COMMA : JOINED, hash)
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
