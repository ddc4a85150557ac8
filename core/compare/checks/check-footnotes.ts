import type { Finding } from '../../model'
import { makeFinding, sideRule, type Side } from '../make-finding'
import type { Cell, RowPair } from '../row-pair'

/** A footnote mark with its row and its place. */
interface Mark extends Side {
  readonly pair: RowPair
}

/**
 * Footnote marks that stand in one version's row and not in the other's. Where a mark stands within its row is free, as word order is; a mark that
 * stands in another row is one finding, at the pivot's row. A note that is itself missing is a gap, and its mark says nothing more.
 */
export function checkFootnotes(pairs: readonly RowPair[]): readonly Finding[] {
  const pivot = marksByNote(pairs, (pair) => pair.pivot)
  const other = marksByNote(pairs, (pair) => pair.other)
  const gaps = pairs.filter(
    ({ pivot: a, other: b }) => a.paragraphs.length === 0 || b.paragraphs.length === 0,
  )
  const absent = new Set(gaps.map(({ row }) => row.id))
  // The figure of a note that one version has lost, by which its orphaned mark is known there.
  const lost = new Set(
    gaps.flatMap((pair) =>
      [...pair.pivot.paragraphs, ...pair.other.paragraphs].map(
        ({ paragraph }) => `mark ${paragraph.label ?? ''}`,
      ),
    ),
  )
  const findings: Finding[] = []
  for (const note of new Set([...pivot.keys(), ...other.keys()])) {
    if (absent.has(note) || lost.has(note)) continue
    const expected = pivot.get(note) ?? []
    const found = other.get(note) ?? []
    const rows = new Set(found.map(({ pair }) => pair.row.id))
    const missing = expected.filter(({ pair }) => !rows.has(pair.row.id))
    const pivotRows = new Set(expected.map(({ pair }) => pair.row.id))
    const added = found.filter(({ pair }) => !pivotRows.has(pair.row.id))
    for (let k = 0; k < Math.max(missing.length, added.length); k += 1) {
      const left = missing[k] ?? null
      const right = added[k] ?? null
      const pair = left?.pair ?? right?.pair
      // A row without text on a side is a gap already.
      if (pair === undefined || pair.pivot.paragraphs.length === 0 || pair.other.paragraphs.length === 0)
        continue
      findings.push(makeFinding('footnote', pair, left, right, { rule: sideRule(left, right) }))
    }
  }
  return findings
}

/** Marks by the row that their note stands in, which is the same for both versions whatever figure they print; `mark 2` where there is no note. */
function marksByNote(pairs: readonly RowPair[], cellOf: (pair: RowPair) => Cell): Map<string, Mark[]> {
  const rowOf = new Map(
    pairs.flatMap((pair) =>
      cellOf(pair).paragraphs.map(({ paragraph }) => [paragraph.address, pair.row.id] as const),
    ),
  )
  const marks = new Map<string, Mark[]>()
  for (const pair of pairs) {
    for (const { paragraph } of cellOf(pair).paragraphs) {
      for (const { at, mark, note } of paragraph.marks) {
        const key = (note === null ? undefined : rowOf.get(note)) ?? `mark ${mark}`
        const list = marks.get(key) ?? []
        marks.set(key, list)
        list.push({ pair, text: mark, place: { address: paragraph.address, from: at, to: at } })
      }
    }
  }
  return marks
}
