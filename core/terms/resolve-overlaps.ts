import type { TermHit } from '../model'

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Of the wordings that stand in a text (see `findCandidates`) those that count, in order of offset and without overlap. A wording inside a longer one never counts; of two
 * that overlap otherwise, the one with a concept that is `wanted` (because the other versions of the row have it) wins, else the longer, else the earlier. What the
 * loser held beside the winner may count by itself.
 */
export function resolveOverlaps(
  candidates: readonly TermHit[],
  wanted: ReadonlySet<string> = NOTHING,
): readonly TermHit[] {
  if (candidates.length < 2) return candidates
  const hits: TermHit[] = []
  // Candidates come by offset, so that a group of overlapping ones is a run.
  let group: TermHit[] = []
  let end = 0
  for (const candidate of candidates) {
    if (candidate.from >= end && group.length > 0) {
      hits.push(...resolveGroup(group, wanted))
      group = []
    }
    group.push(candidate)
    end = Math.max(end, candidate.to)
  }
  hits.push(...resolveGroup(group, wanted))
  return hits
}

function resolveGroup(group: readonly TermHit[], wanted: ReadonlySet<string>): readonly TermHit[] {
  const chosen: TermHit[] = []
  let left = group
  while (left.length > 0) {
    const whole = left.filter((hit) => !left.some((other) => isInside(hit, other)))
    const best = whole.reduce((one, other) => (isBetter(other, one, wanted) ? other : one))
    chosen.push(best)
    left = left.filter(({ from, to }) => to <= best.from || from >= best.to)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function isInside(hit: TermHit, other: TermHit): boolean {
  return hit.from >= other.from && hit.to <= other.to && hit.to - hit.from < other.to - other.from
}

function isBetter(one: TermHit, other: TermHit, wanted: ReadonlySet<string>): boolean {
  const [a, b] = [one, other].map(({ concepts }) => concepts.some((concept) => wanted.has(concept)))
  if (a !== b) return a === true
  return one.to - one.from > other.to - other.from
}
