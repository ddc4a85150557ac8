import type { Bead } from '../model'
import { lengthScore } from './pair-model'
import { structureScore } from './read-structure'
import { dotOf, similarityScore } from './similarity'
import type { Pair } from './score-rows'

/** How sure a move must be, in nats: a paragraph is only said to have moved when nearly everything in it is met elsewhere. */
const LEAST_MOVE = 4

/** What a crossing costs before any evidence, in nats. */
const MOVE_COST = 4

/**
 * Joins what a monotone search had to leave as two gaps: a paragraph absent here and present there at another place. The moved bead stands
 * where its left unit stands. Greedy from the surest; ties go to the earlier unit.
 */
export function findMoves(
  pair: Pair,
  beads: readonly Bead[],
): readonly (Bead & { readonly moved: boolean })[] {
  const lefts = beads.filter((bead) => bead.right.length === 0).flatMap((bead) => bead.left)
  const rights = beads.filter((bead) => bead.left.length === 0).flatMap((bead) => bead.right)
  const found: { i: number; j: number; score: number }[] = []
  const byKey = keyIndex(pair, rights)
  for (const i of lefts) {
    for (const j of candidates(pair, i, byKey)) {
      const score = pairScore(pair, i, j) - MOVE_COST
      if (score >= LEAST_MOVE) found.push({ i, j, score })
    }
  }
  found.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const to = new Map<number, { j: number; score: number }>()
  const taken = new Set<number>()
  for (const { i, j, score } of found) {
    if (to.has(i) || taken.has(j)) continue
    to.set(i, { j, score })
    taken.add(j)
  }
  return beads.flatMap((bead): readonly (Bead & { readonly moved: boolean })[] => {
    const moved = bead.right.length === 0 ? to.get(bead.left[0]!) : undefined
    if (moved !== undefined) {
      return [
        {
          ...bead,
          right: [moved.j],
          confidence: 1 / (1 + Math.exp(-moved.score / 4)),
          moved: true,
        },
      ]
    }
    if (bead.left.length === 0 && taken.has(bead.right[0]!)) return []
    return [{ ...bead, moved: false }]
  })
}

/** Score of two units standing together wherever they stand, in nats. */
export function pairScore({ features, model, weights, structure }: Pair, i: number, j: number): number {
  const { left, right } = features
  let score =
    structureScore(structure[0], i, structure[1], j) + lengthScore(model, left.length[i]!, right.length[j]!)
  if (model.similarity !== null && left.vectors !== null && right.vectors !== null)
    score += similarityScore(model.similarity, dotOf(left.vectors, i, right.vectors, j))
  let b = right.start[j]!
  const bEnd = right.start[j + 1]!
  for (let k = b; k < bEnd; k += 1) score -= weights.lost[right.keys[k]!]!
  for (let a = left.start[i]!; a < left.start[i + 1]!; a += 1) {
    const key = left.keys[a]!
    score -= weights.lost[key]!
    while (b < bEnd && right.keys[b]! < key) b += 1
    if (b < bEnd && right.keys[b] === key) score += weights.shared[key]!
  }
  return score
}

/** For each key the unmatched right units that hold it; keys that many hold are left out, since they lead nowhere. */
function keyIndex(
  { features: { right } }: Pair,
  units: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  for (const j of units) {
    for (let k = right.start[j]!; k < right.start[j + 1]!; k += 1) {
      const key = right.keys[k]!
      const list = index.get(key)
      if (list === undefined) index.set(key, [j])
      else list.push(j)
    }
  }
  for (const [key, list] of index) if (list.length > 40) index.delete(key)
  return index
}

function candidates(
  { features: { left } }: Pair,
  i: number,
  index: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const found = new Set<number>()
  for (let k = left.start[i]!; k < left.start[i + 1]!; k += 1)
    for (const j of index.get(left.keys[k]!) ?? []) found.add(j)
  return [...found].sort((a, b) => a - b)
}
