import type { Span } from '../model'
import { cognateKey } from '../text/cognate-key'
import { tokenize } from '../text/tokenize'
import { learnPlaces, nearestPlace } from './answer-places'
import type { CheckContext } from './check-context'
import { bothPresent, type Cell, type RowPair } from './row-pair'

/** A word of a cell that can be answered: where it stands and the keys that an answer has one of. */
export interface CellWord extends Span {
  readonly address: string
  readonly key: string
  /** Ids of concepts, names and values of mentions that it belongs to, and its cognate key: equal on both sides when the meaning is. */
  readonly signs: readonly string[]
  /** How well it is known what answers it; words of one kind share a chance of being answered. */
  readonly kind: Kind
}

/** A name, term, figure or symbol; a word of the lexicon; a word with learned answers, sure or less so; one of which nothing is known but its looks. */
type Kind = 'named' | 'meaning' | 'learned' | 'hinted' | 'unknown'

/**
 * A word with what was learned of it. `lacking` of its like in the cell have no answer of their own on the other side: so many of those in a stretch are unanswered if
 * those outside it have the first claim. `ifAnswered` and `ifNot` are what it then adds to the evidence that the stretch was left out: logarithms of likelihood ratios.
 */
export interface JudgedWord extends CellWord {
  readonly lacking: number
  readonly ifAnswered: number
  readonly ifNot: number
  /** What the place of its nearest answer adds to that evidence: far from where it would stand if both sides kept one order, it hardly is its own. 0 where it has none. */
  readonly ifThere: number
}

const HAN = /^\p{Script=Han}$/u
const LETTER = /\p{L}/u

/** Words in a larger share of the rows are everywhere and answer nothing. */
const MOST_ROWS = 0.3

/** Rows under which that share is not yet known. */
const FEW_ROWS = 12

/** Shorter words of an alphabet are little words. */
const LEAST_LETTERS = 3

/** Rows of the same text in which two words must meet to be believed, and how much of their rows. */
const LEAST_MEETINGS = 2
const LEAST_SHARE = 0.5

/** Rows of a word beyond which it is not asked which words it meets: it meets too many. */
const MOST_MEETINGS = 60

/** Pairs of words less sure than this answer nothing. */
const LEAST_TRUST = 0.2

/** Pairs from which on a word's answer is surely known. */
const SURE_TRUST = 0.45

/** Words' worth of belief that half are answered, before a kind is counted. */
const KIND_PRIOR = 4

/** Rows' worth of belief in the average of its kind when a single word's chance of an answer is counted. */
const PRIOR = 3

/** An answer by chance is at most so likely, of what a true one is. */
const MOST_CHANCE = 0.8

/** How far chances may come to never and always. */
const LEAST_CHANCE = 0.03

type Judge = (k: number) => readonly JudgedWord[]

// A module-level cache, pure in effect: what is judged depends on rows and context alone, and two checks ask for it.
const judged = new WeakMap<readonly RowPair[], Map<string, Judge>>()

/** `judgeWords` for the rows of which both sides have text, remembered for as long as the rows are. */
export function judgedWords(pairs: readonly RowPair[], context: CheckContext, turned: boolean): Judge {
  const known = judged.get(pairs) ?? new Map<string, Judge>()
  judged.set(pairs, known)
  const key = `${context.pivot} ${context.other} ${turned}`
  const judge = known.get(key) ?? judgeWords(pairs.filter(bothPresent), context, turned)
  known.set(key, judge)
  return judge
}

