import type { BeadType } from './bead-types'
import type { Corridor } from './corridor'
import type { KeyWeights } from './key-weights'
import { lengthScore, type PairModel } from './pair-model'
import { KEY_CLASSES, type IdLists } from './read-said'
import type { Features, Side } from './read-features'
import { dotOf, similarityScore, sumNorms } from './similarity'
import { structureScore, type Structure } from './read-structure'

/** Everything that is known of a pair while it is being aligned. */
export interface Pair {
  readonly features: Features
  readonly structure: readonly [Structure, Structure]
  /** The shapes of bead that are looked for. */
  readonly types: readonly BeadType[]
  readonly model: PairModel
  readonly weights: KeyWeights
  /** The keys that can meet: those with a gain, by unit. */
  readonly meeting: readonly [IdLists, IdLists]
  readonly stamps: Stamps
}

/** Stamps instead of sets: a key belongs to what is at hand when it carries its number. One for a pair, since there are many keys and many pieces of text. */
export interface Stamps {
  readonly marked: Int32Array
  readonly counted: Int32Array
  last: number
}

/** Stamps for so many keys. */
export function makeStamps(keys: number): Stamps {
  return {
    marked: new Int32Array(keys),
    counted: new Int32Array(keys),
    last: 0,
  }
}

/**
 * Scores one row of the corridor: every bead that ends at (i, j), for j from the row's low end to its high end, at `into[at + (j − low) × types.length + type]`.
 * Nats; -Infinity where a bead would begin outside the corridor. Rows are asked for in order from the corridor's first.
 */
export type RowScorer = (i: number, into: Float32Array, at: number) => void

/**
 * The share of that formula that is taken for anchors and meanings: neighbours share them, so a second unit brings fewer chances than a strange one would. 0.4 to 0.7
 * score alike on damaged texts in five languages; 1 loses two points. Word beginnings and learned pairs are too many and too rare to be met by chance: any
 * share of it loses on Text+Berg.
 */
const MORE_UNITS = 0.6

/** A side that is this many times as long as the other, and by so many characters more, is never one bead with it, unless one unit stands against one. */
const MOST_TIMES = 4
const MOST_MORE = 120

const FIRST_WORD_CLASS = KEY_CLASSES.indexOf('words')

/** Of each unit the keys that gain something where the other side holds them too. */
export function meetingKeys({ count, keys, start }: Side, { shared }: KeyWeights): IdLists {
  const starts = new Int32Array(count + 1)
  let size = 0
  for (const key of keys) if (shared[key]! > 0) size += 1
  const ids = new Int32Array(size)
  let at = 0
  for (let unit = 0; unit < count; unit += 1) {
    for (let k = start[unit]!; k < start[unit + 1]!; k += 1) {
      const key = keys[k]!
      if (shared[key]! > 0) ids[at++] = key
    }
    starts[unit + 1] = at
  }
  return { ids, start: starts }
}

/**
 * Scores the beads inside a corridor. The units of a bead count as one: a key that stands in several of them counts once on its side. The
 * more units a bead takes, the likelier a key is met in it by chance, and the less it says: by log(2mn/(m+n)) for m and n units, the weight's own
 * formula for keys as frequent on either side, times MORE_UNITS. What two single units share is found once and kept for the rows that need it.
 */
