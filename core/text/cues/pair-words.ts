/** What pairing two versions' cues asks of a cue: where it stands, as a share of its cell from 0 to 1. */
export interface Positioned {
  readonly at: number
}

/** One step of a pairing: a cue of each side, or a cue of one side that nothing answers. */
export type Pairing<T> = readonly (readonly [T | null, T | null])[]

/**
 * The cheapest pairing of two sequences that keeps both in their order. `pairCost` may be Infinity where two can never answer each other; `skipCost` is
 * what it costs to leave one unanswered.
 */
export function pairWords<T extends Positioned>(
  left: readonly T[],
  right: readonly T[],
  pairCost: (a: T, b: T) => number,
  skipCost: (item: T) => number,
): Pairing<T> {
  const width = right.length + 1
  const costs: number[] = [0]
  const moves: number[] = [0]
  for (let i = 0; i <= left.length; i++) {
    for (let j = 0; j < width; j++) {
      if (i + j === 0) continue
      const both =
        i > 0 && j > 0 ? costs[(i - 1) * width + j - 1]! + pairCost(left[i - 1]!, right[j - 1]!) : Infinity
      const alone = i > 0 ? costs[(i - 1) * width + j]! + skipCost(left[i - 1]!) : Infinity
      const other = j > 0 ? costs[i * width + j - 1]! + skipCost(right[j - 1]!) : Infinity
      const least = Math.min(both, alone, other)
      costs[i * width + j] = least
      moves[i * width + j] = least === both ? 0 : least === alone ? 1 : 2
    }
  }
  const pairing: (readonly [T | null, T | null])[] = []
  for (let i = left.length, j = right.length; i + j > 0;) {
    const move = moves[i * width + j]!
    pairing.push([move === 2 ? null : left[i - 1]!, move === 1 ? null : right[j - 1]!])
    if (move !== 2) i--
    if (move !== 1) j--
  }
  return pairing.reverse()
}
