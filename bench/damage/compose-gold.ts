import type { Language } from '../../core/model'
import type { IndexBead } from '../score-beads'

/** What belongs together: paragraph or unit indices by version. A paragraph of the undamaged text may stand in several rows, a unit in one only. */
export type CellRow = Readonly<Record<Language, readonly number[]>>

/** For each unit of a damaged version the original paragraphs that it is made of. */
export type Sources = readonly (readonly number[])[]

/** Gold of damaged versions, and the units of which the original's gold says nothing at all. */
export interface ComposedGold {
  /** Every version has a cell in every row; units ascending. */
  readonly rows: readonly CellRow[]
  readonly unknown: CellRow
}

/**
 * Gold of two or more damaged versions: the connected parts of the links between units of different versions that have a gold row in common. What has no
 * counterpart left is a row of its own. Of two versions these are the beads of the pair. Of more they can be coarser than those: where one version joins
 * two paragraphs, no grid that has every paragraph in one row can keep them apart in the others.
 */
export function composeGold(
  gold: readonly CellRow[],
  sources: Readonly<Record<Language, Sources>>,
): ComposedGold {
  const keys = Object.keys(sources)
  const units = keys.flatMap((key) => sources[key]!.map((source, unit) => ({ key, source, unit })))
  const goldOf = Object.fromEntries(keys.map((key) => [key, rowsByParagraph(gold, key)]))
  const own = units.map(({ key, source }) => new Set(source.flatMap((k) => goldOf[key]!.get(k) ?? [])))
  const inRow = gold.map((): number[] => [])
  own.forEach((rows, u) => rows.forEach((r) => inRow[r]!.push(u)))
  const root = units.map((_, u) => u)
  const find = (u: number): number => {
    let at = u
    while (root[at] !== at) at = root[at]!
    return at
  }
  for (const members of inRow) {
    // Units of one version alone are not linked: nothing tells whether they would stand in one row.
    if (new Set(members.map((u) => units[u]!.key)).size < 2) continue
    for (const u of members) root[find(u)] = find(members[0]!)
  }
  const empty = () => Object.fromEntries(keys.map((key): [Language, number[]] => [key, []]))
  const rows = new Map<number, Record<Language, number[]>>()
  const unknown = empty()
  units.forEach(({ key, unit }, u) => {
    const row = own[u]!.size === 0 ? unknown : (rows.get(find(u)) ?? empty())
    if (row !== unknown) rows.set(find(u), row)
    row[key]!.push(unit)
  })
  return { rows: [...rows.values()], unknown }
}

function rowsByParagraph(gold: readonly CellRow[], key: Language): ReadonlyMap<number, readonly number[]> {
  const by = new Map<number, number[]>()
  gold.forEach((row, r) => row[key]?.forEach((k) => by.set(k, [...(by.get(k) ?? []), r])))
  return by
}

/** Two cells of each row as beads. */
export function project(rows: readonly CellRow[], left: Language, right: Language): readonly IndexBead[] {
  return rows.map((row) => ({ left: row[left] ?? [], right: row[right] ?? [] }))
}

/** The beads that gold can judge: all but those made of nothing but units of which gold says nothing. */
export function judged(found: readonly IndexBead[], unknown: IndexBead): readonly IndexBead[] {
  const [left, right] = [new Set(unknown.left), new Set(unknown.right)]
  return found.filter((bead) => bead.left.some((i) => !left.has(i)) || bead.right.some((j) => !right.has(j)))
}
