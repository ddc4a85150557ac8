import type { Bead, Evidence, Language, Row, Version } from '../model'
import type { AlignOptions } from './align'
import { alignPair } from './align-pair'
import type { AlignUnit } from './align-unit'
import { pairsFor } from './pairs-for'

/** Beads of one other version against the pivot. */
interface PairBeads {
  readonly language: Language
  readonly beads: readonly (Bead & { readonly moved: boolean })[]
}

/** A row while it is being put together: units by version, as indices. */
interface Draft {
  readonly units: Map<Language, number[]>
  readonly evidence: Evidence[]
  readonly moved: Set<Language>
  confidence: number
}

const newDraft = (): Draft => ({
  units: new Map(),
  evidence: [],
  moved: new Set(),
  confidence: 1,
})

/**
 * Aligns several versions over one pivot into rows. Every unit stands in exactly one row. Pivot units that any pair joins share a row; units
 * that no pivot unit answers stand in rows of their own behind the pivot row they follow, joined among themselves where they answer each
 * other. `units` are each version's paragraphs in order, the pivot's included.
 */
export function buildGrid(
  pivot: Language,
  versions: readonly Version[],
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
  { learned = {}, learn }: AlignOptions = {},
): readonly Row[] {
  if (versions.length === 0) return []
  const others = versions.filter((version) => version.language !== pivot).map((version) => version.language)
  const pairs = others.map((language): PairBeads => ({
    language,
    beads: alignPair(units[pivot]!, units[language]!, {
      given: pairsFor(learned, pivot, language),
      learn,
    }),
  }))
  const drafts = draftRows(units[pivot]!.length, pivot, pairs)
  const slots = readSlots(pairs, drafts.rowOf)
  const rows: Draft[] = []
  for (let k = -1; k < drafts.rows.length; k += 1) {
    if (k >= 0) rows.push(drafts.rows[k]!)
    rows.push(...joinExtras(slots.get(k) ?? new Map(), units))
  }
  return rows.map((draft, k) => finish(draft, k, pivot, versions, units))
}

/** Rows of the pivot's units: consecutive units that one bead of any pair joins share a row. */
function draftRows(count: number, pivot: Language, pairs: readonly PairBeads[]) {
  const joined = new Uint8Array(count)
  for (const { beads } of pairs) for (const { left } of beads) for (const i of left.slice(1)) joined[i] = 1
  const rowOf = new Int32Array(count)
  const rows: Draft[] = []
  for (let i = 0; i < count; i += 1) {
    if (joined[i] === 0) rows.push(newDraft())
    const row = rows[rows.length - 1]!
    row.units.set(pivot, [...(row.units.get(pivot) ?? []), i])
    rowOf[i] = rows.length - 1
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

/** Units without a pivot unit, by the pivot row that they follow (-1: before the first), then by version. */
function readSlots(pairs: readonly PairBeads[], rowOf: Int32Array) {
  const slots = new Map<number, Map<Language, number[]>>()
  for (const { language, beads } of pairs) {
    let after = -1
    for (const { left, right, moved } of beads) {
      const last = left[left.length - 1]
      if (last !== undefined && !moved) after = rowOf[last]!
      if (last !== undefined) continue
      const slot = slots.get(after) ?? new Map<Language, number[]>()
      slots.set(after, slot)
      slot.set(language, [...(slot.get(language) ?? []), ...right])
    }
  }
  return slots
}

/** Rows of the units of one slot: the first version's units lead, the others are aligned to them; what is left over leads in its turn. */
function joinExtras(
  slot: ReadonlyMap<Language, readonly number[]>,
  units: Readonly<Record<Language, readonly AlignUnit[]>>,
): Draft[] {
  const rows: Draft[] = []
  let rest = [...slot]
  for (;;) {
    const [leader, ...others] = rest
    if (leader === undefined) return rows
    const [language, lead] = leader
    const own = lead.map((unit) => {
      const row = newDraft()
      row.units.set(language, [unit])
      return row
    })
    rest = []
    for (const [other, list] of others) {
      const beads = alignPair(
        lead.map((k) => units[language]![k]!),
        list.map((k) => units[other]![k]!),
      )
      const left: number[] = []
      for (const bead of beads) {
        // A bead of several leading units would merge their rows; the extras of a slot are few, so the first takes it.
        const row = bead.left[0] === undefined ? undefined : own[bead.left[0]]
        const indices = bead.right.map((k) => list[k]!)
        if (row === undefined) left.push(...indices)
        else if (indices.length > 0) {
          row.units.set(other, indices)
          row.confidence = Math.min(row.confidence, bead.confidence)
          row.evidence.push(
            ...bead.evidence.map((item) => ({
              ...item,
              value: `${language}–${other}: ${item.value}`,
            })),
          )
        }
      }
      if (left.length > 0) rest.push([other, left])
    }
    rows.push(...own)
  }
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