/** Makes a function that gives the pivot's words of a row (or, `turned`, the other version's), judged: all rows are looked at once, to learn how often what is answered. */
export function judgeWords(
  pairs: readonly RowPair[],
  context: CheckContext,
  turned: boolean,
): (k: number) => readonly JudgedWord[] {
  const left = pairs.map(({ pivot, other }) => wordsOf(turned ? other : pivot))
  const right = pairs.map(({ pivot, other }) => wordsOf(turned ? pivot : other))
  const tooMany = Math.max(pairs.length, FEW_ROWS) * MOST_ROWS
  const [rowsLeft, rowsRight] = [rowsByKey(left), rowsByKey(right)]
  const answers = meetings(rowsLeft, rowsRight, right, tooMany)
  const trusts = new Map<string, number>()
  for (const pair of context.learned) {
    if (pair.trust < LEAST_TRUST) continue
    const [from, to] = turned ? [pair.right, pair.left] : [pair.left, pair.right]
    trusts.set(from, Math.max(trusts.get(from) ?? 0, pair.trust))
    const known = answers.get(from)
    if (known === undefined) answers.set(from, new Set([to]))
    else known.add(to)
  }
  const sides = right.map(indexSide)
  const countIn = (word: CellWord, side: Side): number => placesOf(word, side, answers.get(word.key)).size
  const kindOf = ({ key, kind }: CellWord): Kind =>
    kind !== 'unknown'
      ? kind
      : (trusts.get(key) ?? 0) >= SURE_TRUST
        ? 'learned'
        : answers.has(key)
          ? 'hinted'
          : 'unknown'
  const content = left.map((words) =>
    words
      .filter(({ key }) => (rowsLeft.get(key)?.length ?? 0) <= tooMany)
      .map((word) => ({ ...word, kind: kindOf(word) })),
  )
  const lacking = content.map((words, k) => lackOf(words, sides[k]!, countIn))
  const chances = countChances(content, lacking)
  const byChance = chanceAnswers(rowsRight, right, answers)
  const distances = content.map((row, k) =>
    row.map((word, at) => {
      const places = placesOf(word, sides[k]!, answers.get(word.key))
      return nearestPlace(places, sides[k]!.size, (at + 0.5) / row.length)
    }),
  )
  const evidenceOf = learnPlaces(distances)
  return (k) =>
    content[k]!.map((word, at, row) => {
      const lack = lacking[k]!.get(word.key)!
      const usual = clip(chances(word, lack))
      const chance = clip(Math.min(byChance(word, sides[k]!.size), usual * MOST_CHANCE))
      return {
        ...word,
        lacking: lack.lacking,
        ifAnswered: Math.log(chance / usual),
        ifNot: Math.log((1 - chance) / (1 - usual)),
        ifThere: evidenceOf(distances[k]![at]!, row.length),
      }
    })
}

/** What the other side of a row has to answer with: places by word and by sign. */
interface Side {
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly size: number
}

function indexSide(words: readonly CellWord[]): Side {
  const places = new Map<string, number[]>()
  words.forEach(({ key, signs }, place) => {
    for (const name of [key, ...signs.map((sign) => `\n${sign}`)]) {
      const known = places.get(name)
      if (known === undefined) places.set(name, [place])
      else known.push(place)
    }
  })
  return { places, size: words.length }
}

/** Places of the words of the other side that may answer this one. */
function placesOf(
  { signs }: CellWord,
  { places }: Side,
  answers: ReadonlySet<string> | undefined,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const sign of signs) for (const place of places.get(`\n${sign}`) ?? []) found.add(place)
  for (const answer of answers ?? []) for (const place of places.get(answer) ?? []) found.add(place)
  return found
}

interface Lack {
  /** How often the word stands in its cell, and how many of these have no answer of their own. */
  readonly all: number
  readonly lacking: number
}

function lackOf(
  words: readonly CellWord[],
  side: Side,
  countIn: (word: CellWord, side: Side) => number,
): ReadonlyMap<string, Lack> {
  const groups = new Map<string, { all: number; answers: number }>()
  for (const word of words) {
    const group = groups.get(word.key) ?? { all: 0, answers: 0 }
    group.all += 1
    group.answers = Math.max(group.answers, countIn(word, side))
    groups.set(word.key, group)
  }
  return new Map(
    [...groups].map(([key, { all, answers }]) => [key, { all, lacking: Math.max(0, all - answers) }]),
  )
}

const clip = (chance: number) => Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance))

/** The words of a cell in order, each two neighbouring Chinese characters as one, little words left out. */
function wordsOf({ language, paragraphs }: Cell): readonly CellWord[] {
  return paragraphs.flatMap((read) => {
    const { address, text } = read.paragraph
    const named: readonly Signed[] = [
      ...[...read.hits, ...(read.names ?? [])].map(({ from, to, concepts }) => ({
        from,
        to,
        signs: concepts,
      })),
      ...read.mentions.map(({ from, to, value }) => ({ from, to, signs: [value] })),
    ]
    const meant = (read.words ?? []).map(({ from, to, concepts }) => ({ from, to, signs: concepts }))
    const signsOf = (from: number, to: number) => {
      const [names, meanings] = [signsAt(named, from, to), signsAt(meant, from, to)]
      const kind: Kind = names.length > 0 ? 'named' : meanings.length > 0 ? 'meaning' : 'unknown'
      return { signs: [...names, ...meanings], kind }
    }
    const tokens = tokenize(text, language)
    return tokens.flatMap(({ from, to, stem }, k): readonly CellWord[] => {
      const next = tokens[k + 1]
      if (HAN.test(stem)) {
        if (next === undefined || next.from !== to || !HAN.test(next.stem)) return []
        return [{ address, from, to: next.to, key: stem + next.stem, ...signsOf(from, next.to) }]
      }
      const { signs: own, kind } = signsOf(from, to)
      if (own.length === 0 && (!LETTER.test(stem) || to - from < LEAST_LETTERS)) return []
      const cognate = cognateKey(text.slice(from, to))
      return [{ address, from, to, key: stem, kind, signs: cognate === null ? own : [...own, `~${cognate}`] }]
    })
  })
}

