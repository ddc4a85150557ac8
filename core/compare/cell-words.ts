import type { Span } from '../model'
import { cognateKey } from '../text/cognate-key'
import { tokenize } from '../text/tokenize'
import type { ReadParagraph, Cell } from './row-pair'

/** A name, term, figure or symbol; a word of the lexicon; one of which nothing is known but its looks. */
export type WordKind = 'named' | 'meaning' | 'unknown'

/** What words that can be answered alike have in common. The words of one reader that are equal in it share one object. */
export interface WordType {
  /** Its stem, or two neighbouring Chinese characters. */
  readonly key: string
  /** Ids of concepts, names and values of mentions that it belongs to, and its cognate key: equal on both sides when the meaning is. */
  readonly signs: readonly string[]
  readonly kind: WordKind
}

/** A word of a cell that can be answered: where it stands and what it is. */
export interface CellWord extends Span {
  readonly address: string
  readonly type: WordType
}

const HAN = /^\p{Script=Han}$/u
const LETTER = /\p{L}/u

const YEAR = /^\d{4}/u

/** Shorter words of an alphabet are little words. */
const LEAST_LETTERS = 3

/** A word as it is being read; `cognate` is asked only of those of an alphabet. */
interface Draft extends Span {
  readonly key: string
  readonly han: boolean
  readonly names: string[]
  readonly meanings: string[]
}

interface Signed extends Span {
  readonly signs: readonly string[]
}

/** Makes a function that gives the words of a cell in order, each two neighbouring Chinese characters as one, little words left out. */
export function makeWordReader(): (cell: Cell) => readonly CellWord[] {
  const types = new Map<string, WordType[]>()
  const typeOf = (key: string, signs: readonly string[], kind: WordKind): WordType => {
    const like = types.get(key)
    const known = like?.find((type) => type.kind === kind && equal(type.signs, signs))
    if (known !== undefined) return known
    const type = { key, signs, kind }
    if (like === undefined) types.set(key, [type])
    else like.push(type)
    return type
  }
  // The same few thousand forms come again and again.
  const cognates = new Map<string, string | null>()
  const cognateOf = (word: string): string | null => {
    const known = cognates.get(word)
    if (known !== undefined) return known
    const key = cognateKey(word)
    cognates.set(word, key)
    return key
  }
  return ({ language, paragraphs }) =>
    paragraphs.flatMap((read) => {
      const { address, text } = read.paragraph
      return draftWords(read, language).flatMap(
        ({ from, to, key, han, names, meanings }): readonly CellWord[] => {
          const kind: WordKind = names.length > 0 ? 'named' : meanings.length > 0 ? 'meaning' : 'unknown'
          const signs = names.length > 0 ? [...names, ...meanings] : meanings
          if (!han && signs.length === 0 && (!LETTER.test(key) || to - from < LEAST_LETTERS)) return []
          const cognate = han ? null : cognateOf(text.slice(from, to))
          return [
            {
              address,
              from,
              to,
              type: typeOf(key, cognate === null ? signs : [...signs, `~${cognate}`], kind),
            },
          ]
        },
      )
    })
}

/** All words of a paragraph with what stands over them. */
function draftWords(read: ReadParagraph, language: string): readonly Draft[] {
  const tokens = tokenize(read.paragraph.text, language)
  const drafts = tokens.flatMap(({ from, to, stem }, k): readonly Draft[] => {
    if (!HAN.test(stem)) return [{ from, to, key: stem, han: false, names: [], meanings: [] }]
    const next = tokens[k + 1]
    if (next === undefined || next.from !== to || !HAN.test(next.stem)) return []
    return [{ from, to: next.to, key: stem + next.stem, han: true, names: [], meanings: [] }]
  })
  for (const { from, to, concepts } of [...read.hits, ...(read.names ?? [])])
    sign(drafts, { from, to, signs: concepts }, 'names')
  for (const { from, to, kind, value } of read.mentions) {
    // A date that one version writes apart, or without its day, is still of its year.
    const year = kind === 'date' ? YEAR.exec(value)?.[0] : undefined
    sign(drafts, { from, to, signs: year === undefined ? [value] : [value, year] }, 'names')
  }
  for (const { from, to, concepts } of read.words ?? [])
    sign(drafts, { from, to, signs: concepts }, 'meanings')
  return drafts
}

/** Gives the words that a span touches its signs. Words follow each other by both their ends. */
function sign(drafts: readonly Draft[], { from, to, signs }: Signed, list: 'names' | 'meanings'): void {
  let [low, high] = [0, drafts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (drafts[middle]!.to > from) high = middle
    else low = middle + 1
  }
  for (let k = low; k < drafts.length && drafts[k]!.from < to; k += 1) drafts[k]![list].push(...signs)
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((sign, k) => sign === other[k])
}
