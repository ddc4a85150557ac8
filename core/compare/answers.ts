import { makeWordReader, type CellWord, type WordKind, type WordType } from './cell-words'
import { learnPlaces, NO_PLACE } from './answer-places'
import type { CheckContext } from './check-context'
import { bothPresent, type RowPair } from './row-pair'

/**
 * A word with what was learned of it. `lacking` of its like in the cell have no answer of their own on the other side: so many of those in a stretch are unanswered if
 * those outside it have the first claim. `ifAnswered` and `ifNot` are what it then adds to the evidence that the stretch was left out: logarithms of likelihood ratios.
 */
export interface JudgedWord extends Omit<CellWord, 'type'> {
  readonly key: string
  readonly lacking: number
  readonly ifAnswered: number
  readonly ifNot: number
  /** What the place of its nearest answer adds to that evidence: far from where it would stand if both sides kept one order, it hardly is its own. 0 where it has none. */
  readonly ifThere: number
}

/** How well it is known what answers a word; words of one kind share a chance of being answered. Of those that nothing stands over, some have learned answers, sure or less so. */
type Kind = WordKind | 'learned' | 'hinted'

/** Words in a larger share of the rows are everywhere and answer nothing. */
const MOST_ROWS = 0.3

/** Rows under which that share is not yet known. */
const FEW_ROWS = 12

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

/** Gives the judged words of a row, by its number among those of which both sides have text. */
type Judge = (k: number) => readonly JudgedWord[]

/** One version's words, row by row, and the rows of each. */
interface SideWords {
  readonly rows: readonly (readonly CellWord[])[]
  readonly byKey: ReadonlyMap<string, readonly number[]>
}

interface Known {
  readonly sides: readonly [SideWords, SideWords]
  readonly judges: Map<string, Judge>
}

// A module-level cache, pure in effect: what is judged depends on rows and context alone, and two checks ask for it.
const known = new WeakMap<readonly RowPair[], Known>()

/**
 * Makes a function that gives the pivot's words of a row (or, `turned`, the other version's), judged: all rows of which both sides have text are looked at once, to learn how often
 * what is answered. Remembered for as long as the rows are.
 */
export function judgedWords(pairs: readonly RowPair[], context: CheckContext, turned: boolean): Judge {
  const own = known.get(pairs) ?? { sides: readSides(pairs.filter(bothPresent)), judges: new Map() }
  known.set(pairs, own)
  const key = `${context.pivot} ${context.other} ${turned}`
  const [pivot, other] = own.sides
  const judge =
    own.judges.get(key) ??
    (turned ? judgeWords(other, pivot, context, true) : judgeWords(pivot, other, context, false))
  own.judges.set(key, judge)
  return judge
}

function readSides(pairs: readonly RowPair[]): readonly [SideWords, SideWords] {
  const read = (side: 'pivot' | 'other'): SideWords => {
    const rows = pairs.map((pair) => pair[side]).map(makeWordReader())
    return { rows, byKey: rowsByKey(rows) }
  }
  return [read('pivot'), read('other')]
}

function judgeWords(left: SideWords, right: SideWords, context: CheckContext, turned: boolean): Judge {
  const tooMany = Math.max(left.rows.length, FEW_ROWS) * MOST_ROWS
  const answers = meetings(left.byKey, right, tooMany)
  const trusts = addLearned(answers, context, turned)
  const kinds = new Map<WordType, Kind>()
  const kindOf = (type: WordType): Kind => {
    const before = kinds.get(type)
    if (before !== undefined) return before
    const { key, kind } = type
    const sure = (trusts.get(key) ?? 0) >= SURE_TRUST
    const own = kind !== 'unknown' ? kind : sure ? 'learned' : answers.has(key) ? 'hinted' : 'unknown'
    kinds.set(type, own)
    return own
  }
  const rows = left.rows.map((words, k) => {
    const content = words.filter(({ type }) => (left.byKey.get(type.key)?.length ?? 0) <= tooMany)
    return judgeRow(content, right.rows[k]!, answers)
  })
  const chances = countChances(rows, kindOf)
  const byChance = chanceAnswers(right, answers)
  const evidenceOf = learnPlaces(rows.map(({ distances }) => distances))
  return (k) => {
    const { words, all, lacking, distances } = rows[k]!
    return words.map(({ address, from, to, type }, at) => {
      const lack = { all: all[at]!, lacking: lacking[at]! }
      const usual = clip(chances(type, lack))
      const chance = clip(Math.min(byChance(type, right.rows[k]!.length), usual * MOST_CHANCE))
      return {
        address,
        from,
        to,
        key: type.key,
        lacking: lack.lacking,
        ifAnswered: Math.log(chance / usual),
        ifNot: Math.log((1 - chance) / (1 - usual)),
        ifThere: evidenceOf(distances[at]!, words.length),
      }
    })
  }
}

