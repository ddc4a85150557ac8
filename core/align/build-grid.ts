import type { Bead, Language, Row, Version } from '../model'
import type { AlignOptions } from './align'
import { solvePair, type SolvedPair } from './align-pair'
import type { AlignUnit } from './align-unit'
import { newDraft, type Draft } from './draft-row'
import { joinExtras, type Extra } from './join-extras'
import type { PlacedBead } from './mend-beads'
import { pairsFor } from './pairs-for'
import { SETTLED, settlePair } from './settle-pair'
import { thirdLinks } from './third-links'

/** Beads of one other version against the pivot. */
interface PairBeads {
  readonly language: Language
  readonly beads: readonly PlacedBead[]
}

/**
 * Aligns several versions over one pivot into rows. Every unit stands in exactly one row. What a pair leaves open, the other versions settle (see settlePair). Pivot
 * units that any pair joins share a row; units that no pivot unit answers stand in rows of their own behind the pivot row they follow, joined
 * among themselves where they answer each other. `units` are each version's paragraphs in order, the pivot's included.
 */
export function buildGrid(
  pivot: Language,
  versions: readonly Version[],
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
  options: AlignOptions = {},
): readonly Row[] {
  if (versions.length === 0) return []
  const others = versions.filter((version) => version.language !== pivot).map((version) => version.language)
  const solve = solver(units, options)
  const pairs = others.map((language): PairBeads => ({
    language,
    beads: settle(pivot, language, others, units, solve),
  }))
  const drafts = draftRows(units[pivot]!, pivot, pairs)
  const extras = readExtras(pairs, drafts.rowOf)
  const slots = joinExtras(extras, others, (left, right) => solve(left, right).beads)
  const rows: Draft[] = []
  for (let k = -1; k < drafts.rows.length; k += 1) {
    if (k >= 0) rows.push(drafts.rows[k]!)
    rows.push(...(slots.get(k) ?? []))
  }
  return rows.map((draft, k) => finish(draft, k, pivot, versions, units))
}

type Solver = (left: Language, right: Language) => SolvedPair

/** Aligns each pair of versions once, when it is first asked for. */
function solver(
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
  { learned = {}, learn, vectors = {} }: AlignOptions,
): Solver {
  const known = new Map<string, SolvedPair>()
  return (left, right) => {
    const name = `${left} ${right}`
    const solved =
      known.get(name) ??
      solvePair(units[left]!, units[right]!, {
        given: pairsFor(learned, left, right),
        learn,
        vectors: both(vectors[left], vectors[right]),
      })
    known.set(name, solved)
    return solved
  }
}

/** Vectors of both sides, or undefined where either side has none. */
function both<T>(left: T | undefined, right: T | undefined): { left: T; right: T } | undefined {
  return left === undefined || right === undefined ? undefined : { left, right }
}

/** The beads of a pair over the pivot, with what it leaves open settled by the other versions. */
function settle(
  pivot: Language,
  language: Language,
  others: readonly Language[],
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
  solve: Solver,
): readonly PlacedBead[] {
  const solved = solve(pivot, language)
  const thirds = others.filter((other) => other !== language)
  const open = ({ left, right, confidence }: Bead) =>
    left.length === 0 || right.length === 0 || confidence < SETTLED
  if (thirds.length === 0 || !solved.beads.some(open)) return solved.beads
  const links = thirdLinks(
    units[pivot]!.length,
    units[language]!.length,
    thirds.map((third) => ({
      language: third,
      units: units[third]!,
      toLeft: solve(pivot, third).beads,
      toRight: between(language, third, others, solve),
    })),
  )
  return settlePair(solved, units[pivot]!, units[language]!, links)
}

/** The beads of two versions that are not the pivot, each pair aligned once, in the order of the versions. */
function between(
  left: Language,
  right: Language,
  others: readonly Language[],
  solve: Solver,
): readonly Bead[] {
  if (others.indexOf(left) < others.indexOf(right)) return solve(left, right).beads
  return solve(right, left).beads.map((bead) => ({ ...bead, left: bead.right, right: bead.left }))
}

