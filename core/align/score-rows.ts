import type { BeadType } from './bead-types'
import type { Corridor } from './corridor'
import type { KeyWeights } from './key-weights'
import { lengthFit } from './length-fit'
import type { PairModel } from './pair-model'
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

/**
 * Stamps instead of sets: a key belongs to what is at hand when it carries its number. `place` is where it stands among the keys at hand. One for a pair, since there are
 * many keys and many pieces of text.
 */
export interface Stamps {
  readonly marked: Int32Array
  readonly place: Int32Array
  last: number
}

/** Stamps for so many keys. */
export function makeStamps(keys: number): Stamps {
  return {
    marked: new Int32Array(keys),
    place: new Int32Array(keys),
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
  const { features, structure, model } = pair
  const { left, right } = features
  const { top, low, high } = corridor
  const bottom = top + low.length - 1
  const structured = structure[0].known && structure[1].known
  const count = types.length
  const most = Math.max(...types.map((bead) => bead.left))
  const typeOf = typeTable(types, most)
  const costs = Float64Array.from(types, ({ cost }) => cost)
  const rightFrom = low[0]!
  const rightTo = high[high.length - 1]!
  const keys = keysAtHand(pair, top, bottom, rightFrom, rightTo)
  const rightLost = lostSums(right, pair, rightFrom, rightTo, most)
  const leftLost = lostSums(left, pair, top, bottom, most)
  const leftSeam = seamSums(left.seams, model.seams.left, top, bottom)
  const rightSeam = seamSums(right.seams, model.seams.right, rightFrom, rightTo)
  const vectors = vectorsOf(pair, [top, bottom], [rightFrom, rightTo], most)
  const root = Math.sqrt(model.ratio)
  const leftLength = lastSums(left.length, top, bottom, most, root)
  const rightLength = lastSums(right.length, rightFrom, rightTo, most, 1 / root)
  const fit = lengthFit(model)
  const chances = Float64Array.from({ length: (most + 1) * (most + 1) }, (_, k) => {
    const [m, n] = [Math.floor(k / (most + 1)), k % (most + 1)]
    return m === 0 || n === 0 ? 0 : MORE_UNITS * Math.log((2 * m * n) / (m + n))
  })
  // What the last units share with those on the right that they can stand with: a ring, since no bead reaches further back.
  const ring = Array.from({ length: most }, (): SharedRow => ({
    from: 0,
    ids: new Int32Array(64),
    start: new Int32Array(1),
    content: new Float64Array(0),
    anchors: new Int32Array(0),
    products: new Float64Array(0),
  }))
  const { weights, anchorous } = keys
  const marked = new Int32Array(weights.length)
  const counted = new Int32Array(weights.length)
  let stamp = 0
  // What the bead at hand holds: its content, its anchors, and the product of the sums of the vectors on either side (that of sums is the sum of products). In an array, since
  // numbers that a closure writes are put on the heap one by one.
  const sums = new Float64Array(3)

  const begin = (): void => {
    stamp += 1
    sums[0] = 0
    sums[1] = 0
    sums[2] = 0
  }
  /** The first cell of a bead: all its keys count. */
  const take = (row: SharedRow, v: number): void => {
    const cell = v - row.from
    sums[0] = row.content[cell]!
    sums[1] = row.anchors[cell]!
    if (vectors !== null) sums[2] = row.products[cell]!
  }
  /** Remembers the keys of a cell that was taken, before the next is added. */
  const keep = (row: SharedRow, v: number): void => {
    const { ids, start } = row
    const end = start[v - row.from + 1]!
    for (let k = start[v - row.from]!; k < end; k += 1) counted[ids[k]!] = stamp
  }
  /** Adds what a unit of either side share to the bead at hand. */
  const add = (row: SharedRow, v: number): void => {
    const { ids, start } = row
    const cell = v - row.from
    const end = start[cell + 1]!
    let again = 0
    let anchorsAgain = 0
    for (let k = start[cell]!; k < end; k += 1) {
      const key = ids[k]!
      if (counted[key] === stamp) {
        again += weights[key]!
        anchorsAgain += anchorous[key]!
      } else counted[key] = stamp
    }
    sums[0]! += row.content[cell]! - again
    sums[1]! += row.anchors[cell]! - anchorsAgain
    if (vectors !== null) sums[2]! += row.products[cell]!
  }
  /** 1 where the left side is far too long, -1 where the right one is. */
  const tooLong = (x: number, y: number): number => {
    const a = leftLength.sums[x]!
    const b = rightLength.sums[y]!
    return a > MOST_TIMES * b + MOST_MORE ? 1 : b > MOST_TIMES * a + MOST_MORE ? -1 : 0
  }
  /** `x` and `y` are the places of the last m units before i and the last n before j in sums of their sides. */
  const alike = (x: number, y: number): number => {
    if (vectors === null) return 0
    const norms = vectors.leftNorms[x]! * vectors.rightNorms[y]!
    return norms === 0 ? 0 : similarityScore(vectors.model, sums[2]! / norms)
  }
  const scoreOf = (i: number, m: number, j: number, n: number, cost: number): number => {
    const x = (i - top) * most + m - 1
    const y = (j - rightFrom) * most + n - 1
    return (
      cost +
      sums[0]! -
      leftLost[x]! -
      rightLost[y]! -
      (sums[1] === 0 ? 0 : sums[1]! * chances[m * (most + 1) + n]!) +
      leftSeam[i - 1 - top]! -
      leftSeam[i - m - top]! +
      rightSeam[j - 1 - rightFrom]! -
      rightSeam[j - n - rightFrom]! +
      fit(leftLength.sums[x]!, rightLength.sums[y]!, rightLength.logs[y]! - leftLength.logs[x]!) +
      (vectors === null ? 0 : alike(x, y))
    )
  }

  return (i, into, at) => {
    const row = i - top
    const lowest = low[row]!
    const highest = high[row]!
    into.fill(-Infinity, at, at + (highest - lowest + 1) * count)
    if (row > 0) share(i - 1)
    const widest = Math.min(most, row)
    const last = ring[(i - 1 + most) % most]!
    const x = row * most - 1
    for (let j = lowest; j <= highest; j += 1) {
      const node = at + (j - lowest) * count
      if (row > 0 && j >= low[row - 1]! && j <= high[row - 1]!) into[node] = costs[0]!
      if (j > lowest) into[node + 1] = costs[1]!
      if (row === 0 || j <= rightFrom) continue
      const y = (j - rightFrom) * most - 1
      // One left unit against one and more; then more and more against one; then two and three against two and three.
      begin()
      for (let n = 1; n <= most && j - n >= low[row - 1]!; n += 1) {
        if (n === 1) take(last, j - 1)
        else {
          if (n === 2) keep(last, j - 1)
          add(last, j - n)
          const long = tooLong(x + 1, y + n)
          if (long < 0) break
          if (long > 0) continue
        }
        const type = typeOf[most + 1 + n]!
        if (type >= 0 && j - n <= high[row - 1]!) into[node + type] = scoreOf(i, 1, j, n, costs[type]!)
      }
      if (widest < 2) continue
      begin()
      for (let m = 1; m <= widest && j - 1 <= high[row - m]!; m += 1) {
        const above = ring[(i - m) % most]!
        if (j - 1 >= above.from) add(above, j - 1)
        if (m === 1) continue
        const long = tooLong(x + m, y + 1)
        if (long > 0) break
        const type = typeOf[m * (most + 1) + 1]!
        if (long === 0 && type >= 0 && j - 1 >= low[row - m]!)
          into[node + type] = scoreOf(i, m, j, 1, costs[type]!)
      }
      if (most < 3) continue
      for (let m = 2; m <= Math.min(3, widest); m += 1) {
        if (j - 2 < low[row - m]!) continue
        begin()
        for (let n = 1; n <= 3 && j - n >= low[row - m]!; n += 1) {
          for (let a = 1; a <= m; a += 1) add(ring[(i - a) % most]!, j - n)
          if (n === 1 || tooLong(x + m, y + n) !== 0) continue
          const type = typeOf[m * (most + 1) + n]!
          if (type >= 0 && j - n <= high[row - m]!) into[node + type] = scoreOf(i, m, j, n, costs[type]!)
        }
      }
    }
  }

  /** Finds what a left unit shares with each right unit that some bead could put beside it. */
  function share(unit: number): void {
    const target = ring[unit % most]!
    const row = unit - top
    // Two and three stand against two and three, one against as many as there are: none reaches beyond what stands beside two units more.
    const wide = most < 3 ? 0 : 2
    const from = Math.max(rightFrom, Math.min(low[row]! - 1, low[Math.max(0, row - wide)]!))
    const to = high[Math.min(bottom - top, row + 1 + wide)]!
    const width = to - from
    if (target.start.length <= width) {
      target.start = new Int32Array(2 * width + 1)
      target.content = new Float64Array(2 * width)
      target.anchors = new Int32Array(2 * width)
      if (vectors !== null) target.products = new Float64Array(2 * width)
    }
    target.from = from
    const { own, others } = keys
    const mark = row + 1
    for (let k = own.start[row]!; k < own.start[row + 1]!; k += 1) marked[own.ids[k]!] = mark
    let size = 0
    for (let cell = 0; cell < width; cell += 1) {
      const v = from + cell
      const end = others.start[v + 1 - rightFrom]!
      const begins = others.start[v - rightFrom]!
      if (size + end - begins > target.ids.length) {
        const wider = new Int32Array(2 * (size + end - begins))
        wider.set(target.ids)
        target.ids = wider
      }
      const { ids } = target
      let content = structured ? structureScore(structure[0], unit, structure[1], v) : 0
      let anchors = 0
      for (let k = begins; k < end; k += 1) {
        const key = others.ids[k]!
        if (marked[key] !== mark) continue
        ids[size] = key
        size += 1
        content += weights[key]!
        anchors += anchorous[key]!
      }
      target.start[cell + 1] = size
      target.content[cell] = content
      target.anchors[cell] = anchors
      if (vectors !== null) target.products[cell] = dotOf(vectors.left, unit, vectors.right, v)
    }
  }
}

/** The keys that can meet in a piece of the text, by numbers of their own: those of neighbours lie close together, as the text of a book does. */
interface KeysAtHand {
  /** Of the left units `top`…`bottom − 1`, the first at 0. */
  readonly own: IdLists
  readonly others: IdLists
  /** What a key gains, and 1 for an anchor or a meaning. */
  readonly weights: Float64Array
  readonly anchorous: Uint8Array
}

function keysAtHand(
  { features: { classes }, weights: { shared }, meeting: [own, others], stamps }: Pair,
  top: number,
  bottom: number,
  rightFrom: number,
  rightTo: number,
): KeysAtHand {
  const { marked, place } = stamps
  const there = stamps.last + 1
  const both = stamps.last + 2
  stamps.last += 2
  for (let k = own.start[top]!; k < own.start[bottom]!; k += 1) marked[own.ids[k]!] = there
  const used: number[] = []
  const right = pickIds(others, rightFrom, rightTo, (key) => {
    if (marked[key] === there) {
      marked[key] = both
      place[key] = used.length
      used.push(key)
    }
    return marked[key] === both ? place[key]! : -1
  })
  const left = pickIds(own, top, bottom, (key) => (marked[key] === both ? place[key]! : -1))
  const weights = new Float64Array(used.length)
  const anchorous = new Uint8Array(used.length)
  used.forEach((key, k) => {
    weights[k] = shared[key]!
    if (classes[key]! < FIRST_WORD_CLASS) anchorous[k] = 1
  })
  return { own: left, others: right, weights, anchorous }
}

/** The lists of some units with other numbers for their ids; ids whose number is below 0 are left out. */
function pickIds(
  { ids, start }: IdLists,
  from: number,
  to: number,
  numberOf: (id: number) => number,
): IdLists {
  const picked = new Int32Array(start[to]! - start[from]!)
  const starts = new Int32Array(to - from + 1)
  let size = 0
  for (let unit = from; unit < to; unit += 1) {
    for (let k = start[unit]!; k < start[unit + 1]!; k += 1) {
      const number = numberOf(ids[k]!)
      if (number >= 0) picked[size++] = number
    }
    starts[unit - from + 1] = size
  }
  return { ids: picked, start: starts }
}

/** What a left unit shares with right units `from`…: ids of keys by cell, what these and the structure say together, and how many are anchors. */
interface SharedRow {
  from: number
  ids: Int32Array
  start: Int32Array
  content: Float64Array
  anchors: Int32Array
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

/**
 * What the keys of the last 1…most units before each position cost where nothing answers them, each key once: `sums[(position − from) × most + units − 1]`. Read from the end: a
 * unit's key costs nothing in a bead that reaches as far as the next unit with the same.
 */
function lostSums(
  { keys, start }: Side,
  { weights: { lost }, stamps }: Pair,
  from: number,
  to: number,
  most: number,
): Float64Array {
  const sums = new Float64Array((to - from + 1) * most)
  const { marked } = stamps
  const base = stamps.last
  stamps.last += to - from
  // By how many units further the next one stands with the same key.
  const again = new Float64Array(most)
  for (let unit = to - 1; unit >= from; unit -= 1) {
    const stamp = base + to - unit
    again.fill(0)
    let cost = 0
    for (let k = start[unit]!; k < start[unit + 1]!; k += 1) {
      const key = keys[k]!
      const own = lost[key]!
      if (own === 0) continue
      const before = marked[key]!
      marked[key] = stamp
      cost += own
      if (before > base && stamp - before < most) again[stamp - before]! += own
    }
    for (let units = 1; units <= most && unit + units <= to; units += 1) {
      cost -= again[units - 1]!
      sums[(unit + units - from) * most + units - 1] = cost
    }
  }
  for (let position = 1; position <= to - from; position += 1) {
    const at = position * most
    for (let units = 1; units < most; units += 1) sums[at + units]! += sums[at + units - 1]!
  }
  return sums
}

/** The sums of the last 1…most values before each position, times `scale`, and the logs of these and one: at `(position − from) × most + units − 1`. */
function lastSums(values: Float64Array, from: number, to: number, most: number, scale: number) {
  const sums = new Float64Array((to - from + 1) * most)
  const logs = new Float64Array(sums.length)
  for (let position = from + 1; position <= to; position += 1) {
    let sum = 0
    for (let units = 1; units <= Math.min(most, position - from); units += 1) {
      sum += values[position - units]! * scale
      const at = (position - from) * most + units - 1
      sums[at] = sum
      logs[at] = Math.log(sum + 1)
    }
  }
  return { sums, logs }
}

/** Running totals, from nought, of what the seams of some units say. */
function seamSums(kinds: Uint8Array, weights: Float64Array, from: number, to: number): Float64Array {
  const total = new Float64Array(to - from + 1)
  for (let k = from; k < to; k += 1) total[k - from + 1] = total[k - from]! + weights[kinds[k]!]!
  return total
}