export function rowScorer(pair: Pair, corridor: Corridor, types: readonly BeadType[]): RowScorer {
  const { features, structure, model, weights, meeting, stamps } = pair
  const { left, right, classes } = features
  const { shared } = weights
  const { top, low, high } = corridor
  const bottom = top + low.length - 1
  const structured = structure[0].known && structure[1].known
  const count = types.length
  const most = Math.max(...types.map((bead) => bead.left))
  const typeOf = typeTable(types, most)
  const costs = Float64Array.from(types, ({ cost }) => cost)
  const rightFrom = low[0]!
  const rightTo = high[high.length - 1]!
  const rightLost = lostSums(right, pair, rightFrom, rightTo, most)
  const leftLost = lostSums(left, pair, top, bottom, most)
  const leftLength = cumulate(left.length, top, bottom)
  const rightLength = cumulate(right.length, rightFrom, rightTo)
  const leftSeam = cumulate(
    Float64Array.from(left.seams.subarray(top, bottom), (kind) => model.seams.left[kind]!),
  )
  const rightSeam = cumulate(
    Float64Array.from(right.seams.subarray(rightFrom, rightTo), (kind) => model.seams.right[kind]!),
  )
  const vectors = vectorsOf(pair, [top, bottom], [rightFrom, rightTo], most)
  const root = Math.sqrt(model.ratio)
  const chances = Float64Array.from({ length: (most + 1) * (most + 1) }, (_, k) => {
    const [m, n] = [Math.floor(k / (most + 1)), k % (most + 1)]
    return m === 0 || n === 0 ? 0 : MORE_UNITS * Math.log((2 * m * n) / (m + n))
  })
  // What the last units share with those on the right that they can stand with: a ring, since no bead reaches further back.
  const ring = Array.from({ length: most }, (): SharedRow => ({
    from: 0,
    ids: new Int32Array(64),
    start: new Int32Array(1),
    structure: new Float64Array(0),
    products: new Float64Array(0),
  }))
  const { marked, counted } = stamps
  let stamp = 0
  let content = 0
  let anchors = 0
  // The product of the sums of the vectors on either side: that of sums is the sum of products.
  let product = 0

  /** Adds what a unit of either side share to the bead at hand. */
  const add = (row: SharedRow, v: number): void => {
    const cell = v - row.from
    const end = row.start[cell + 1]!
    for (let k = row.start[cell]!; k < end; k += 1) {
      const key = row.ids[k]!
      if (counted[key] === stamp) continue
      counted[key] = stamp
      content += shared[key]!
      if (classes[key]! < FIRST_WORD_CLASS) anchors += 1
    }
    if (structured) content += row.structure[cell]!
    if (vectors !== null) product += row.products[cell]!
  }
  const rowOf = (unit: number): SharedRow => ring[unit % most]!
  const begin = (): void => {
    stamp = stamps.last += 1
    content = 0
    anchors = 0
    product = 0
  }
  const lengthLeft = (i: number, m: number) => leftLength[i - top]! - leftLength[i - m - top]!
  const lengthRight = (j: number, n: number) => rightLength[j - rightFrom]! - rightLength[j - n - rightFrom]!
  /** 1 where the left side is far too long, -1 where the right one is. */
  const tooLong = (i: number, m: number, j: number, n: number): number => {
    const a = lengthLeft(i, m) * root
    const b = lengthRight(j, n) / root
    return a > MOST_TIMES * b + MOST_MORE ? 1 : b > MOST_TIMES * a + MOST_MORE ? -1 : 0
  }
  const alike = (i: number, m: number, j: number, n: number): number => {
    if (vectors === null) return 0
    const norms =
      vectors.leftNorms[(i - top) * most + m - 1]! * vectors.rightNorms[(j - rightFrom) * most + n - 1]!
    return norms === 0 ? 0 : similarityScore(vectors.model, product / norms)
  }
  const scoreOf = (i: number, m: number, j: number, n: number, cost: number): number =>
    cost +
    content -
    leftLost[(i - top) * most + m - 1]! -
    rightLost[(j - rightFrom) * most + n - 1]! -
    (anchors === 0 ? 0 : anchors * chances[m * (most + 1) + n]!) +
    leftSeam[i - 1 - top]! -
    leftSeam[i - m - top]! +
    rightSeam[j - 1 - rightFrom]! -
    rightSeam[j - n - rightFrom]! +
    lengthScore(model, lengthLeft(i, m), lengthRight(j, n)) +
    (vectors === null ? 0 : alike(i, m, j, n))

  return (i, into, at) => {
    const row = i - top
    const lowest = low[row]!
    const highest = high[row]!
    into.fill(-Infinity, at, at + (highest - lowest + 1) * count)
    if (row > 0) share(i - 1)
    for (let j = lowest; j <= highest; j += 1) {
      const node = at + (j - lowest) * count
      if (row > 0 && j >= low[row - 1]! && j <= high[row - 1]!) into[node] = costs[0]!
      if (j > lowest) into[node + 1] = costs[1]!
      if (row === 0 || j <= rightFrom) continue
      const widest = Math.min(most, row)
      // One left unit against one and more; then more and more against one; then two and three against two and three.
      begin()
      for (let n = 1; n <= most && j - n >= low[row - 1]!; n += 1) {
        add(rowOf(i - 1), j - n)
        const long = n > 1 ? tooLong(i, 1, j, n) : 0
        if (long < 0) break
        const type = typeOf[most + 1 + n]!
        if (long === 0 && type >= 0 && j - n <= high[row - 1]!)
          into[node + type] = scoreOf(i, 1, j, n, costs[type]!)
      }
      begin()
      for (let m = 1; m <= widest && j - 1 <= high[row - m]!; m += 1) {
        if (j - 1 >= rowOf(i - m).from) add(rowOf(i - m), j - 1)
        if (m === 1) continue
        const long = tooLong(i, m, j, 1)
        if (long > 0) break
        const type = typeOf[m * (most + 1) + 1]!
        if (long === 0 && type >= 0 && j - 1 >= low[row - m]!)
          into[node + type] = scoreOf(i, m, j, 1, costs[type]!)
      }
      if (most < 3 || widest < 2) continue
      for (let m = 2; m <= Math.min(3, widest); m += 1) {
        begin()
        for (let n = 1; n <= 3 && j - n >= low[row - m]!; n += 1) {
          for (let a = 1; a <= m; a += 1) add(rowOf(i - a), j - n)
          if (n === 1 || tooLong(i, m, j, n) !== 0) continue
          const type = typeOf[m * (most + 1) + n]!
          if (type >= 0 && j - n <= high[row - m]!) into[node + type] = scoreOf(i, m, j, n, costs[type]!)
        }
      }
    }
  }

  /** Finds what a left unit shares with each right unit that some bead could put beside it. */
  function share(unit: number): void {
    const target = rowOf(unit)
    const from = low[Math.max(0, unit - most + 1 - top)]!
    const to = high[Math.min(bottom - top, unit + most - top)]!
    const width = to - from
    if (target.start.length <= width) target.start = new Int32Array(2 * width + 1)
    if (structured && target.structure.length < width) target.structure = new Float64Array(2 * width)
    if (vectors !== null && target.products.length < width) target.products = new Float64Array(2 * width)
    target.from = from
    const [own, others] = meeting
    const mark = (stamps.last += 1)
    for (let k = own.start[unit]!; k < own.start[unit + 1]!; k += 1) marked[own.ids[k]!] = mark
    let size = 0
    for (let cell = 0; cell < width; cell += 1) {
      const v = from + cell
      const end = others.start[v + 1]!
      const begins = others.start[v]!
      if (size + end - begins > target.ids.length) {
        const wider = new Int32Array(2 * (size + end - begins))
        wider.set(target.ids)
        target.ids = wider
      }
      for (let k = begins; k < end; k += 1) {
        const key = others.ids[k]!
        if (marked[key] === mark) target.ids[size++] = key
      }
      target.start[cell + 1] = size
      if (structured) target.structure[cell] = structureScore(structure[0], unit, structure[1], v)
      if (vectors !== null) target.products[cell] = dotOf(vectors.left, unit, vectors.right, v)
    }
  }
}

