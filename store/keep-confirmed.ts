import type { Alignment, Language, Row } from '../core/model'
import { indexRefs, resolveRefs, type CellRefs, type LostRef } from './paragraph-refs'

/** A confirmed row as far as keeping it needs. */
export interface LockedCells {
  readonly key: string
  readonly cells: CellRefs
}

/**
 * A confirmed row that an alignment cannot have: words that are gone (`lost`), another confirmed row that holds one of its paragraphs (`overlap`), or fewer than two of its languages at
 * hand (`languages`); or was confirmed in other languages since, and the alignment is to be made again (`not-yet`).
 */
export interface Unkept {
  readonly key: string
  readonly reason: 'lost' | 'overlap' | 'languages' | 'not-yet'
  readonly lost: readonly LostRef[]
}

/** Rows in which every confirmed row stands as it was confirmed, which row that is, and what could not be kept. */
export interface Kept {
  readonly rows: readonly Row[]
  /** Row ids by key of the confirmed row. */
  readonly kept: Readonly<Record<string, string>>
  readonly unkept: readonly Unkept[]
  /** Whether the alignment had all of them already, so that `rows` are its own. */
  readonly same: boolean
}

/**
 * Puts confirmed rows into an alignment. Each is found by its words, in the languages that the alignment has; its paragraphs leave the rows they stand in and make one row at the place of the first of
 * them, of confidence 1 and without evidence. What else stood in those rows stays in them; a row that loses everything goes. Every paragraph stays in exactly one row. Of two confirmed rows that share a
 * paragraph the earlier of the list is kept.
 */
export function keepConfirmed(alignment: Alignment, confirmed: readonly LockedCells[]): Kept {
  if (confirmed.length === 0) return { rows: alignment.rows, kept: {}, unkept: [], same: true }
  const index = indexRefs(alignment.versions)
  const kept: Record<string, string> = {}
  const unkept: Unkept[] = []
  const taken = new Set<string>()
  let rows = alignment.rows
  for (const { key, cells } of confirmed) {
    const resolved = resolveRefs(cells, index)
    const places = placesOf(resolved.cells)
    const reason =
      resolved.lost.length > 0
        ? 'lost'
        : Object.keys(resolved.cells).length < 2 || places.length === 0
          ? 'languages'
          : places.some((place) => taken.has(place))
            ? 'overlap'
            : null
    if (reason !== null) {
      unkept.push({ key, reason, lost: resolved.lost })
      continue
    }
    for (const place of places) taken.add(place)
    const there = rowsByPlace(rows).get(places[0]!)
    if (there !== undefined && holds(there, resolved.cells)) {
      kept[key] = there.id
      continue
    }
    const put = putRow(rows, resolved.cells, new Set(places))
    rows = put.rows
    kept[key] = put.id
  }
  return { rows, kept, unkept, same: rows === alignment.rows }
}

function placesOf(cells: Row['cells']): readonly string[] {
  return Object.entries(cells).flatMap(([language, addresses]) =>
    addresses.map((address) => `${language} ${address}`),
  )
}

/** Rows never change; most confirmed rows stand in an alignment already and are looked up at every reading. */
const BY_PLACE = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>()

/** The row in which each paragraph stands. */
function rowsByPlace(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const known =
    BY_PLACE.get(rows) ?? new Map(rows.flatMap((row) => placesOf(row.cells).map((place) => [place, row])))
  BY_PLACE.set(rows, known)
  return known
}

/** Rows with one that holds these cells and nothing else of their languages. */
function putRow(
  rows: readonly Row[],
  cells: Readonly<Record<Language, readonly string[]>>,
  places: ReadonlySet<string>,
): { readonly rows: readonly Row[]; readonly id: string } {
  const touched = rows.filter((row) => placesOf(row.cells).some((place) => places.has(place)))
  const [first] = touched
  const id = freshId(rows, first?.id ?? 'r')
  const others = Object.keys(rows[0]?.cells ?? {}).filter((language) => cells[language] === undefined)
  // Languages of which nothing was confirmed go with the first row that the confirmed one is made of.
  const rest = Object.fromEntries(others.map((language) => [language, first?.cells[language] ?? []]))
  const made: Row = {
    id,
    kind: first?.kind ?? 'body',
    cells: {
      ...Object.fromEntries(Object.keys(rows[0]?.cells ?? {}).map((one) => [one, []])),
      ...rest,
      ...cells,
    },
    confidence: 1,
    evidence: [],
    moved: first?.moved ?? [],
  }
  const result = rows.flatMap((row): readonly Row[] => {
    if (!touched.includes(row)) return [row]
    const left = Object.fromEntries(
      Object.entries(row.cells).map(([language, addresses]) => [
        language,
        row === first && others.includes(language)
          ? []
          : addresses.filter((address) => !places.has(`${language} ${address}`)),
      ]),
    )
    const leftover = placesOf(left).length === 0 ? [] : [{ ...row, cells: left, evidence: [] }]
    return row === first ? [made, ...leftover] : leftover
  })
  return { rows: result, id }
}

function holds(row: Row, cells: Readonly<Record<Language, readonly string[]>>): boolean {
  return Object.entries(cells).every(([language, addresses]) => {
    const there = row.cells[language] ?? []
    return there.length === addresses.length && there.every((address) => addresses.includes(address))
  })
}

/** An id that no row has: that of the row whose place it takes with a mark behind it. */
function freshId(rows: readonly Row[], base: string): string {
  const used = new Set(rows.map(({ id }) => id))
  for (let k = 1; ; k += 1) {
    const id = `${base}c${k}`
    if (!used.has(id)) return id
  }
}
