import type { Bead, Evidence } from '../model'
import { leftGapsFirst, makePair, placeBeads, toBeads, TEMPERATURE, type SolvedPair } from './align-pair'
import type { AlignUnit } from './align-unit'
import { corridorAround, type Point } from './corridor'
import { explainBead } from './explain-bead'
import { extendFeatures, selectUnits, type MoreKeys } from './extend-features'
import type { PlacedBead } from './mend-beads'
import type { Structure } from './read-structure'
import { meetingKeys, rowScorer, type Pair } from './score-rows'
import { search } from './search'
import { SETTINGS } from './settings'

/** Beads at least this sure are not touched: a third version settles what two leave open, and nothing else. */
export const SETTLED = 0.9

/**
 * How far a third version is believed: versions are aligned by the same means and err alike, so that a little tips the balance and no more. On
 * damaged texts 0.03 to 0.2 make grids better than their pairs, 0.5 worse.
 */
const TRUST = 0.1

/** How much wider than the difference of its sides a stretch that is open is searched, in units. */
const HALF_WIDTH = 20

/**
 * Aligns anew what a pair has left open, with what other versions say of it (`links`: names of keys by unit, `ru op3` for units that answer the third version's
 * op3). Beads of SETTLED or more stay as they are. A bead that is other than before names the versions in its evidence.
 */
export function settlePair(
  { pair, beads }: SolvedPair,
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
  links: MoreKeys,
): readonly PlacedBead[] {
  const settled = beads.filter(
    (bead) => bead.confidence >= SETTLED && bead.left.length * bead.right.length > 0,
  )
  const free = (side: 'left' | 'right', count: number) => {
    const taken = new Uint8Array(count)
    for (const bead of settled) for (const unit of bead[side]) taken[unit] = 1
    return Array.from({ length: count }, (_, unit) => unit).filter((unit) => taken[unit] === 0)
  }
  const units = { left: free('left', left.length), right: free('right', right.length) }
  const linked = [
    units.left.some((i) => links.left[i]!.length > 0),
    units.right.some((j) => links.right[j]!.length > 0),
  ]
  if (!linked.includes(true)) return beads
  const features = extendFeatures(pair.features, 'version', links, TRUST)
  const known = makePair(features, pair.structure, pair.types, startOver(pair, features.classes), SETTINGS)
  const open = selectPair(known, units.left, units.right)
  const barriers = settled.filter((bead) => !bead.moved)
  const found = leftGapsFirst(searchBetween(open, units, barriers)).map((bead) => ({
    ...bead,
    left: bead.left.map((k) => units.left[k]!),
    right: bead.right.map((k) => units.right[k]!),
  }))
  const placed = placeBeads(known, found).map((bead) => ({
    ...bead,
    evidence: explainBead(known, bead, left, right),
  }))
  return inOrder(
    settled,
    preferOld(
      beads.filter((bead) => !settled.includes(bead)),
      placed,
    ),
  )
}

const speaks = ({ kind, weight }: Evidence): boolean => kind === 'version' && weight > 0

/**
 * Of the beads of before and those found now, stretch by stretch, the new ones where a third version is a reason for a bead that was not there before, and the old
 * ones elsewhere. Each new bead names the versions, those without a reason of their own (gaps) the ones that settled their stretch.
 */
function preferOld(before: readonly PlacedBead[], now: readonly PlacedBead[]): readonly PlacedBead[] {
  const old = new Set(before.map(nameOf))
  const kept = new Set(now.map(nameOf))
  const changed = [
    ...before.filter((bead) => !kept.has(nameOf(bead))),
    ...now.filter((bead) => !old.has(nameOf(bead))),
  ]
  const stretchOf = joinByUnits(changed)
  const reasons = new Map<number, Evidence[]>()
  for (const bead of now) {
    const stretch = stretchOf.get(bead)
    if (stretch === undefined || !bead.evidence.some(speaks)) continue
    reasons.set(stretch, [...(reasons.get(stretch) ?? []), ...bead.evidence.filter(speaks)])
  }
  const settled = (bead: PlacedBead) => reasons.has(stretchOf.get(bead) ?? -1)
  const same = now.filter((bead) => old.has(nameOf(bead)))
  return [
    ...before.filter((bead) => stretchOf.has(bead) && !settled(bead)),
    ...same,
    ...now.filter(settled).map((bead) =>
      bead.evidence.some(speaks)
        ? bead
        : {
            ...bead,
            evidence: [
              ...bead.evidence,
              ...reasons.get(stretchOf.get(bead)!)!.map((item) => ({ ...item, weight: 0 })),
            ],
          },
    ),
  ]
}

