import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import { arabicReadings, arabicRests } from '../text/stem-arabic'
import { newWordStemmer } from '../text/stem'
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
  const stem = newWordStemmer(language)
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
  readonly skip: boolean
  readonly repeatable: boolean
  readonly coordinator: boolean
  readonly isComma: boolean
  /** Some wording may begin with it. */
  readonly begins: boolean
}

/** The units of one text, column by column; good until the reader reads the next. */
export interface Units {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly readings: readonly Reading[]
  /** Some wording may begin here: 1. */
  readonly begins: Uint8Array
  /** An article or a repeated preposition: 1. */
  readonly skip: Uint8Array
  /** Something that no term runs across stands before it: 1. */
  readonly cut: Uint8Array
}

/** Turns texts of a language into units, in order and with offsets into the text. */
export type UnitReader = (text: string) => Units

const NOTHING: Reading = {
  ids: [],
  word: null,
  skip: false,
  repeatable: false,
  coordinator: false,
  isComma: false,
  begins: false,
}

/** A reader for one language and vocabulary. It remembers the words that it has read, which changes its speed and nothing else. */
export function makeUnitReader(language: Language, vocabulary: Vocabulary, scanner: WordScanner): UnitReader {
  const readingOf = makeWordMemo(makeReading(language, vocabulary))
  const comma = toReading(COMMA_WORD, idsOf(COMMA_WORD.keys, vocabulary.keys), vocabulary)
  let units = emptyUnits(512)
  let text = ''
  let coordinated = false
  let end = 0

  function push(from: number, to: number, reading: Reading, cut: boolean): void {
    const { size } = units
    const skip = reading.skip || (coordinated && reading.repeatable)
    if (!skip) coordinated = reading.coordinator
    units.from[size] = from
    units.to[size] = to
    units.readings[size] = reading
    units.begins[size] = reading.begins && !skip ? 1 : 0
    units.skip[size] = skip ? 1 : 0
    units.cut[size] = cut ? 1 : 0
    units.size = size + 1
  }

  function sink(from: number, to: number, gap: Gap): void {
    if (gap === COMMA && units.size > 0) push(end, from, comma, false)
    push(from, to, readingOf(text, from, to), gap === CUT)
    end = to
  }

  return (whole) => {
    // Every word may have a comma before it.
    if (units.from.length < whole.length * 2) units = emptyUnits(whole.length * 2)
    units.size = 0
    text = whole
    coordinated = false
    end = 0
    scanner.scan(whole, sink)
    text = ''
    return units
  }
}

function emptyUnits(length: number) {
  return {
    size: 0,
    from: new Int32Array(length),
    to: new Int32Array(length),
    readings: [] as Reading[],
    begins: new Uint8Array(length),
    skip: new Uint8Array(length),
    cut: new Uint8Array(length),
  }
}

function makeReading(language: Language, vocabulary: Vocabulary): (written: string) => Reading {
  const readWord = makeWordReader(language)
  const arabic = baseLanguage(language) === 'ar'
  const lengths = [...new Set([...vocabulary.beginnings.keys()].map((beginning) => beginning.length))]

  /** Numbers of the beginnings that a word has, behind its Arabic clitics or not. */
  function beginnings(word: string): readonly number[] {
    if (lengths.length === 0) return []
    const rests = (arabic ? arabicRests(word) : [word]).map(bareWord)
    return rests.flatMap((rest) =>
      lengths.flatMap((length) => vocabulary.beginnings.get(rest.slice(0, length)) ?? []),
    )
  }

  return (written) => {
    const word = readWord(written)
    const ids = idsOf(word.keys, vocabulary.keys)
    if (word.word !== null) {
      ids.push(...beginnings(word.word))
      const meant = isCapitals(written) ? vocabulary.bare.get(bareWord(word.word)) : undefined
      if (meant !== undefined) ids.push(meant)
    }
    return toReading(word, ids, vocabulary)
  }
}

function idsOf(keys: readonly string[], known: ReadonlyMap<string, number>): number[] {
  return keys.flatMap((key) => known.get(key) ?? [])
}

function toReading(word: Word, ids: readonly number[], { first }: Vocabulary): Reading {
  const { skip, repeatable, coordinator } = word
  if (ids.length === 0 && !skip && !repeatable && !coordinator) return NOTHING
  const distinct = [...new Set(ids)]
  return {
    ids: distinct,
    word: word.word,
    skip,
    repeatable,
    coordinator,
    isComma: word === COMMA_WORD,
    begins: distinct.some((id) => first.has(id)),
  }
}

function isCapitals(written: string): boolean {
  const second = written.charAt(1)
  // Nearly every word is settled by its second letter.
  if (second === '' || second === second.toLowerCase()) return false
  return written === written.toUpperCase()
}
