import { scoreBeads, type IndexBead } from '../score-beads'

/** One of the two halves of the gold beads. */
export type Half = 0 | 1

/** What choosing on one half and scoring on the other gives; strict F1. */
export interface Halving {
  /** Index of the alignment that is best on half 0; of equals, the first. */
  readonly chosen: number
  /** Its score on the half it was chosen on. */
  readonly tuned: number
  /** Its score on the other half. */
  readonly held: number
}

/** Puts each of `count` gold beads into a half by chance, the halves as large as each other (half 0 is smaller by one where the count is odd). */
export function drawHalves(count: number, random: () => number): readonly Half[] {
  const order = Array.from({ length: count }, (_, k) => ({ k, chance: random() })).sort(
    (a, b) => a.chance - b.chance,
  )
  const first = new Set(order.slice(0, Math.floor(count / 2)).map(({ k }) => k))
  return order.map((_, k) => (first.has(k) ? 0 : 1))
}

/**
 * Deals beads found over the whole text to the halves. A found bead goes where the gold bead of its first unit is: the first left unit that stands in gold or, where
 * none does, the first right one; where gold says nothing of any, the nearest left unit before it decides. So each found bead is in one half only, and gold's count,
 * what was found and what is right of it each add up to those of the whole text: one that is right has the very units of its gold bead, so it never counts as
 * found in one half and missing in the other. Over the border between halves, a wrong bead costs precision where it begins and recall where what it should have been is.
 */
export function dealBeads(
  gold: readonly IndexBead[],
  halves: readonly Half[],
  found: readonly IndexBead[],
): readonly [readonly IndexBead[], readonly IndexBead[]] {
  const owners = (side: 'left' | 'right') =>
    new Map(gold.flatMap((bead, k) => bead[side].map((unit): [number, Half] => [unit, halves[k]!])))
  const [lefts, rights] = [owners('left'), owners('right')]
  const ascending = (units: readonly number[]) => [...units].sort((a, b) => a - b)
  const before = (unit: number): Half => {
    for (let at = unit; at >= 0; at -= 1) {
      const half = lefts.get(at)
      if (half !== undefined) return half
    }
    return halves[0] ?? 0
  }
  const halfOf = ({ left, right }: IndexBead): Half => {
    const [own, other] = [ascending(left), ascending(right)]
    const known = [...own.map((i) => lefts.get(i)), ...other.map((j) => rights.get(j))]
    return known.find((half) => half !== undefined) ?? before(own[0] ?? -1)
  }
  const dealt = found.map((bead) => ({ bead, half: halfOf(bead) }))
  const of = (half: Half) => dealt.filter((own) => own.half === half).map(({ bead }) => bead)
  return [of(0), of(1)]
}

/** Strict F1 of an alignment of the whole text on either half. */
export function scoreHalves(
  gold: readonly IndexBead[],
  halves: readonly Half[],
  found: readonly IndexBead[],
): readonly [number, number] {
  const dealt = dealBeads(gold, halves, found)
  const score = (half: Half) =>
    scoreBeads(
      gold.filter((_, k) => halves[k] === half),
      dealt[half],
    ).strict.f1
  return [score(0), score(1)]
}

/** Chooses among several alignments of the whole text (at least one) by half 0 and scores the chosen one on half 1. */
export function tuneOnHalf(
  gold: readonly IndexBead[],
  halves: readonly Half[],
  alignments: readonly (readonly IndexBead[])[],
): Halving {
  const scores = alignments.map((found) => scoreHalves(gold, halves, found))
  const chosen = scores.reduce((best, [own], k) => (own > scores[best]![0] ? k : best), 0)
  const [tuned, held] = scores[chosen]!
  return { chosen, tuned, held }
}
