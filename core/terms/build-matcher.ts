import { baseLanguage } from '../text/languages'
import {
  bareWord,
  COMMA_KEY,
  makeUnitReader,
  makeWordReader,
  type UnitReader,
  type Word,
  type WordReader,
} from './read-units'
import { COMMA, makeWordScanner, type Gap, type WordScanner } from './scan-words'
import { makeInflectionTest, type InflectionTest } from './same-inflection'
import { makeTrie, ROOT, type OpenTrie, type Trie } from './trie'
import type { Language, Term, TermBase, TermStatus } from '../model'

/** A wording that ends at a node of the trie. */
export interface Ending {
  /** As the term base has it. */
  readonly wording: string
  /** Ids of the concepts that have it, in the order of the base. */
  readonly concepts: readonly string[]
  /** What the base says of it; where several concepts have it, the best that any says. */
  readonly status: TermStatus
  /** Folded words unit by unit; null where the form says nothing (commas, little words, a word that only begins so). */
  readonly words: readonly (string | null)[]
  /** The form to be found letter by letter, or null where any inflection will do. */
  readonly exact: string | null
  /** One word of the text may stand between any two of its words. */
  readonly gap: boolean
}

/** The wordings of one language, ready to be looked for. */
export interface Matcher {
  readonly language: Language
  /** Turns a text into the units of the trie. */
  readonly reader: UnitReader
  readonly scanner: WordScanner
  /** Whether a word of the base and one of the text are forms of one. */
  readonly sameInflection: InflectionTest
  readonly trie: Trie<Ending>
}

interface OpenEnding extends Ending {
  readonly concepts: string[]
  status: TermStatus
}

interface OpenVocabulary {
  readonly keys: Map<string, number>
  readonly beginnings: Map<string, number>
  readonly bare: Map<string, number>
  readonly first: Set<number>
  /** Numbers of the keys of words met before. */
  readonly known: Map<Word, number>
}

interface Builder {
  readonly language: Language
  readonly trie: OpenTrie<OpenEnding>
  readonly vocabulary: OpenVocabulary
  /** The words and commas of a wording that count. */
  readonly readWording: (wording: string) => readonly Word[]
}

/** Best first. */
const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']

const COMMA_UNIT: Word = {
  keys: [COMMA_KEY],
  word: null,
  skip: false,
  repeatable: false,
  coordinator: true,
}

const HAN = /\p{Script=Han}/u

/**
 * Lays the wordings of a term base out for one language (a second version, `fr-2`, uses those of `fr`); deprecated and forbidden ones are found
 * like the others. A language that the base does not have gives a matcher that finds nothing; a wording without any letter or digit is
 * passed over.
 */
export function buildMatcher(base: TermBase, language: Language): Matcher {
  const scanner = makeWordScanner(language)
  const read = makeWordReader(language)
  const words = new Map<string, Word>()
  function readWord(written: string): Word {
    const known = words.get(written)
    if (known !== undefined) return known
    const word = read(written)
    words.set(written, word)
    return word
  }
  const builder: Builder = {
    language,
    trie: makeTrie(),
    vocabulary: {
      keys: new Map(),
      beginnings: new Map(),
      bare: new Map(),
      first: new Set(),
      known: new Map(),
    },
    readWording: makeWordingReader(scanner, readWord),
  }
  for (const { id, terms } of base) {
    const key = Object.hasOwn(terms, language) ? language : baseLanguage(language)
    for (const term of Object.hasOwn(terms, key) ? (terms[key] ?? []) : []) addTerm(builder, term, id)
  }
  const { trie, vocabulary } = builder
  return {
    language,
    // Many words of a text are written as in some wording; the others the reader remembers by itself.
    reader: makeUnitReader(language, vocabulary, scanner, (written) => words.get(written) ?? read(written)),
    scanner,
    sameInflection: makeInflectionTest(language),
    trie,
  }
}

