import { cognateKey } from '../text/cognate-key'
import type { AlignUnit } from './align-unit'
import type { UnitWords, WordPair } from './learn-pairs'
import type { Evidence } from '../model'

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

/**
 * The keys of every unit by class and value, `number:5`, `words:natio`: its anchors and the comparable beginnings of its words. They stay the same however often a
 * pair is aligned anew.
 */
export function readKeys(units: readonly AlignUnit[]): readonly (readonly string[])[] {
  const beginnings = new Map<string, string | null>()
  return units.map((unit) => [...keysOf(unit, beginnings)])
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

/** Pairs of words that answer each other, and the words of both sides' units to find them in. */
export interface Learned {
  readonly pairs: readonly WordPair[]
  readonly words: readonly [UnitWords, UnitWords]
}

/**
 * Turns units into typed arrays: every anchor, every comparable word beginning and every learned pair of words becomes an id that both sides share. Order of ids is
 * the order of first appearance, so the result depends on nothing but the units.
 */
export function readFeatures(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  keys: readonly [readonly (readonly string[])[], readonly (readonly string[])[]] = [
    readKeys(left),
    readKeys(right),
  ],
  learned?: Learned,
): Features {
  const ids = new Map<string, number>()
  const pairIds = new Map<WordPair, number>()
  const names: string[] = []
  const classes: number[] = []
  const trust: number[] = []
  const pairsOf = [byWord(learned, 'left'), byWord(learned, 'right')] as const
  const read = (units: readonly AlignUnit[], side: 0 | 1) =>
    units.map((_, u) => {
      const list: number[] = []
      for (const key of keys[side][u]!) {
        let id = ids.get(key)
        if (id === undefined) {
          id = names.length
          ids.set(key, id)
          const colon = key.indexOf(':')
          names.push(key.slice(colon + 1))
          classes.push(KEY_CLASSES.findIndex((name) => name === key.slice(0, colon)))
          trust.push(1)
        }
        list.push(id)
      }
      for (const word of learned?.words[side][u] ?? []) {
        for (const pair of pairsOf[side].get(word) ?? []) {
          let id = pairIds.get(pair)
          if (id === undefined) {
            id = names.length
            pairIds.set(pair, id)
            names.push(`${pair.left} = ${pair.right}`)
            classes.push(LEARNED)
            trust.push(pair.trust)
          }
          list.push(id)
        }
      }
      return Int32Array.from(list).sort()
    })
  const lists = [read(left, 0), read(right, 1)] as const
  const side = (units: readonly AlignUnit[], ids: readonly Int32Array[]): Side => {
    const start = new Int32Array(ids.length + 1)
    ids.forEach((list, i) => (start[i + 1] = start[i]! + list.length))
    const flat = new Int32Array(start[ids.length]!)
    const frequency = new Int32Array(names.length)
    ids.forEach((list, i) => {
      flat.set(list, start[i]!)
      for (const id of list) frequency[id]! += 1
    })
    const length = Float64Array.from(units, (unit) => lengthOf(unit.text))
    return { count: units.length, keys: flat, start, frequency, length }
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
  learned: Learned | undefined,
  side: 'left' | 'right',
): ReadonlyMap<string, readonly WordPair[]> {
  const map = new Map<string, WordPair[]>()
  for (const pair of learned?.pairs ?? []) {
    const own = map.get(pair[side])
    if (own === undefined) map.set(pair[side], [pair])
    else own.push(pair)
  }
  return map
}
