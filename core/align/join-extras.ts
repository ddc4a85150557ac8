import type { Language } from '../model'
import { newDraft, type Draft } from './draft-row'
import type { PlacedBead } from './mend-beads'

/** A unit that no pivot unit answers, and the pivot row that it follows (-1: before the first). */
export interface Extra {
  readonly language: Language
  readonly unit: number
  readonly slot: number
}

/** Beads less sure than this do not join two versions' extra units. */
const LEAST_CONFIDENCE = 0.5

/**
 * Rows of what the pivot lacks, by the pivot row that they follow. Units of two versions that answer each other share a row, which stands where the first version
 * has it; a version that has it elsewhere is `moved` there. `solve` gives the beads of two versions and is asked only where both have extra units.
 */
export function joinExtras(
  extras: readonly Extra[],
  order: readonly Language[],
  solve: (left: Language, right: Language) => readonly PlacedBead[],
): ReadonlyMap<number, readonly Draft[]> {
  const keyOf = (language: Language, unit: number) => `${language} ${unit}`
  const slotOf = new Map(extras.map(({ language, unit, slot }) => [keyOf(language, unit), slot]))
  const rowOf = new Map<string, Draft>()
  const rows = new Set<Draft>()
  for (const { language, unit } of extras) {
    const row = newDraft()
    row.units.set(language, [unit])
    rowOf.set(keyOf(language, unit), row)
    rows.add(row)
  }
  const present = order.filter((language) => extras.some((extra) => extra.language === language))
  present.forEach((left, k) => {
    for (const right of present.slice(k + 1)) {
      for (const bead of solve(left, right)) {
        const members = [
          ...bead.left.map((unit) => rowOf.get(keyOf(left, unit))),
          ...bead.right.map((unit) => rowOf.get(keyOf(right, unit))),
        ]
        if (bead.left.length === 0 || bead.right.length === 0 || bead.confidence < LEAST_CONFIDENCE) continue
        if (!members.every((row) => row !== undefined)) continue
        const [first, ...rest] = [...new Set(members)]
        for (const row of rest) {
          merge(first!, row)
          rows.delete(row)
          for (const [language, units] of row.units)
            for (const unit of units) rowOf.set(keyOf(language, unit), first!)
        }
        first!.confidence = Math.min(first!.confidence, bead.confidence)
        first!.evidence.push(
          ...bead.evidence.map((item) => ({ ...item, value: `${left}–${right}: ${item.value}` })),
        )
      }
    }
  })
  return bySlot([...rows], order, (language, unit) => slotOf.get(keyOf(language, unit))!)
}

function merge(into: Draft, from: Draft): void {
  for (const [language, units] of from.units)
    into.units.set(
      language,
      [...(into.units.get(language) ?? []), ...units].sort((a, b) => a - b),
    )
  into.evidence.push(...from.evidence)
  into.confidence = Math.min(into.confidence, from.confidence)
}

/** Rows by slot. In a slot the first version's rows lead in their order, then those that only the next has, and so on. */
function bySlot(
  rows: readonly Draft[],
  order: readonly Language[],
  slotOf: (language: Language, unit: number) => number,
): ReadonlyMap<number, readonly Draft[]> {
  const slots = new Map<number, Draft[]>()
  const leader = (row: Draft) => order.findIndex((language) => row.units.has(language))
  const lead = (row: Draft) => row.units.get(order[leader(row)]!)![0]!
  for (const row of [...rows].sort((a, b) => leader(a) - leader(b) || lead(a) - lead(b))) {
    const slot = slotOf(order[leader(row)]!, lead(row))
    for (const [language, units] of row.units)
      if (units.some((unit) => slotOf(language, unit) !== slot)) row.moved.add(language)
    const own = slots.get(slot)
    if (own === undefined) slots.set(slot, [row])
    else own.push(row)
  }
  return slots
}