interface Signed extends Span {
  readonly signs: readonly string[]
}

function signsAt(signs: readonly Signed[], from: number, to: number): readonly string[] {
  return signs.filter((sign) => sign.from < to && from < sign.to).flatMap((sign) => sign.signs)
}

function rowsByKey(rows: readonly (readonly CellWord[])[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>()
  rows.forEach((words, k) => {
    for (const { key } of words) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, [k])
      else if (known.at(-1) !== k) known.push(k)
    }
  })
  return byKey
}

/** Which words meet in the rows of this very text, more often than not where one of them stands. */
function meetings(
  left: ReadonlyMap<string, readonly number[]>,
  right: ReadonlyMap<string, readonly number[]>,
  words: readonly (readonly CellWord[])[],
  tooMany: number,
): Map<string, Set<string>> {
  const answers = new Map<string, Set<string>>()
  const keys = words.map((row) => [...new Set(row.map(({ key }) => key))])
  for (const [key, rows] of left) {
    if (rows.length < LEAST_MEETINGS || rows.length > Math.min(tooMany, MOST_MEETINGS)) continue
    const counts = new Map<string, number>()
    for (const k of rows) for (const other of keys[k]!) counts.set(other, (counts.get(other) ?? 0) + 1)
    for (const [other, count] of counts) {
      const all = right.get(other)!.length
      if (count < LEAST_MEETINGS || (2 * count) / (rows.length + all) < LEAST_SHARE) continue
      const known = answers.get(key)
      if (known === undefined) answers.set(key, new Set([other]))
      else known.add(other)
    }
  }
  return answers
}

/** How often each word is answered over the whole text, the row at hand left out, leaning on the average of its kind. */
function countChances(
  content: readonly (readonly CellWord[])[],
  lacking: readonly ReadonlyMap<string, Lack>[],
): (word: CellWord, own: Lack) => number {
  const counts = new Map<string, { all: number; answered: number }>()
  const add = (name: string, { all, lacking: lack }: Lack) => {
    const count = counts.get(name) ?? { all: 0, answered: 0 }
    count.all += all
    count.answered += all - lack
    counts.set(name, count)
  }
  content.forEach((words, k) => {
    const kinds = new Map(words.map(({ key, kind }) => [key, kind]))
    for (const [key, lack] of lacking[k]!) {
      add(key, lack)
      add(`\n${kinds.get(key)!}`, lack)
    }
  })
  const rate = (name: string, own: Lack, prior: number, average: number) => {
    const { all, answered } = counts.get(name) ?? { all: 0, answered: 0 }
    return (
      (Math.max(0, answered - (own.all - own.lacking)) + prior * average) /
      (Math.max(0, all - own.all) + prior)
    )
  }
  return ({ key, kind }, own) => rate(key, own, PRIOR, rate(`\n${kind}`, own, KIND_PRIOR, 0.5))
}

/** How often a word is answered by a text that has nothing to do with it, by the number of words that it has: from the rows in which an answer stands. */
function chanceAnswers(
  rowsRight: ReadonlyMap<string, readonly number[]>,
  right: readonly (readonly CellWord[])[],
  answers: ReadonlyMap<string, ReadonlySet<string>>,
): (word: CellWord, size: number) => number {
  const rowsOfSign = new Map<string, Set<number>>()
  right.forEach((words, k) => {
    for (const { signs } of words)
      for (const sign of signs) {
        const known = rowsOfSign.get(sign)
        if (known === undefined) rowsOfSign.set(sign, new Set([k]))
        else known.add(k)
      }
  })
  const size = right.reduce((sum, words) => sum + words.length, 0) / Math.max(1, right.length)
  const rates = new Map<string, number>()
  const rateOf = ({ key, signs }: CellWord): number => {
    const name = [key, ...signs].join('\n')
    const known = rates.get(name)
    if (known !== undefined) return known
    const rows = new Set<number>()
    for (const sign of signs) for (const k of rowsOfSign.get(sign) ?? []) rows.add(k)
    for (const answer of answers.get(key) ?? []) for (const k of rowsRight.get(answer) ?? []) rows.add(k)
    const share = Math.min(0.95, (rows.size + 0.5) / (right.length + 1))
    const rate = -Math.log(1 - share) / Math.max(1, size)
    rates.set(name, rate)
    return rate
  }
  return (word, length) => 1 - Math.exp(-rateOf(word) * length)
}
