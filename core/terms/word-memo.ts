/** What is known of the word that stands between two offsets of a text. */
export type WordMemo<T> = (text: string, from: number, to: number) => T

/** Slots at first; a power of two. */
const SLOTS = 1 << 12

/** Words remembered at most; a very long text has some hundred thousand. */
const MOST = 200_000

/**
 * Remembers for each word what `read` says of it. A table with open addressing over the letters themselves, so that a known word is found without cutting it out
 * of its text: that is most of what a long document costs.
 */
export function makeWordMemo<T>(read: (word: string) => T): WordMemo<T> {
  /** Two numbers a slot: the word's hash, and its place in `values` from 1, 0 where the slot is free. */
  let slots = new Int32Array(SLOTS * 2)
  /** Where the letters of each word begin in `letters`; the next one's beginning is its end. */
  let begins: number[] = [0]
  let letters = new Uint16Array(SLOTS * 8)
  let values: T[] = []

  function isThere(index: number, text: string, from: number, to: number): boolean {
    const begin = begins[index]!
    const length = to - from
    if (begins[index + 1]! - begin !== length) return false
    for (let k = 0; k < length; k += 1) if (letters[begin + k] !== text.charCodeAt(from + k)) return false
    return true
  }

  /** Where a word's hash stands among the slots, or where it belongs. */
  function find(hash: number, text: string, from: number, to: number): number {
    const mask = slots.length - 1
    let at = (hash << 1) & mask
    for (;;) {
      const index = slots[at + 1]!
      if (index === 0 || (slots[at] === hash && isThere(index - 1, text, from, to))) return at
      at = (at + 2) & mask
    }
  }

  function grow(): void {
    const old = slots
    slots = new Int32Array(old.length * 2)
    const mask = slots.length - 1
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let at = (old[from]! << 1) & mask
      while (slots[at + 1] !== 0) at = (at + 2) & mask
      slots[at] = old[from]!
      slots[at + 1] = old[from + 1]!
    }
  }

  function forget(): void {
    slots = new Int32Array(SLOTS * 2)
    begins = [0]
    letters = new Uint16Array(SLOTS * 8)
    values = []
  }

  function remember(at: number, hash: number, text: string, from: number, to: number): T {
    const value = read(text.slice(from, to))
    const begin = begins[begins.length - 1]!
    const end = begin + to - from
    if (end > letters.length) {
      const more = new Uint16Array(end * 2)
      more.set(letters)
      letters = more
    }
    for (let k = begin; k < end; k += 1) letters[k] = text.charCodeAt(from + k - begin)
    begins.push(end)
    slots[at] = hash
    slots[at + 1] = values.push(value)
    if (values.length >= MOST) forget()
    else if (values.length * 4 > slots.length) grow()
    return value
  }

  return (text, from, to) => {
    const hash = hashOf(text, from, to)
    const at = find(hash, text, from, to)
    const index = slots[at + 1]!
    return index > 0 ? values[index - 1]! : remember(at, hash, text, from, to)
  }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  // The low bits choose the slot, and neighbouring letters differ in few of them.
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}