/** What a left unit shares with right units `from`…: ids of keys by cell, and what the structure says. */
interface SharedRow {
  from: number
  ids: Int32Array
  start: Int32Array
  structure: Float64Array
  products: Float64Array
}

/** What the vectors of both sides' units from one place to another need to be laid against each other, or null where there are none. */
function vectorsOf(
  { features, model }: Pair,
  lefts: readonly [number, number],
  rights: readonly [number, number],
  most: number,
) {
  const [left, right] = [features.left.vectors, features.right.vectors]
  if (left === null || right === null || model.similarity === null) return null
  return {
    left,
    right,
    leftNorms: sumNorms(left, ...lefts, most),
    rightNorms: sumNorms(right, ...rights, most),
    model: model.similarity,
  }
}

/** The type of a bead by its units, `left × (most + 1) + right`, or -1. */
function typeTable(types: readonly BeadType[], most: number): Int8Array {
  const table = new Int8Array((most + 1) * (most + 1)).fill(-1)
  types.forEach(({ left, right }, type) => (table[left * (most + 1) + right] = type))
  return table
}

/** What the keys of the last 1…most units before each position cost where nothing answers them, each key once: `sums[(position − from) × most + units − 1]`. */
function lostSums(
  { keys, start }: Side,
  { weights: { lost }, stamps }: Pair,
  from: number,
  to: number,
  most: number,
): Float64Array {
  const sums = new Float64Array((to - from + 1) * most)
  const { counted } = stamps
  for (let position = from + 1; position <= to; position += 1) {
    const stamp = (stamps.last += 1)
    let sum = 0
    for (let units = 1; units <= Math.min(most, position - from); units += 1) {
      const unit = position - units
      for (let k = start[unit]!; k < start[unit + 1]!; k += 1) {
        const key = keys[k]!
        if (counted[key] === stamp) continue
        counted[key] = stamp
        sum += lost[key]!
      }
      sums[(position - from) * most + units - 1] = sum
    }
  }
  return sums
}

/** Running totals, from nought. */
function cumulate(values: Float64Array, from = 0, to = values.length): Float64Array {
  const total = new Float64Array(to - from + 1)
  for (let k = from; k < to; k += 1) total[k - from + 1] = total[k - from]! + values[k]!
  return total
}
