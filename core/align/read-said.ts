import { cognateKey } from '../text/cognate-key'
import type { Evidence } from '../model'
import type { AlignUnit } from './align-unit'
import { seamsOf } from './seams-of'
import { wordsOf } from './words-of'

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
  'version',
  'words',
  'learned',
] as const

/** A class of keys. */
export type KeyClass = (typeof KEY_CLASSES)[number] & Evidence['kind']

/** Lists of ids, one a unit: unit i's are `ids.slice(start[i], start[i + 1])`, each once. */
export interface IdLists {
  readonly ids: Int32Array
  readonly start: Int32Array
}

/** What the units of one side say, which stays the same however often the pair is aligned anew. */
export interface SaidSide {
  readonly count: number
  /** Keys: anchors and the comparable beginnings of words, by ids that both sides share. */
  readonly keys: IdLists
  /** Words by stem, by ids of this side's own. */
  readonly words: IdLists
  /** The stems, by word id. */
  readonly wordNames: readonly string[]
  /** Characters without spaces, a Han character as much as it says in letters; the ratio between the sides is learned for the pair. */
  readonly length: Float64Array
  /** What stands between each unit and the next one, see seamsOf. */
  readonly seams: Uint8Array
}

/** What both sides say. Ids are in order of first appearance, so that they depend on nothing but what the sides say. */
export interface Said {
  readonly left: SaidSide
  readonly right: SaidSide
  /** By key id, the value (`5`, `natio`) and the class, an index into KEY_CLASSES. */
  readonly keyNames: readonly string[]
  readonly classes: Uint8Array
}

const WORD = /[\p{L}\p{M}]+/gu
const SPACE = /[\s\p{Cf}]+/gu
const HAN = /\p{Script=Han}/gu

/** Letters that a Han character is worth: French has 3.1 characters for one of Chinese in the Declaration and the Charter. */
const HAN_LETTERS = 3

const WORDS = KEY_CLASSES.indexOf('words')

/** Reads what the units of both sides say, as numbers. */
export function readSaid(left: readonly AlignUnit[], right: readonly AlignUnit[]): Said {
  const keys = new Numbering()
  const beginnings = new Map<string, number>()
  const sides = [left, right].map((units) => readSide(units, keys, beginnings)) as [SaidSide, SaidSide]
  return {
    left: sides[0],
    right: sides[1],
    keyNames: keys.names.map((name) => name.slice(name.indexOf(':') + 1)),
    classes: Uint8Array.from(keys.names, (name) => {
      const own = name.slice(0, name.indexOf(':'))
      return KEY_CLASSES.findIndex((kind) => kind === own)
    }),
  }
}

/** Gives every name a number of its own, in order of first appearance. */
class Numbering {
  readonly names: string[] = []
  private readonly ids = new Map<string, number>()

  of(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    this.ids.set(name, id)
    this.names.push(name)
    return id
  }
}

/** `beginnings` remembers the key of each word (-1: none), since a text says its words again and again. */
function readSide(units: readonly AlignUnit[], keys: Numbering, beginnings: Map<string, number>): SaidSide {
  const words = new Numbering()
  const own = units.map((unit) => keysOf(unit, keys, beginnings))
  const said = units.map((unit) => wordsOf(unit).map((word) => words.of(word)))
  return {
    count: units.length,
    keys: listIds(own),
    words: listIds(said),
    wordNames: words.names,
    length: Float64Array.from(units, ({ text }) => lengthOf(text)),
    seams: seamsOf(units),
  }
}

function keysOf(unit: AlignUnit, keys: Numbering, beginnings: Map<string, number>): readonly number[] {
  const own = new Set<number>()
  for (const { kind, value } of unit.anchors) own.add(keys.of(`${kind}:${value}`))
  // Figures come as anchors, in canonical form; here only the words.
  for (const [word] of unit.text.matchAll(WORD)) {
    let key = beginnings.get(word)
    if (key === undefined) {
      const beginning = cognateKey(word)
      key = beginning === null ? -1 : keys.of(`${KEY_CLASSES[WORDS]}:${beginning}`)
      beginnings.set(word, key)
    }
    if (key >= 0) own.add(key)
  }
  return [...own]
}

function lengthOf(text: string): number {
  const all = text.replace(SPACE, '').length
  // Names and symbols in Latin letters inside a Chinese text count as what they are.
  return all + (HAN_LETTERS - 1) * (text.match(HAN)?.length ?? 0)
}

/** Lists of ids in one array, each list in rising order. */
export function listIds(lists: readonly (readonly number[])[]): IdLists {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.length))
  const ids = new Int32Array(start[lists.length]!)
  lists.forEach((list, i) => {
    ids.set(list, start[i]!)
    ids.subarray(start[i]!, start[i + 1]!).sort()
  })
  return { ids, start }
}
