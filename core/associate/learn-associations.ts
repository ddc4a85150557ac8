import type { Language, WordPair } from '../model'
import { JUMPS, NOTHING, type Associations, type Rendering, type Vocabulary } from './association-model'
import { linkChances } from './forward-backward'
import { isSign, likeness } from './likeness'

/** The words of one pair of texts that answer each other, in order, by stem. */
export type WordsPair = readonly [left: readonly string[], right: readonly string[]]

/** How associations are learned; the defaults are what the program uses. */
export interface LearnOptions {
  /** Pairs of words that are known before; `left` and `right` as the languages of the model. */
  readonly known?: readonly WordPair[]
  /** Rounds of the first model, which knows no order, and of the second, which does. */
  readonly rounds?: { readonly free: number; readonly ordered: number }
  /** Whether the looks of words, and their places, are asked too; without both it is IBM model 1 (Brown et al. 1993). */
  readonly looks?: boolean
  readonly agree?: boolean
  /** Words' worth of belief in what is known before, a source word. */
  readonly belief?: number
  /** How hard links are drawn to the diagonal in the first model. */
  readonly tension?: number
}

/** Longest text that is learned from, in words a side: time grows with the cube. */
const LONGEST = 400

/** What two words are worth to each other that nothing speaks for. */
const STRANGERS = 0.02

/**
 * Learns which words answer each other from pairs of texts, in both directions at once: model 1 with a preference for the diagonal, then a hidden Markov model; in each
 * round only what both directions believe is counted (alignment by agreement: Liang, Taskar and Klein 2006). Words that look alike and pairs that are known begin with more.
 * Pairs with an empty side, and those of more than 400 words, teach nothing.
 */
export function learnAssociations(
  texts: readonly WordsPair[],
  languages: readonly [Language, Language],
  options: LearnOptions = {},
): Associations {
  const { known = [], rounds = { free: 5, ordered: 5 }, looks = true, agree = true } = options
  const { belief = 1, tension = 4 } = options
  const lessons = texts.filter(
    ([left, right]) =>
      left.length > 0 && right.length > 0 && left.length <= LONGEST && right.length <= LONGEST,
  )
  const [left, right] = [
    numberWords(lessons.map(([words]) => words)),
    numberWords(lessons.map(([, words]) => words)),
  ]
  const prior = makePrior(known, looks)
  const { pairs, tables } = meet(lessons, left, right)
  const beliefs = new Float64Array(pairs.size)
  for (const [key, id] of pairs)
    beliefs[id] = prior(
      left.words[Math.floor(key / right.words.length)]!,
      right.words[key % right.words.length]!,
    )
  const owners = ownersOf(pairs, right.words.length)
  let forth = begin(beliefs, owners.left, left.words.length, right.words.length)
  let back = begin(beliefs, owners.right, right.words.length, left.words.length)
  for (let round = 0; round < rounds.free + rounds.ordered; round += 1) {
    const ordered = round >= rounds.free
    const counts = {
      forth: new Float64Array(pairs.size),
      back: new Float64Array(pairs.size),
      forthNone: new Float64Array(right.words.length),
      backNone: new Float64Array(left.words.length),
      forthJumps: new Float64Array(2 * JUMPS + 1),
      backJumps: new Float64Array(2 * JUMPS + 1),
    }
    tables.forEach((table) => {
      const [m, n] = [table.left.length, table.right.length]
      const read = (rendering: Rendering, turned: boolean, jumps: Float64Array) => {
        const [sources, targets] = turned ? [n, m] : [m, n]
        const fit = new Float64Array(m * n)
        const alone = new Float64Array(targets)
        for (let j = 0; j < targets; j += 1) {
          alone[j] = rendering.none[(turned ? table.left : table.right)[j]!]!
          for (let i = 0; i < sources; i += 1)
            fit[j * sources + i] =
              rendering.chances[table.ids[turned ? j * n + i : i * n + j]!]! *
              nearDiagonal(i, j, sources, targets, ordered ? tension / 4 : tension)
        }
        return ordered
          ? linkChances({ sources, targets, fit, alone, jumps: rendering.jumps, nothing: NOTHING }, jumps)
          : freeChances(fit, alone, sources, targets)
      }
      const [one, other] = [read(forth, false, counts.forthJumps), read(back, true, counts.backJumps)]
      for (let i = 0; i < m; i += 1)
        for (let j = 0; j < n; j += 1) {
          const [a, b] = [one[j * m + i]!, other[i * n + j]!]
          const id = table.ids[i * n + j]!
          counts.forth[id]! += agree ? a * b : a
          counts.back[id]! += agree ? a * b : b
        }
      for (let j = 0; j < n; j += 1) counts.forthNone[table.right[j]!]! += rest(one, j, m)
      for (let i = 0; i < m; i += 1) counts.backNone[table.left[i]!]! += rest(other, i, n)
    })
    forth = settle(
      counts.forth,
      counts.forthNone,
      counts.forthJumps,
      beliefs,
      owners.left,
      left.words.length,
      belief,
    )
    back = settle(
      counts.back,
      counts.backNone,
      counts.backJumps,
      beliefs,
      owners.right,
      right.words.length,
      belief,
    )
  }
  return { languages, left, right, pairs, forth, back, prior }
}