/** Adds the learned pairs to the answers; gives how sure a word's surest is. */
function addLearned(
  answers: Map<string, Set<string>>,
  { learned }: CheckContext,
  turned: boolean,
): ReadonlyMap<string, number> {
  const trusts = new Map<string, number>()
  for (const pair of learned) {
    if (pair.trust < LEAST_TRUST) continue
    const [from, to] = turned ? [pair.right, pair.left] : [pair.left, pair.right]
    trusts.set(from, Math.max(trusts.get(from) ?? 0, pair.trust))
    const before = answers.get(from)
    if (before === undefined) answers.set(from, new Set([to]))
    else before.add(to)
  }
  return trusts
}

/** A row's words, by each word how often its like stands there, how many of these have no answer of their own, and how far off its nearest answer is (NO_PLACE: none). */
interface JudgedRow {
  readonly words: readonly CellWord[]
  readonly all: Int32Array
  readonly lacking: Int32Array
  readonly distances: Float64Array
}

function judgeRow(
  words: readonly CellWord[],
  others: readonly CellWord[],
  answers: ReadonlyMap<string, ReadonlySet<string>>,
): JudgedRow {
  const find = answerFinder(others)
  const distances = new Float64Array(words.length)
  const groups = new Map<string, { all: number; answers: number }>()
  words.forEach(({ type }, at) => {
    const { count, nearest } = find(type, answers.get(type.key), (at + 0.5) / words.length)
    distances[at] = nearest
    const group = groups.get(type.key)
    if (group === undefined) groups.set(type.key, { all: 1, answers: count })
    else {
      group.all += 1
      group.answers = Math.max(group.answers, count)
    }
  })
  const [all, lacking] = [new Int32Array(words.length), new Int32Array(words.length)]
  words.forEach(({ type }, at) => {
    const group = groups.get(type.key)!
    all[at] = group.all
    lacking[at] = Math.max(0, group.all - group.answers)
  })
  return { words, all, lacking, distances }
}

/** Makes a function that finds the words of a cell that may answer a word: how many, and how far the nearest is from a place between 0 and 1. */
function answerFinder(words: readonly CellWord[]) {
  const [byKey, bySign] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const put = (map: Map<string, number[]>, name: string, place: number) => {
    const places = map.get(name)
    if (places === undefined) map.set(name, [place])
    else places.push(place)
  }
  words.forEach(({ type }, place) => {
    put(byKey, type.key, place)
    for (const sign of type.signs) put(bySign, sign, place)
  })
  // Which words were counted already for the word that is asked about.
  const asked = new Int32Array(words.length)
  let question = 0
  return ({ signs }: WordType, answers: ReadonlySet<string> | undefined, at: number) => {
    let [count, nearest] = [0, NO_PLACE]
    question += 1
    const take = (places: readonly number[] | undefined) => {
      for (const place of places ?? []) {
        if (asked[place] === question) continue
        asked[place] = question
        count += 1
        const distance = Math.abs((place + 0.5) / words.length - at)
        if (!(distance >= nearest)) nearest = distance
      }
    }
    for (const sign of signs) take(bySign.get(sign))
    if (answers !== undefined && answers.size > byKey.size) {
      for (const [key, places] of byKey) if (answers.has(key)) take(places)
    } else for (const answer of answers ?? []) take(byKey.get(answer))
    return { count, nearest }
  }
}

const clip = (chance: number) => Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance))

