/** A seeded generator (mulberry32): the same seed gives the same numbers, 0 ≤ n < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 up to but not including `below`. */
export function pick(random: () => number, below: number): number {
  return Math.floor(random() * below)
}
