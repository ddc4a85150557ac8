import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { cellKey, overlap, type CellRefs } from './paragraph-refs'
import { resolutionName } from './resolutions'

/** What was said of a row, every revision kept; `cells` are its CellRefs as JSON, `confirmed` is 0 where the confirmation was taken back. */
export interface ConfirmationTable {
  resolution: string
  key: string
  revision: number
  cells: string
  confirmed: number
  by: string | null
  at: string
  current: number
}

/** A confirmed row: locked until the confirmation is taken back. */
export interface Confirmation {
  readonly resolution: string
  /** See cellKey. */
  readonly key: string
  /** From 1, within resolution and key. */
  readonly revision: number
  readonly cells: CellRefs
  readonly by: string | null
  readonly at: string
}

/** A row as it was seen by who confirms it; `revision` is that of its confirmation as it was seen, 0 for none. */
export interface ConfirmRequest {
  readonly resolution: string
  readonly cells: CellRefs
  readonly revision: number
  readonly by: string | null
}

/** What became of a confirmation: kept, or not, because others have confirmed rows with the same paragraphs in the meantime (`theirs`), or taken this one back (none). */
export type ConfirmResult =
  | { readonly kind: 'confirmed'; readonly confirmation: Confirmation }
  | {
      readonly kind: 'conflict'
      readonly theirs: readonly Confirmation[]
      readonly last: ConfirmationEntry | null
    }

/** One entry of a row's history. */
export type ConfirmationEntry = Confirmation & { readonly confirmed: boolean }

/** Confirms a row. */
export async function confirmRow(store: Store, request: ConfirmRequest): Promise<ConfirmResult> {
  const { resolution, cells } = request
  const key = cellKey(cells)
  return write(store, [resolutionName(resolution)], async (inner) => {
    const last = await lastEntry(inner, resolution, key)
    const seen = request.revision
    const others = (await currentConfirmations(inner, resolution)).filter((one) => overlap(one.cells, cells))
    const foreign = others.filter((one) => one.key !== key)
    if (foreign.length > 0 || (last?.revision ?? 0) !== seen)
      return { kind: 'conflict', theirs: others, last }
    const entry = await append(inner, { resolution, key, cells, by: request.by, confirmed: true }, last)
    return { kind: 'confirmed', confirmation: entry }
  })
}

/** Takes a confirmation back, if it is still the one that was seen (`revision`). */
export async function withdrawConfirmation(
  store: Store,
  given: {
    readonly resolution: string
    readonly key: string
    readonly revision: number
    readonly by: string | null
  },
): Promise<
  | { readonly kind: 'withdrawn'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly last: ConfirmationEntry | null }
> {
  const { resolution, key, by } = given
  return write(store, [resolutionName(resolution)], async (inner) => {
    const last = await lastEntry(inner, resolution, key)
    if (last === null || !last.confirmed || last.revision !== given.revision)
      return { kind: 'conflict', last }
    const entry = await append(inner, { resolution, key, cells: last.cells, by, confirmed: false }, last)
    return { kind: 'withdrawn', revision: entry.revision }
  })
}

/** The confirmed rows of a resolution, the earliest first. */
export async function currentConfirmations(
  { reads }: Store,
  resolution: string,
): Promise<readonly Confirmation[]> {
  const rows = await reads
    .selectFrom('confirmations')
    .selectAll()
    .where('resolution', '=', resolution)
    .where('current', '=', 1)
    .where('confirmed', '=', 1)
    .orderBy('at')
    .orderBy('key')
    .execute()
  return rows.map(toConfirmation)
}

/** All that was said of the rows of a resolution, in order of key and revision. */
export async function confirmationHistory(
  { reads }: Store,
  resolution: string,
): Promise<readonly ConfirmationEntry[]> {
  const rows = await reads
    .selectFrom('confirmations')
    .selectAll()
    .where('resolution', '=', resolution)
    .orderBy('key')
    .orderBy('revision')
    .execute()
  return rows.map(toEntry)
}

/** A row of the table as a value. */
export function toConfirmation(row: Omit<ConfirmationTable, 'current' | 'confirmed'>): Confirmation {
  const { resolution, key, revision, by, at } = row
  return { resolution, key, revision, cells: JSON.parse(row.cells) as CellRefs, by, at }
}

function toEntry(row: ConfirmationTable): ConfirmationEntry {
  return { ...toConfirmation(row), confirmed: row.confirmed === 1 }
}

async function lastEntry(store: Store, resolution: string, key: string): Promise<ConfirmationEntry | null> {
  const row = await store.db
    .selectFrom('confirmations')
    .selectAll()
    .where('resolution', '=', resolution)
    .where('key', '=', key)
    .where('current', '=', 1)
    .executeTakeFirst()
  return row === undefined ? null : toEntry(row)
}

async function append(
  { db, now }: Store,
  entry: Omit<ConfirmationEntry, 'revision' | 'at'>,
  last: ConfirmationEntry | null,
): Promise<ConfirmationEntry> {
  const { resolution, key, cells, by, confirmed } = entry
  if (last !== null)
    await db
      .updateTable('confirmations')
      .set({ current: 0 })
      .where('resolution', '=', resolution)
      .where('key', '=', key)
      .where('current', '=', 1)
      .execute()
  const made: ConfirmationEntry = { ...entry, revision: (last?.revision ?? 0) + 1, at: now() }
  await db
    .insertInto('confirmations')
    .values({
      resolution,
      key,
      revision: made.revision,
      cells: JSON.stringify(cells),
      confirmed: Number(confirmed),
      by,
      at: made.at,
      current: 1,
    })
    .execute()
  return made
}