function addTerm(builder: Builder, term: Term, concept: string) {
  const words = builder.readWording(term.wording)
  if (words.length === 0) return
  const gap = term.gap === true
  const begins = term.match === 'begins' && !HAN.test(words.at(-1)?.word ?? '')
  let node = ROOT
  for (let k = 0; k < words.length; k += 1) {
    const word = words[k]!
    const last = k === words.length - 1
    const id = begins && last ? beginningId(builder, word) : keyId(builder.vocabulary, word)
    if (k === 0) builder.vocabulary.first.add(id)
    node = builder.trie.add(node, id)
    if (gap && !last) builder.trie.allowGap(node)
  }
  addEnding(builder.trie, node, {
    wording: term.wording,
    status: term.status,
    concepts: [concept],
    words: words.map(({ word }, k) => (begins && k === words.length - 1 ? null : word)),
    exact: term.match === 'exact' ? exactForm(term.wording) : null,
    gap,
  })
}

function addEnding(trie: OpenTrie<OpenEnding>, node: number, ending: OpenEnding) {
  const { words } = ending
  const same = trie
    .endings(node)
    ?.find(
      ({ exact, gap, words: others }) =>
        exact === ending.exact && gap === ending.gap && words.every((word, k) => word === others[k]),
    )
  if (same === undefined) {
    trie.end(node, ending)
    return
  }
  for (const concept of ending.concepts) if (!same.concepts.includes(concept)) same.concepts.push(concept)
  if (STATUSES.indexOf(ending.status) < STATUSES.indexOf(same.status)) same.status = ending.status
}

function makeWordingReader(scanner: WordScanner, readWord: WordReader): (wording: string) => readonly Word[] {
  let words: Word[] = []
  let wording = ''
  let coordinated = false

  function push(word: Word): void {
    if (word.skip || (coordinated && word.repeatable)) return
    words.push(word)
    coordinated = word.coordinator
  }

  function sink(from: number, to: number, gap: Gap): void {
    if (gap === COMMA && words.length > 0) push(COMMA_UNIT)
    push(readWord(wording.slice(from, to)))
  }

  return (whole) => {
    words = []
    wording = whole
    coordinated = false
    scanner.scan(whole, sink)
    return words
  }
}

function keyId({ keys, bare, known }: OpenVocabulary, word: Word): number {
  const met = known.get(word)
  if (met !== undefined) return met
  // A wording stands as in a dictionary, so of an Arabic word's readings the first.
  const id = numberOf(keys, word.keys[0] ?? '', keys.size * 2)
  known.set(word, id)
  if (word.word !== null) numberOf(bare, bareWord(word.word), id)
  return id
}

/** Beginnings have odd numbers and whole words even ones. */
function beginningId({ language, vocabulary: { beginnings } }: Builder, word: Word): number {
  const folded = bareWord(word.word ?? word.keys[0] ?? '')
  if (baseLanguage(language) !== 'ar') return numberOf(beginnings, folded, beginnings.size * 2 + 1)
  // Without the article, and without ة, which is ت before a pronoun.
  const cited = folded.startsWith('ال') && folded.length > 4 ? folded.slice(2) : folded
  const open = cited.length > 3 && word.word?.endsWith('ه') ? cited.slice(0, -1) : cited
  return numberOf(beginnings, open, beginnings.size * 2 + 1)
}

function numberOf(numbers: Map<string, number>, key: string, next: number): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, next)
  return next
}

/** What is its own exact form: letters that nothing composes with, and single spaces. */
const IN_EXACT_FORM = /^(?:[A-Za-z0-9а-яА-Яء-غف-ي'().-]| (?! ))*$/u
const ARABIC_MARK = /(?=\p{Script_Extensions=Arabic})\p{M}|\u0640/gu

/**
 * The form in which an exact wording compares: letters, case and accents as they are; one kind of space, hyphen and apostrophe, and nothing of what print adds: soft
 * hyphens, full width, tatweel and vowel marks.
 */
export function exactForm(text: string): string {
  if (IN_EXACT_FORM.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(ARABIC_MARK, '')
    .replace(/\s+/gu, ' ')
    .replace(/[‐‑]/gu, '-')
    .replace(/[’ʼ]/gu, "'")
}
