import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import { arabicReadings, arabicRests } from '../text/stem-arabic'
import { foldedStemmer } from '../text/stem'
import { functionWords, isCoordinator, isRepeatable } from './function-words'
import { COMMA, CUT, type Gap, type WordScanner } from './scan-words'
import { makeWordMemo } from './word-memo'
import type { Language } from '../model'

/** Key of a comma, which some terms hold: "peace, trust and cooperation". */
export const COMMA_KEY = ','

/** A written word, wherever it stands, as terms see it. */
export interface Word {
  /** Keys under which it may stand in a term; the first is that of the word as a dictionary cites it. */
  readonly keys: readonly string[]
  /** The folded word; null for commas and little words, whose form says nothing more. */
  readonly word: string | null
  /** An article: a term may have it or not. */
  readonly skip: boolean
  /** A preposition that counts for nothing behind a coordinator. */
  readonly repeatable: boolean
  readonly coordinator: boolean
}

const COMMA_WORD: Word = { keys: [COMMA_KEY], word: null, skip: false, repeatable: false, coordinator: true }

const UNUSUAL = /[œæŒÆ]|[سش]ئو|أة/u
const LIGATURE = /[œæŒÆ]/gu
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', Œ: 'OE', Æ: 'AE' }
/** Two spellings of a hamza beside a long vowel or taa marbuta: مسئول for مسؤول, شئون for شؤون, هيأة for هيئة; not لاجئون. */
const HAMZA_BEFORE_WAW = /(?<=مس|(?<!ا)ش)ئو/gu
const HAMZA_BEFORE_TAA = /أة/gu
/** Spanish writes c for z before e: paz, paces. */
const LAST_Z = /z$/u
const UNACCENTED = /^[a-z0-9а-ик-яء-ي]*$/u
const MARKS = /\p{M}+/gu

/** Tells what a written word is; nothing is remembered. */
export type WordReader = (written: string) => Word

/** A reader of words for one language. */
export function makeWordReader(language: Language): WordReader {
  const base = baseLanguage(language)
  const stem = foldedStemmer(language)
  const littleWords = functionWords(language)
  return (written) => {
    const folded = foldWord(written)
    // French words that lose their vowel before another all lose an e, but for `la`, which counts as `le` does, and `si`.
    const word = base === 'fr' ? unelided(folded) : folded
    const little = littleWords.get(word) ?? null
    const keys =
      little !== null
        ? [little.key]
        : base === 'ar'
          ? arabicReadings(word)
          : [base === 'es' ? stem(word).replace(LAST_Z, 'c') : stem(word)]
    return {
      keys,
      word: little === null ? word : null,
      skip: little?.skip ?? false,
      repeatable: little !== null && isRepeatable(little.key),
      coordinator: isCoordinator(little?.key ?? word),
    }
  }
}

/** The form in which words of a term and of a text compare: see `fold`; without ligatures, and with one spelling of the Arabic hamza in the middle. */
export function foldWord(written: string): string {
  if (!UNUSUAL.test(written)) return fold(written)
  return fold(
    written
      .replace(LIGATURE, (letter) => LIGATURES[letter] ?? letter)
      .replace(HAMZA_BEFORE_WAW, 'ؤو')
      .replace(HAMZA_BEFORE_TAA, 'ئة'),
  )
}

function unelided(folded: string): string {
  return folded.endsWith("'") ? `${folded.slice(0, -1)}e` : folded
}

/** A folded word without accents, as capitals are often printed. */
export function bareWord(folded: string): string {
  return UNACCENTED.test(folded) ? folded : folded.normalize('NFD').replace(MARKS, '')
}

/** The keys that a trie holds, by number, so that a word that is in no term costs nothing beyond being looked up. */
export interface Vocabulary {
  readonly keys: ReadonlyMap<string, number>
  /** Beginnings of words that some wordings end with, by their number. */
  readonly beginnings: ReadonlyMap<string, number>
  /** Keys of the words of wordings by their form without accents: what capitals may have meant. */
  readonly bare: ReadonlyMap<string, number>
  /** Numbers of keys with which some wording begins. */
  readonly first: ReadonlySet<number>
}

/** What a written word is to a vocabulary. */
export interface Reading {
  readonly ids: readonly number[]
  readonly word: string | null
  readonly isComma: boolean
  /** Words of wordings that have its key, and whether it is a form of them; filled as they are compared. */
  forms: Map<string, boolean> | null
}

/** What a word's memo says of it: the number of its reading, and below it what is asked of every word, as bits. */
const SKIP = 1
const REPEATABLE = 2
const COORDINATOR = 4
/** Some wording may begin with it. */
const BEGINS = 8
const BITS = 4

