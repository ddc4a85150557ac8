import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import {
  lockNames,
  markDatabase,
  prepareDatabase,
  tableNames,
  vacuumInto,
  type DatabaseKind,
  type StoreAddress,
} from './dialect'
import { StoreError } from './store-error'

/** One step of the tables' history. A step that has been shipped is never changed: a later one mends it. */
export interface Migration {
  /** From 1, without gaps. */
  readonly number: number
  readonly name: string
  /** Names of the tables that it makes. */
  readonly makes: readonly string[]
  /** Runs inside a transaction with all other steps that are due. */
  readonly up: (db: Kysely<unknown>, kind: DatabaseKind) => Promise<void>
}

/** The steps of a database so far, and the file that was kept of it before, where there was anything to keep. */
export interface Migrated {
  readonly from: number
  readonly to: number
  readonly backup: string | null
}

interface MigrationTables {
  readonly migrations: { readonly number: number; readonly name: string; readonly at: string }
}

/**
 * Brings the tables to the last step, in one transaction in which no other program migrates; a SQLite file that has steps already is copied beside itself first. Throws
 * StoreError: `newer` for steps that this program does not know, `half-migrated` for records with gaps or without their tables, `not-a-database`, `old-server`.
 */
export async function migrate(
  db: Kysely<unknown>,
  address: StoreAddress,
  steps: readonly Migration[],
  now: string,
): Promise<Migrated> {
  const known = db as unknown as Kysely<MigrationTables>
  await prepareDatabase(known, address)
  // In one state: another program that brings the tables up to date meanwhile is seen whole or not at all.
  const stepsNow = () =>
    known
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => readSteps(trx, address, steps))
  const before = await stepsNow()
  if (before === steps.length) return { from: before, to: before, backup: null }
  const backup =
    before > 0 && address.kind === 'sqlite' ? await keepCopy(known, address.file, before, stepsNow) : null
  const from = await known.transaction().execute(async (trx) => {
    await lockNames<MigrationTables>(trx, address.kind, ['migrations'])
    const done = await readSteps(trx, address, steps)
    if (done === 0 && steps.length > 0) await makeRecords(trx, address.kind)
    for (const { number, name, up } of steps.slice(done)) {
      await up(trx as unknown as Kysely<unknown>, address.kind)
      await trx.insertInto('migrations').values({ number, name, at: now }).execute()
    }
    return done
  })
  return { from, to: steps.length, backup }
}

async function makeRecords(db: Kysely<MigrationTables>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('migrations')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await markDatabase(db, kind)
}

/** How many steps the database has behind it. */
async function readSteps(
  db: Kysely<MigrationTables>,
  address: StoreAddress,
  steps: readonly Migration[],
): Promise<number> {
  const tables = new Set(await tableNames(db, address.kind))
  const shown = address.kind === 'sqlite' ? address.file : address.shown
  const all = steps.flatMap(({ makes }) => makes)
  if (!tables.has('migrations')) {
    if (all.some((name) => tables.has(name))) throw new StoreError('half-migrated', shown)
    return 0
  }
  const done = await db.selectFrom('migrations').select(['number', 'name']).orderBy('number').execute()
  if (done.some(({ number }) => number > steps.length)) throw new StoreError('newer', shown)
  const fits = done.every(({ number, name }, k) => number === k + 1 && name === steps[k]?.name)
  const made = steps.slice(0, done.length).flatMap(({ makes }) => makes)
  if (!fits || done.length === 0 || made.some((name) => !tables.has(name)))
    throw new StoreError('half-migrated', shown)
  return done.length
}

/**
 * A whole copy under its last name, or none: a copy that was broken off never looks like one that can be gone back to. Null where another program has brought the tables up to date
 * meanwhile: what was copied may be of the time after.
 */
async function keepCopy(
  db: Kysely<MigrationTables>,
  file: string,
  step: number,
  stepsNow: () => Promise<number>,
): Promise<string | null> {
  const copy = `${file}.before-${String(step + 1).padStart(4, '0')}`
  const unfinished = `${copy}.${randomUUID()}`
  try {
    await vacuumInto(db, unfinished)
    if ((await stepsNow()) !== step) return null
    await rename(unfinished, copy)
    return copy
  } finally {
    await rm(unfinished, { force: true })
  }
}