/** Rows of the pivot's units: those that one bead of any pair joins share a row, which stands where its first unit does. */
function draftRows(own: readonly AlignUnit[], pivot: Language, pairs: readonly PairBeads[]) {
  const count = own.length
  const parents = Int32Array.from({ length: count }, (_, i) => i)
  const root = (i: number): number => {
    while (parents[i] !== i) i = parents[i]!
    return i
  }
  for (const { beads } of pairs)
    for (const { left } of beads)
      for (const i of left.slice(1)) {
        const [a, b] = [root(left[0]!), root(i)]
        parents[Math.max(a, b)] = Math.min(a, b)
      }
  const rowOf = new Int32Array(count)
  const rows: Draft[] = []
  for (let i = 0; i < count; i += 1) {
    const first = root(i)
    if (first === i) rowOf[i] = rows.push(newDraft()) - 1
    else rowOf[i] = rowOf[first]!
    const row = rows[rowOf[i]!]!
    const before = row.units.get(pivot) ?? []
    // A row that goes on behind another has been torn apart there.
    if (before.length > 0 && before[before.length - 1] !== i - 1) row.moved.add(pivot)
    row.units.set(pivot, [...before, i])
  }
  for (const { language, beads } of pairs) {
    for (const bead of beads) {
      const first = bead.left[0]
      if (first === undefined) continue
      const row = rows[rowOf[first]!]!
      row.confidence = Math.min(row.confidence, bead.confidence)
      if (bead.right.length === 0) continue
      row.units.set(
        language,
        [...(row.units.get(language) ?? []), ...bead.right].sort((a, b) => a - b),
      )
      if (bead.moved) row.moved.add(language)
      const apart = () => pairs.some((pair) => pair.language !== language && !joins(pair.beads, bead.left))
      if (bead.left.length > 1 && apart()) {
        const joined = bead.left.map((i) => own[i]!.address).join(' + ')
        row.evidence.push({ kind: 'version', value: `${language}: ${joined}`, weight: 0 })
      }
      row.evidence.push(
        ...(pairs.length > 1
          ? bead.evidence.map((item) => ({
              ...item,
              value: `${language}: ${item.value}`,
            }))
          : bead.evidence),
      )
    }
  }
  return { rows, rowOf }
}

/** Whether one of the beads holds all these left units. */
function joins(beads: readonly Bead[], units: readonly number[]): boolean {
  return beads.some(({ left }) => units.every((unit) => left.includes(unit)))
}

/** Units without a pivot unit, each with the pivot row that it follows (-1: before the first). */
function readExtras(pairs: readonly PairBeads[], rowOf: Int32Array): readonly Extra[] {
  return pairs.flatMap(({ language, beads }) => {
    const extras: Extra[] = []
    let slot = -1
    for (const { left, right, moved } of beads) {
      const last = left[left.length - 1]
      if (last !== undefined && !moved) slot = rowOf[last]!
      if (last === undefined) extras.push(...right.map((unit) => ({ language, unit, slot })))
    }
    return extras
  })
}

function finish(
  draft: Draft,
  k: number,
  pivot: Language,
  versions: readonly Version[],
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
): Row {
  const cells: Record<Language, readonly string[]> = {}
  let kind: Row['kind'] | null = null
  const order = [pivot, ...versions.map((version) => version.language)]
  for (const language of order) kind ??= units[language]![draft.units.get(language)?.[0] ?? -1]?.kind ?? null
  for (const { language } of versions)
    cells[language] = (draft.units.get(language) ?? []).map((unit) => units[language]![unit]!.address)
  return {
    id: `r${k + 1}`,
    kind: kind ?? 'body',
    cells,
    confidence: Math.round(draft.confidence * 1000) / 1000,
    evidence: draft.evidence,
    moved: versions.map((version) => version.language).filter((language) => draft.moved.has(language)),
  }
}