/** The units of one text, column by column; good until the reader reads the next. */
export interface Units {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Numbers of their readings. */
  readonly reading: Int32Array
  /** The units with which some wording may begin, `beginnings` of them. */
  readonly begins: Int32Array
  readonly beginnings: number
  /** An article or a repeated preposition: 1. */
  readonly skip: Uint8Array
  /** Something that no term runs across stands before it: 1. */
  readonly cut: Uint8Array
}

/** Turns texts of a language into units, in order and with offsets into the text. */
export interface UnitReader {
  readonly read: (text: string) => Units
  /** By number; grows with the words read. */
  readonly readings: readonly Reading[]
}

/** A word that is in no wording; its number is 0. */
const NOTHING: Reading = { ids: [], word: null, isComma: false, forms: null }

/**
 * A reader for one language and vocabulary; `readWord` tells what its words are. It remembers the words that it has read, which changes its speed and nothing else.
 */
export function makeUnitReader(
  language: Language,
  vocabulary: Vocabulary,
  scanner: WordScanner,
  readWord: WordReader,
): UnitReader {
  const readings: Reading[] = [NOTHING]
  const idsOf = makeIdReader(language, vocabulary)
  const memo = makeWordMemo((written) => {
    const word = readWord(written)
    return note(word, idsOf(word, written))
  })
  const comma = note(COMMA_WORD, idsOf(COMMA_WORD, COMMA_KEY))
  let units = emptyUnits(512)
  let text = ''
  let coordinated = false
  let end = 0

  function note(word: Word, ids: readonly number[]): number {
    const bits =
      (word.skip ? SKIP : 0) | (word.repeatable ? REPEATABLE : 0) | (word.coordinator ? COORDINATOR : 0)
    if (ids.length === 0) return bits
    const number = readings.push({ ids, word: word.word, isComma: word === COMMA_WORD, forms: null }) - 1
    return (number << BITS) | bits | (ids.some((id) => vocabulary.first.has(id)) ? BEGINS : 0)
  }

  function push(from: number, to: number, word: number, cut: boolean): void {
    const { size } = units
    const skip = (word & SKIP) !== 0 || (coordinated && (word & REPEATABLE) !== 0)
    units.from[size] = from
    units.to[size] = to
    units.reading[size] = word >> BITS
    units.skip[size] = skip ? 1 : 0
    units.cut[size] = cut ? 1 : 0
    units.size = size + 1
    if (skip) return
    coordinated = (word & COORDINATOR) !== 0
    if ((word & BEGINS) !== 0) units.begins[units.beginnings++] = size
  }

  function sink(from: number, to: number, gap: Gap, hash: number): void {
    if (gap === COMMA && units.size > 0) push(end, from, comma, false)
    push(from, to, memo(text, from, to, hash), gap === CUT)
    end = to
  }

  function read(whole: string): Units {
    // Every word may have a comma before it.
    if (units.from.length < whole.length * 2) units = emptyUnits(whole.length * 2)
    units.size = units.beginnings = 0
    text = whole
    coordinated = false
    end = 0
    scanner.scan(whole, sink)
    text = ''
    return units
  }

  return { read, readings }
}

function emptyUnits(length: number) {
  return {
    size: 0,
    from: new Int32Array(length),
    to: new Int32Array(length),
    reading: new Int32Array(length),
    begins: new Int32Array(length),
    beginnings: 0,
    skip: new Uint8Array(length),
    cut: new Uint8Array(length),
  }
}

/** Tells the numbers of what a word may be in a wording, each once. */
function makeIdReader(language: Language, { keys, beginnings, bare }: Vocabulary) {
  const arabic = baseLanguage(language) === 'ar'
  const lengths = [...new Set([...beginnings.keys()].map((beginning) => beginning.length))]
  const shortest = Math.min(...lengths)
  const starts = new Set([...beginnings.keys()].map((beginning) => beginning.slice(0, shortest)))

  /** Adds the beginnings that a word has, behind its Arabic clitics or not. */
  function addBeginnings(word: string, ids: number[]): void {
    for (const rest of arabic ? arabicRests(word) : [word]) {
      const folded = bareWord(rest)
      // Most words are settled by their first letters.
      if (!starts.has(folded.slice(0, shortest))) continue
      for (const length of lengths) addId(beginnings.get(folded.slice(0, length)), ids)
    }
  }

  return ({ keys: readings, word }: Word, written: string): readonly number[] => {
    const ids: number[] = []
    for (const key of readings) addId(keys.get(key), ids)
    if (word === null) return ids
    if (lengths.length > 0) addBeginnings(word, ids)
    if (isCapitals(written)) addId(bare.get(bareWord(word)), ids)
    // A copy has no room to grow.
    return ids.slice()
  }
}

function addId(id: number | undefined, ids: number[]): void {
  if (id !== undefined && !ids.includes(id)) ids.push(id)
}

function isCapitals(written: string): boolean {
  const second = written.charAt(1)
  // Nearly every word is settled by its second letter.
  if (second === '' || second === second.toLowerCase()) return false
  return written === written.toUpperCase()
}