function rowsByKey(rows: readonly (readonly CellWord[])[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>()
  rows.forEach((words, k) => {
    for (const { type } of words) {
      const before = byKey.get(type.key)
      if (before === undefined) byKey.set(type.key, [k])
      else if (before.at(-1) !== k) before.push(k)
    }
  })
  return byKey
}

/** Which words meet in the rows of this very text, more often than not where one of them stands. */
function meetings(
  left: ReadonlyMap<string, readonly number[]>,
  { rows: words, byKey: right }: SideWords,
  tooMany: number,
): Map<string, Set<string>> {
  const answers = new Map<string, Set<string>>()
  const keys = words.map((row) => new Set(row.map(({ type }) => type.key)))
  for (const [key, rows] of left) {
    if (rows.length < LEAST_MEETINGS || rows.length > Math.min(tooMany, MOST_MEETINGS)) continue
    const counts = new Map<string, number>()
    for (const k of rows) for (const other of keys[k]!) counts.set(other, (counts.get(other) ?? 0) + 1)
    for (const [other, count] of counts) {
      const all = right.get(other)!.length
      if (count < LEAST_MEETINGS || (2 * count) / (rows.length + all) < LEAST_SHARE) continue
      const before = answers.get(key)
      if (before === undefined) answers.set(key, new Set([other]))
      else before.add(other)
    }
  }
  return answers
}

interface Lack {
  readonly all: number
  readonly lacking: number
}

/** How often each word is answered over the whole text, the row at hand left out, leaning on the average of its kind. */
function countChances(
  rows: readonly JudgedRow[],
  kindOf: (type: WordType) => Kind,
): (type: WordType, own: Lack) => number {
  type Count = { all: number; answered: number }
  const [byKey, byKind] = [new Map<string, Count>(), new Map<Kind, Count>()]
  const add = <Name>(counts: Map<Name, Count>, name: Name, all: number, lacking: number) => {
    const count = counts.get(name)
    if (count === undefined) counts.set(name, { all, answered: all - lacking })
    else {
      count.all += all
      count.answered += all - lacking
    }
  }
  for (const { words, all, lacking } of rows) {
    const seen = new Set<string>()
    // From the end, since of several kinds of one word in a row its last one counts.
    for (let at = words.length - 1; at >= 0; at -= 1) {
      const { type } = words[at]!
      if (seen.has(type.key)) continue
      seen.add(type.key)
      add(byKey, type.key, all[at]!, lacking[at]!)
      add(byKind, kindOf(type), all[at]!, lacking[at]!)
    }
  }
  const rate = (count: Count | undefined, own: Lack, prior: number, average: number) => {
    const { all, answered } = count ?? { all: 0, answered: 0 }
    return (
      (Math.max(0, answered - (own.all - own.lacking)) + prior * average) /
      (Math.max(0, all - own.all) + prior)
    )
  }
  return (type, own) =>
    rate(byKey.get(type.key), own, PRIOR, rate(byKind.get(kindOf(type)), own, KIND_PRIOR, 0.5))
}

/** How often a word is answered by a text that has nothing to do with it, by the number of words that it has: from the rows in which an answer stands. */
function chanceAnswers(
  { rows: right, byKey }: SideWords,
  answers: ReadonlyMap<string, ReadonlySet<string>>,
): (type: WordType, size: number) => number {
  const bySign = new Map<string, Set<number>>()
  right.forEach((words, k) => {
    for (const { type } of words)
      for (const sign of type.signs) {
        const before = bySign.get(sign)
        if (before === undefined) bySign.set(sign, new Set([k]))
        else before.add(k)
      }
  })
  const size = right.reduce((sum, words) => sum + words.length, 0) / Math.max(1, right.length)
  const rates = new Map<WordType, number>()
  const rateOf = (type: WordType): number => {
    const before = rates.get(type)
    if (before !== undefined) return before
    const bySigns = type.signs.flatMap((sign) => bySign.get(sign) ?? [])
    const byAnswers = [...(answers.get(type.key) ?? [])].flatMap((answer) => [byKey.get(answer) ?? []])
    const share = Math.min(0.95, (countUnion(bySigns, byAnswers) + 0.5) / (right.length + 1))
    const rate = -Math.log(1 - share) / Math.max(1, size)
    rates.set(type, rate)
    return rate
  }
  return (type, length) => 1 - Math.exp(-rateOf(type) * length)
}

/** How many different rows lists have. The largest set is only looked into: a sign that stands everywhere has many words, and would be gone through for each. */
function countUnion(sets: readonly ReadonlySet<number>[], lists: readonly (readonly number[])[]): number {
  const largest = sets.reduce<ReadonlySet<number>>(
    (one, other) => (other.size > one.size ? other : one),
    NO_ROWS,
  )
  const more = new Set<number>()
  for (const rows of [...sets, ...lists])
    if (rows !== largest) for (const row of rows) if (!largest.has(row)) more.add(row)
  return largest.size + more.size
}

const NO_ROWS: ReadonlySet<number> = new Set()
