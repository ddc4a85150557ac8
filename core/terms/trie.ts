/** The node from which all ways begin. */
export const ROOT = 0

/** A trie whose nodes and keys are numbers; what is asked for most, the next node, is looked up in one table for all nodes. */
export interface Trie<T> {
  /** The node behind a node and a key, or -1. */
  readonly next: (node: number, key: number) => number
  /** What ends at a node; null where nothing does. */
  readonly endings: (node: number) => readonly T[] | null
  /** Some way goes on from a node. */
  readonly goesOn: (node: number) => boolean
  /** Some way that goes on from a node allows a gap. */
  readonly hasGap: (node: number) => boolean
}

/** A trie to which ways are being added. */
export interface OpenTrie<T> extends Trie<T> {
  /** The node behind a node and a key, made where it is missing. */
  readonly add: (node: number, key: number) => number
  readonly allowGap: (node: number) => void
  /** Adds what ends at a node. */
  readonly end: (node: number, ending: T) => void
}

/** Slots at first; a power of two. */
const SLOTS = 1 << 14

/** An empty trie. */
export function makeTrie<T>(): OpenTrie<T> {
  /** Three numbers a slot: node, key, and the next node, 0 where the slot is free, since no key leads to the root. */
  let slots = new Int32Array(SLOTS * 3)
  let mask = SLOTS - 1
  const endings: (T[] | null)[] = [null]
  const goesOn: boolean[] = [false]
  const gaps: boolean[] = [false]

  function find(node: number, key: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (slots[slot * 3 + 2] !== 0 && (slots[slot * 3] !== node || slots[slot * 3 + 1] !== key)) {
      slot = (slot + 1) & mask
    }
    return slot * 3
  }

  function put(node: number, key: number, next: number): void {
    const at = find(node, key)
    slots[at] = node
    slots[at + 1] = key
    slots[at + 2] = next
  }

  function grow(): void {
    const old = slots
    slots = new Int32Array(old.length * 2)
    mask = mask * 2 + 1
    for (let at = 0; at < old.length; at += 3)
      if (old[at + 2] !== 0) put(old[at]!, old[at + 1]!, old[at + 2]!)
  }

  function next(node: number, key: number): number {
    const found = slots[find(node, key) + 2]!
    return found === 0 ? -1 : found
  }

  function add(node: number, key: number): number {
    const known = next(node, key)
    if (known >= 0) return known
    const made = endings.push(null) - 1
    goesOn.push(false)
    gaps.push(false)
    goesOn[node] = true
    if (endings.length * 6 > slots.length) grow()
    put(node, key, made)
    return made
  }

  return {
    next,
    add,
    endings: (node) => endings[node]!,
    goesOn: (node) => goesOn[node]!,
    hasGap: (node) => gaps[node]!,
    allowGap: (node) => {
      gaps[node] = true
    },
    end: (node, ending) => {
      const others = endings[node]
      // Most nodes have one, and an array that was pushed to has room for many more.
      if (others) others.push(ending)
      else endings[node] = [ending]
    },
  }
}
