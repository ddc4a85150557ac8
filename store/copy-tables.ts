import { sql } from 'kysely'
import type { Store } from './database/open-store'
import { TABLE_KEYS, type Tables } from './database/tables'
import { inChunks } from './in-chunks'

/** Rows of one read: of documents, whose bytes are in it, that is enough. */
const PAGE = 200

/** The names of all tables, none before one that it refers to. */
export const TABLE_NAMES = Object.keys(TABLE_KEYS) as readonly (keyof Tables)[]

/** A row of any table, as the database gives it. */
export type AnyRow = Readonly<Record<string, unknown>>

/** All rows of a table, in pages, in order of its primary key as bytes, which is the same in every database. To be called inside a transaction that sees one state. */
export async function* readPages(
  { db, kind }: Store,
  table: keyof Tables,
): AsyncGenerator<readonly AnyRow[]> {
  const keys: readonly string[] = TABLE_KEYS[table]
  // A server sorts text by the language of its own; SQLite by bytes.
  const order = sql.join(
    keys.map((key) =>
      kind === 'postgres' && !NUMBERS.has(key) ? sql`${sql.ref(key)} collate "C"` : sql.ref(key),
    ),
  )
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await sql<AnyRow>`
      select * from ${sql.table(table)} order by ${order} limit ${sql.lit(PAGE)} offset ${sql.lit(offset)}
    `.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['position', 'revision'])

/** Puts rows into a table. To be called inside `write`. */
export async function insertRowsInto(
  { db }: Store,
  table: keyof Tables,
  rows: readonly AnyRow[],
): Promise<void> {
  for (const chunk of inChunks(rows)) {
    const columns = Object.keys(chunk[0]!)
    const values = chunk.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
      db,
    )
  }
}

/** Runs work that sees one state of the store from beginning to end, while others may write. */
export function readOneState<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  return store.reads
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => work({ ...store, db: trx, reads: trx }))
}

/** Whether nothing is in any table. */
export async function isEmpty({ db }: Store): Promise<boolean> {
  for (const table of TABLE_NAMES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}