/** Beads that share units, directly or over others, by the number of their group. */
function joinByUnits(beads: readonly PlacedBead[]): ReadonlyMap<PlacedBead, number> {
  const groupOf = new Map<string, number>()
  const parents: number[] = []
  const root = (group: number): number => (parents[group] === group ? group : root(parents[group]!))
  const names = ({ left, right }: Bead) => [...left.map((i) => `l${i}`), ...right.map((j) => `r${j}`)]
  for (const bead of beads) {
    const group = parents.length
    parents.push(group)
    for (const name of names(bead)) {
      const known = groupOf.get(name)
      if (known === undefined) groupOf.set(name, group)
      else parents[root(group)] = root(known)
    }
  }
  return new Map(beads.map((bead, group) => [bead, root(group)]))
}

/** The model that was learned, with the new keys' class as it is beforehand. */
function startOver({ model }: Pair, classes: Uint8Array): Pair['model'] {
  return {
    ...model,
    survival: Float32Array.from(classes, (c, key) => model.survival[key] ?? model.byClass[c]!),
  }
}

function nameOf({ left, right }: Bead): string {
  return `${left.join()}:${right.join()}`
}

/** Some units of either side as a pair of their own, weighed as in the whole. */
function selectPair(known: Pair, left: readonly number[], right: readonly number[]): Pair {
  const { features, structure, weights } = known
  const pick = (own: Structure, units: readonly number[]): Structure => ({
    ...own,
    fixed: Int32Array.from(units, (unit) => own.fixed[unit]!),
    group: Uint8Array.from(units, (unit) => own.group[unit]!),
  })
  const sides = [selectUnits(features.left, left), selectUnits(features.right, right)] as const
  return {
    ...known,
    features: { ...features, left: sides[0], right: sides[1] },
    structure: [pick(structure[0], left), pick(structure[1], right)],
    meeting: [meetingKeys(sides[0], weights), meetingKeys(sides[1], weights)],
  }
}

/** The best beads of the open units, stretch by stretch between the barriers, which are in order on both sides. */
function searchBetween(
  open: Pair,
  units: { readonly left: readonly number[]; readonly right: readonly number[] },
  barriers: readonly Bead[],
): readonly Bead[] {
  const beads: Bead[] = []
  let from: Point = { i: 0, j: 0 }
  for (let k = 0; k <= barriers.length; k += 1) {
    const to = {
      i: countBefore(units.left, from.i, barriers[k]?.left[0]),
      j: countBefore(units.right, from.j, barriers[k]?.right[0]),
    }
    if (to.i > from.i || to.j > from.j) {
      const half = HALF_WIDTH + Math.abs(to.i - from.i - (to.j - from.j))
      const corridor = corridorAround(from, straight(from, to), () => half)
      const score = rowScorer(open, corridor, open.types)
      beads.push(...toBeads(search({ corridor, types: open.types, score }, TEMPERATURE).steps))
    }
    from = to
  }
  return beads
}

/** How many open units stand before a unit, or in all where there is none; `from` are known to. */
function countBefore(units: readonly number[], from: number, unit: number | undefined): number {
  let count = from
  while (count < units.length && (unit === undefined || units[count]! < unit)) count += 1
  return count
}

/** A way from one node straight to another. */
function straight(from: Point, to: Point): readonly Point[] {
  const steps = Math.max(to.i - from.i, to.j - from.j)
  return Array.from({ length: steps }, (_, k) => ({
    i: from.i + Math.round(((k + 1) * (to.i - from.i)) / steps),
    j: from.j + Math.round(((k + 1) * (to.j - from.j)) / steps),
  }))
}

/** Beads in order of their left units; those without stand behind the one that they stood behind. */
function inOrder(settled: readonly PlacedBead[], open: readonly PlacedBead[]): readonly PlacedBead[] {
  const rank = (bead: PlacedBead): number => bead.left[0] ?? -1
  const result: PlacedBead[] = [...settled]
  // Right gaps follow the right unit before them, wherever that stands.
  const gaps = open.filter((bead) => bead.left.length === 0)
  result.push(...open.filter((bead) => bead.left.length > 0))
  result.sort((a, b) => rank(a) - rank(b))
  for (const gap of gaps) {
    const unit = gap.right[0]!
    let at = 0
    result.forEach((bead, k) => {
      const last = bead.right[bead.right.length - 1]
      if (last !== undefined && last < unit && !bead.moved) at = k + 1
    })
    result.splice(at, 0, gap)
  }
  return result
}
