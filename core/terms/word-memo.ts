/** What was said of the word that stands between two offsets of a text; `hash` is that of its code units (see `hashUnit`). */
export type WordMemo = (text: string, from: number, to: number, hash: number) => number

/** Numbers a slot: the word's hash, where its letters begin, how many they are (0 where the slot is free), and what was said of it. */
const WIDTH = 4

/** Slots at first; a power of two. */
const SLOTS = 1 << 12

/** Letters that there is room for at first. */
const LETTERS = SLOTS * 8

/** Words remembered at most; a very long text has some hundred thousand. */
const MOST = 200_000

/** The hash of a word from that of its code units but the last, 0 at first, and the last. */
export function hashUnit(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0
}

/**
 * Remembers for each word the number that `read` says of it. A table with open addressing over the letters themselves, so that a known word is found without cutting it
 * out of its text: that is most of what a long document costs.
 */
export function makeWordMemo(read: (word: string) => number): WordMemo {
  let slots = new Int32Array(SLOTS * WIDTH)
  let mask = SLOTS - 1
  let letters = new Uint16Array(LETTERS)
  let written = 0
  let words = 0

  function isThere(begin: number, text: string, from: number, to: number): boolean {
    for (let at = from, k = begin; at < to; at += 1, k += 1)
      if (letters[k] !== text.charCodeAt(at)) return false
    return true
  }

  /** Where a word stands among the slots, or where it belongs. */
  function find(hash: number, text: string, from: number, to: number): number {
    for (let slot = firstSlot(hash) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WIDTH
      const length = slots[at + 2]!
      if (length === 0) return at
      if (slots[at] === hash && length === to - from && isThere(slots[at + 1]!, text, from, to)) return at
    }
  }

  function grow(): void {
    const old = slots
    slots = new Int32Array(old.length * 2)
    mask = slots.length / WIDTH - 1
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + 2] === 0) continue
      let slot = firstSlot(old[from]!) & mask
      while (slots[slot * WIDTH + 2] !== 0) slot = (slot + 1) & mask
      for (let k = 0; k < WIDTH; k += 1) slots[slot * WIDTH + k] = old[from + k]!
    }
  }

  function forget(): void {
    slots = new Int32Array(SLOTS * WIDTH)
    mask = SLOTS - 1
    letters = new Uint16Array(LETTERS)
    written = words = 0
  }

  function remember(at: number, hash: number, text: string, from: number, to: number): number {
    const value = read(text.slice(from, to))
    const begin = written
    written += to - from
    if (written > letters.length) {
      const more = new Uint16Array(written * 2)
      more.set(letters)
      letters = more
    }
    for (let k = from; k < to; k += 1) letters[begin + k - from] = text.charCodeAt(k)
    slots[at] = hash
    slots[at + 1] = begin
    slots[at + 2] = to - from
    slots[at + 3] = value
    words += 1
    if (words >= MOST) forget()
    else if (words * 2 > mask) grow()
    return value
  }

  return (text, from, to, hash) => {
    const at = find(hash, text, from, to)
    return slots[at + 2] === 0 ? remember(at, hash, text, from, to) : slots[at + 3]!
  }
}

/** The low bits choose the slot, and neighbouring letters differ in few of them. */
function firstSlot(hash: number): number {
  return hash ^ (hash >>> 15)
}
