import type { Evidence, Language, WordPair } from '../model'
import type { AlignUnit } from './align-unit'
import { ChunkReader } from './chunk-reader'
import { IdList } from './id-list'
import { Numbering } from './numbering'
import { chunkScanner } from './scan-chunks'
import { seamsOf } from './seams-of'

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
  'version',
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

/** Letters that a Han character is worth: French has 3.1 characters for one of Chinese in the Declaration and the Charter. */
const HAN_LETTERS = 3

const WORDS = KEY_CLASSES.indexOf('words')

/**
 * Reads what the units of both sides say, as numbers. With `only`, words that stand in none of these pairs are left out: where nothing is learned of the texts, nobody
 * asks for them.
 */
export function readSaid(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  only?: readonly WordPair[],
): Said {
  const keys = new KeyNumbering()
  const scan = chunkScanner()
  return {
    left: readSide(
      left,
      keys,
      scan,
      only?.map((pair) => pair.left),
    ),
    right: readSide(
      right,
      keys,
      scan,
      only?.map((pair) => pair.right),
    ),
    keyNames: keys.names,
    classes: Uint8Array.from(keys.classes),
  }
}

/** Gives every key a number of its own, in order of first appearance. */
class KeyNumbering {
  readonly names: string[] = []
  readonly classes: number[] = []
  /** Ids of beginnings of words, see ChunkReader. */
  readonly beginnings = new Map<number, number>()
  private readonly ids = KEY_CLASSES.map(() => new Map<string, number>())

  of(kind: number, name: string): number {
    const ids = this.ids[kind]!
    const known = ids.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    ids.set(name, id)
    this.names.push(name)
    this.classes.push(kind)
    return id
  }
}

/** Lists of ids in the making, each id once in its list. */
class ListMaker {
  private readonly ids = new IdList()
  private readonly start = new IdList()
  private seen = new Int32Array(1024)

  constructor() {
    this.start.push(0)
  }

  add(id: number): void {
    if (id >= this.seen.length) {
      const longer = new Int32Array(2 * id)
      longer.set(this.seen)
      this.seen = longer
    }
    // The number of the list at hand is never 0, which nothing has seen.
    if (this.seen[id] === this.start.length) return
    this.seen[id] = this.start.length
    this.ids.push(id)
  }

  endList(): void {
    this.ids.sortFrom(this.start.at(this.start.length - 1))
    this.start.push(this.ids.length)
  }

  lists(): IdLists {
    return { ids: this.ids.toArray(), start: this.start.toArray() }
  }
}

function readSide(
  units: readonly AlignUnit[],
  keys: KeyNumbering,
  scan: ReturnType<typeof chunkScanner>,
  only: readonly string[] | undefined,
): SaidSide {
  const words = new Numbering()
  for (const word of only ?? []) words.of(word)
  const wordOf = (stem: string): number => (only === undefined ? words.of(stem) : words.find(stem))
  const readers = new Map<Language, ChunkReader>()
  const readerOf = (language: Language): ChunkReader => {
    const reader =
      readers.get(language) ??
      new ChunkReader(language, (beginning) => keys.of(WORDS, beginning), wordOf, keys.beginnings)
    readers.set(language, reader)
    return reader
  }
  const own = new ListMaker()
  const said = new ListMaker()
  const addWord = (word: number): void => said.add(word)
  const length = new Float64Array(units.length)
  units.forEach(({ anchors, text, language }, unit) => {
    const reader = readerOf(language)
    for (const { kind, value } of anchors) own.add(keys.of(KEY_CLASSES.indexOf(kind), value))
    // Figures come as anchors, in canonical form; here only the words.
    const counted = scan(text, (from, to, plain, han, hash) => {
      if (han && reader.readHan(text, from, to, addWord)) return
      const chunk = reader.read(text, from, to, plain, hash)
      for (let k = reader.keyStart.at(chunk); k < reader.keyStart.at(chunk + 1); k += 1)
        own.add(reader.keys.at(k))
      for (let k = reader.wordStart.at(chunk); k < reader.wordStart.at(chunk + 1); k += 1)
        said.add(reader.words.at(k))
    })
    own.endList()
    said.endList()
    // Names and symbols in Latin letters inside a Chinese text count as what they are.
    length[unit] = counted.units + (HAN_LETTERS - 1) * counted.han
  })
  return {
    count: units.length,
    keys: own.lists(),
    words: said.lists(),
    wordNames: words.names,
    length,
    seams: seamsOf(units),
  }
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
