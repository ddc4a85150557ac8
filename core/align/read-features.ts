import { cognateKey } from '../text/cognate-key'
import type { AlignUnit } from './align-unit'
import type { Evidence } from '../model'

/** The classes of keys that two units can share; each class has its own chance of surviving translation. */
export const KEY_CLASSES = [
  'symbol',
  'date',
  'number',
  'concept',
  'meaning',
  'opening',
  'note',
  'words',
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
}

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

function keysOf(unit: AlignUnit): Set<string> {
  const keys = new Set<string>()
  for (const anchor of unit.anchors) keys.add(`${anchor.kind}:${anchor.value}`)
  // Figures come as anchors, in canonical form; here only the words.
  for (const [word] of unit.text.matchAll(WORD)) {
    const key = cognateKey(word)
    if (key !== null) keys.add(`words:${key}`)
  }
  return keys
}

/**
 * Turns units into typed arrays: every anchor and every comparable word beginning becomes an id that both sides share. Order of ids is the
 * order of first appearance, so the result depends on nothing but the units.
 */
export function readFeatures(left: readonly AlignUnit[], right: readonly AlignUnit[]): Features {
  const ids = new Map<string, number>()
  const names: string[] = []
  const classes: number[] = []
  const read = (units: readonly AlignUnit[]) =>
    units.map((unit) => {
      const list: number[] = []
      for (const key of keysOf(unit)) {
        let id = ids.get(key)
        if (id === undefined) {
          id = names.length
          ids.set(key, id)
          const colon = key.indexOf(':')
          names.push(key.slice(colon + 1))
          classes.push(KEY_CLASSES.findIndex((name) => name === key.slice(0, colon)))
        }
        list.push(id)
      }
      return Int32Array.from(list).sort()
    })
  const lists = [read(left), read(right)] as const
  const side = (units: readonly AlignUnit[], keys: readonly Int32Array[]): Side => {
    const start = new Int32Array(keys.length + 1)
    keys.forEach((list, i) => (start[i + 1] = start[i]! + list.length))
    const flat = new Int32Array(start[keys.length]!)
    const frequency = new Int32Array(names.length)
    keys.forEach((list, i) => {
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
  }
}
