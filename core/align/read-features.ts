import type { IdPair } from './learn-pairs'
import type { UnitVectors } from './similarity'
import { KEY_CLASSES, type IdLists, type Said, type SaidSide } from './read-said'

/** One side of a pair as numbers. */
export interface Side {
  readonly count: number
  /** Ids of unit i's keys, without repeats, in order: `keys.slice(start[i], start[i + 1])`. */
  readonly keys: Int32Array
  readonly start: Int32Array
  /** How many units of this side hold the key, by key id. */
  readonly frequency: Int32Array
  /** As in SaidSide. */
  readonly length: Float64Array
  readonly seams: Uint8Array
  /** Vectors of what the units say, where a model of sentences has given them. */
  readonly vectors: UnitVectors | null
}

/** Both sides of a pair, with the names and classes of the keys they share an id space for. */
export interface Features {
  readonly left: Side
  readonly right: Side
  /** By key id; learned pairs, whose ids come last, have none. */
  readonly names: readonly string[]
  readonly classes: Uint8Array
  /** How far each key is believed, by key id: 1, or what a learned pair of words was found to be worth. */
  readonly trust: Float32Array
}

/** The class of learned pairs, as an index into KEY_CLASSES. */
const LEARNED = KEY_CLASSES.indexOf('learned')

/** The keys of both sides, and behind them a key for each pair of words that is believed to answer each other. */
export function readFeatures(
  said: Said,
  pairs: readonly IdPair[] = [],
  vectors: readonly [UnitVectors, UnitVectors] | null = null,
): Features {
  const own = said.keyNames.length
  const classes = new Uint8Array(own + pairs.length).fill(LEARNED)
  classes.set(said.classes)
  const trust = new Float32Array(own + pairs.length).fill(1)
  pairs.forEach((pair, k) => (trust[own + k] = pair.trust))
  return {
    left: { ...readSide(said.left, own, pairs, (pair) => pair.left), vectors: vectors?.[0] ?? null },
    right: { ...readSide(said.right, own, pairs, (pair) => pair.right), vectors: vectors?.[1] ?? null },
    names: said.keyNames,
    classes,
    trust,
  }
}

function readSide(
  { count, keys, words, wordNames, length, seams }: SaidSide,
  own: number,
  pairs: readonly IdPair[],
  wordOf: (pair: IdPair) => number,
): Omit<Side, 'vectors'> {
  const ofWord = pairsByWord(pairs, wordNames.length, wordOf)
  const start = new Int32Array(count + 1)
  for (let unit = 0; unit < count; unit += 1) {
    let size = keys.start[unit + 1]! - keys.start[unit]!
    for (let k = words.start[unit]!; k < words.start[unit + 1]!; k += 1) {
      const word = words.ids[k]!
      size += ofWord.start[word + 1]! - ofWord.start[word]!
    }
    start[unit + 1] = start[unit]! + size
  }
  const all = new Int32Array(start[count]!)
  const frequency = new Int32Array(own + pairs.length)
  for (let unit = 0; unit < count; unit += 1) {
    let at = start[unit]!
    for (let k = keys.start[unit]!; k < keys.start[unit + 1]!; k += 1) all[at++] = keys.ids[k]!
    const learned = at
    for (let k = words.start[unit]!; k < words.start[unit + 1]!; k += 1) {
      const word = words.ids[k]!
      for (let p = ofWord.start[word]!; p < ofWord.start[word + 1]!; p += 1) all[at++] = own + ofWord.ids[p]!
    }
    if (at - learned > 1) all.subarray(learned, at).sort()
    for (let k = start[unit]!; k < at; k += 1) frequency[all[k]!]! += 1
  }
  return { count, keys: all, start, frequency, length, seams }
}

/** For each word of a side, the pairs that it belongs to. */
function pairsByWord(pairs: readonly IdPair[], words: number, wordOf: (pair: IdPair) => number): IdLists {
  const start = new Int32Array(words + 1)
  for (const pair of pairs) start[wordOf(pair) + 1]! += 1
  for (let word = 0; word < words; word += 1) start[word + 1]! += start[word]!
  const next = start.slice()
  const ids = new Int32Array(pairs.length)
  pairs.forEach((pair, k) => {
    const word = wordOf(pair)
    ids[next[word]!] = k
    next[word]! += 1
  })
  return { ids, start }
}