interface Table {
  readonly left: Int32Array
  readonly right: Int32Array
  /** The id of each pair of places, a row a left word. */
  readonly ids: Int32Array
}

function numberWords(texts: readonly (readonly string[])[]): Vocabulary {
  const ids = new Map<string, number>()
  for (const words of texts) for (const word of words) if (!ids.has(word)) ids.set(word, ids.size)
  return { words: [...ids.keys()], ids }
}

function meet(
  lessons: readonly WordsPair[],
  left: Vocabulary,
  right: Vocabulary,
): { readonly pairs: ReadonlyMap<number, number>; readonly tables: readonly Table[] } {
  const pairs = new Map<number, number>()
  const width = right.words.length
  const tables = lessons.map(([one, other]): Table => {
    const table = {
      left: Int32Array.from(one, (word) => left.ids.get(word)!),
      right: Int32Array.from(other, (word) => right.ids.get(word)!),
      ids: new Int32Array(one.length * other.length),
    }
    table.left.forEach((a, i) =>
      table.right.forEach((b, j) => {
        const key = a * width + b
        const id = pairs.get(key) ?? pairs.size
        if (id === pairs.size) pairs.set(key, id)
        table.ids[i * other.length + j] = id
      }),
    )
    return table
  })
  return { pairs, tables }
}

/** The left and the right word of each pair, by the pair's id. */
function ownersOf(pairs: ReadonlyMap<number, number>, width: number) {
  const [left, right] = [new Int32Array(pairs.size), new Int32Array(pairs.size)]
  for (const [key, id] of pairs) {
    left[id] = Math.floor(key / width)
    right[id] = key % width
  }
  return { left, right }
}

function makePrior(known: readonly WordPair[], looks: boolean): (left: string, right: string) => number {
  const trust = new Map(known.map((pair) => [`${pair.left}\n${pair.right}`, pair.trust]))
  return (left, right) => {
    if (!looks) return 1
    if (isSign(left) !== isSign(right)) return STRANGERS / 20
    return Math.max(STRANGERS, trust.get(`${left}\n${right}`) ?? 0, likeness(left, right))
  }
}

function begin(beliefs: Float64Array, owners: Int32Array, sources: number, targets: number): Rendering {
  const sums = new Float64Array(sources)
  beliefs.forEach((belief, id) => (sums[owners[id]!]! += belief))
  return {
    chances: beliefs.map((belief, id) => belief / sums[owners[id]!]!),
    none: new Float64Array(targets).fill(1 / targets),
    jumps: Float64Array.from({ length: 2 * JUMPS + 1 }, (_, k) => Math.exp(-Math.abs(k - JUMPS - 1) / 1.5)),
  }
}

/** Counts become chances; each source word leans on what was believed of it before. */
function settle(
  counts: Float64Array,
  none: Float64Array,
  jumps: Float64Array,
  beliefs: Float64Array,
  owners: Int32Array,
  sources: number,
  belief: number,
): Rendering {
  const [sums, believed] = [new Float64Array(sources), new Float64Array(sources)]
  counts.forEach((count, id) => {
    sums[owners[id]!]! += count
    believed[owners[id]!]! += beliefs[id]!
  })
  const alone = none.reduce((sum, count) => sum + count, 0)
  const moved = jumps.reduce((sum, count) => sum + count, 0)
  return {
    chances: counts.map(
      (count, id) =>
        (count + (belief * beliefs[id]!) / believed[owners[id]!]!) / (sums[owners[id]!]! + belief),
    ),
    // Half of what stands alone is the word's own habit, half that anything may.
    none: none.map((count) => (alone === 0 ? 0 : count / alone / 2) + 0.5 / none.length),
    jumps: jumps.map((count, k) => (count + 20 * Math.exp(-Math.abs(k - JUMPS - 1) / 1.5)) / (moved + 60)),
  }
}

/** Chances of links where places are independent (model 1): a row a target word. */
function freeChances(fit: Float64Array, alone: Float64Array, sources: number, targets: number): Float64Array {
  const links = new Float64Array(fit.length)
  for (let j = 0; j < targets; j += 1) {
    let sum = 0
    for (let i = 0; i < sources; i += 1) sum += fit[j * sources + i]!
    const all = (sum * (1 - NOTHING)) / sources + NOTHING * alone[j]!
    for (let i = 0; i < sources; i += 1)
      links[j * sources + i] = all === 0 ? 0 : (fit[j * sources + i]! * (1 - NOTHING)) / sources / all
  }
  return links
}

function rest(links: Float64Array, j: number, sources: number): number {
  let left = 1
  for (let i = 0; i < sources; i += 1) left -= links[j * sources + i]!
  return Math.max(0, left)
}

/** What the places of two words, as shares of their texts, make of a link (after Dyer, Chahuneau and Smith 2013); 1 on the diagonal. */
export function nearDiagonal(
  i: number,
  j: number,
  sources: number,
  targets: number,
  tension: number,
): number {
  return Math.exp(-tension * Math.abs((i + 0.5) / sources - (j + 0.5) / targets))
}
