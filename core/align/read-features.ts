import { cognateKey } from '../text/cognate-key'
import type { AlignUnit } from './align-unit'
import type { UnitWords } from './learn-pairs'
import { wordsOf } from './words-of'
import type { Evidence, WordPair } from '../model'

/** The classes of keys that two units can share; each class has its own chance of surviving translation. */
export const KEY_CLASSES = [
  'symbol',
  'date',
  'number',
  'concept',
  'meaning',
  'name',
  'opening',
  'note',
  'words',
  'learned',
] as const

/** A class of keys. */
export type KeyClass = (typeof KEY_CLASSES)[number] & Evidence['kind']

/** One side of a pair as numbers: per unit the sorted ids of its keys and its length. */
export interface Side {
  readonly count: number
  /** Ids of unit i's keys, without repeats, in order: `keys.slice(start[i], start[i + 1])`. */
  readonly keys: Int32Array
  readonly start: Int32Array
  /** How many units of this side hold the key, by key id. */
  readonly frequency: Int32Array
  /** Characters without spaces, a Han character as much as it says in letters; the ratio between the sides is learned for the pair. */
  readonly length: Float64Array
}

/** Both sides of a pair, with the names and classes of the keys they share an id space for. */
export interface Features {
  readonly left: Side
  readonly right: Side
  readonly names: readonly string[]
  readonly classes: Uint8Array
  /** How far each key is believed, by key id: 1, or what a learned pair of words was found to be worth. */
  readonly trust: Float32Array
}

/** The class of learned pairs, as an index into KEY_CLASSES. */
const LEARNED = KEY_CLASSES.indexOf('learned')

const WORD = /[\p{L}\p{M}]+/gu
const SPACE = /[\s\p{Cf}]+/gu
const HAN = /\p{Script=Han}/gu

/** Letters that a Han character is worth: French has 3.1 characters for one of Chinese in the Declaration and the Charter. */
const HAN_LETTERS = 3

function lengthOf(text: string): number {
  const all = text.replace(SPACE, '').length
  // Names and symbols in Latin letters inside a Chinese text count as what they are.
  return all + (HAN_LETTERS - 1) * (text.match(HAN)?.length ?? 0)
}

/** What the units of a side say, which stays the same however often the pair is aligned anew. */
export interface Said {
  /** The keys of every unit by class and value, `number:5`, `words:natio`: its anchors and the comparable beginnings of its words. */
  readonly keys: readonly (readonly string[])[]
  readonly words: UnitWords
  /** As in Side. */
  readonly length: Float64Array
}

/** Reads what the units of a side say. */
export function readSaid(units: readonly AlignUnit[]): Said {
  const beginnings = new Map<string, string | null>()
  return {
    keys: units.map((unit) => [...keysOf(unit, beginnings)]),
    words: units.map(wordsOf),
    length: Float64Array.from(units, ({ text }) => lengthOf(text)),
  }
}

/** `beginnings` remembers what each word's is, since a text says its words again and again. */
function keysOf(unit: AlignUnit, beginnings: Map<string, string | null>): Set<string> {
  const keys = new Set<string>()
  for (const anchor of unit.anchors) keys.add(`${anchor.kind}:${anchor.value}`)
  // Figures come as anchors, in canonical form; here only the words.
  for (const [word] of unit.text.matchAll(WORD)) {
    let key = beginnings.get(word)
    if (key === undefined) {
      const beginning = cognateKey(word)
      key = beginning === null ? null : `words:${beginning}`
      beginnings.set(word, key)
    }
    if (key !== null) keys.add(key)
  }
  return keys
}

/**
 * Turns both sides into typed arrays: every anchor, every comparable word beginning and every learned pair of words becomes an id that both sides share. Order of ids
 * is the order of first appearance, so the result depends on nothing but what the sides say.
 */
export function readFeatures(left: Said, right: Said, pairs: readonly WordPair[] = []): Features {
  const ids = new Map<string | WordPair, number>()
  const names: string[] = []
  const classes: number[] = []
  const trust: number[] = []
  const idOf = (key: string | WordPair): number => {
    const known = ids.get(key)
    if (known !== undefined) return known
    const id = names.length
    ids.set(key, id)
    if (typeof key === 'string') {
      const colon = key.indexOf(':')
      names.push(key.slice(colon + 1))
      classes.push(KEY_CLASSES.findIndex((name) => name === key.slice(0, colon)))
      trust.push(1)
    } else {
      names.push(`${key.left} = ${key.right}`)
      classes.push(LEARNED)
      trust.push(key.trust)
    }
    return id
  }
  const read = ({ keys, words }: Said, pairsOf: ReadonlyMap<string, readonly WordPair[]>) =>
    keys.map((own, unit) =>
      Int32Array.from([...own, ...words[unit]!.flatMap((word) => pairsOf.get(word) ?? [])], idOf).sort(),
    )
  const lists = [read(left, byWord(pairs, 'left')), read(right, byWord(pairs, 'right'))] as const
  const side = ({ length }: Said, units: readonly Int32Array[]): Side => {
    const start = new Int32Array(units.length + 1)
    units.forEach((list, i) => (start[i + 1] = start[i]! + list.length))
    const keys = new Int32Array(start[units.length]!)
    const frequency = new Int32Array(names.length)
    units.forEach((list, i) => {
      keys.set(list, start[i]!)
      for (const id of list) frequency[id]! += 1
    })
    return { count: units.length, keys, start, frequency, length }
  }
  return {
    left: side(left, lists[0]),
    right: side(right, lists[1]),
    names,
    classes: Uint8Array.from(classes),
    trust: Float32Array.from(trust),
  }
}

function byWord(
  pairs: readonly WordPair[],
  side: 'left' | 'right',
): ReadonlyMap<string, readonly WordPair[]> {
  const map = new Map<string, WordPair[]>()
  for (const pair of pairs) {
    const own = map.get(pair[side])
    if (own === undefined) map.set(pair[side], [pair])
    else own.push(pair)
  }
  return map
}
