import { Kysely } from 'kysely'
import {
  connect,
  emptyLog,
  lockNames,
  parseAddress,
  PATIENCE,
  type DatabaseKind,
  type Patience,
  type StoreAddress,
} from './dialect'
import { migrate, type Migrated, type Migration } from './migrate'
import { MIGRATIONS } from './migrations/migrations'
import type { Tables } from './tables'
import type { Around } from './thread-gate'

/** An open store. Inside `write` both ways lead through the transaction. */
export interface Store {
  readonly address: StoreAddress
  readonly kind: DatabaseKind
  readonly db: Kysely<Tables>
  /** Sees what was last committed, and does not wait for a transaction that is being made. */
  readonly reads: Kysely<Tables>
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string
  /** What opening did to the tables. */
  readonly migrated: Migrated
}

/** How a store is opened. */
export interface OpenOptions {
  /** The clock; the machine's unless given. */
  readonly now?: () => string
  /** Milliseconds; see PATIENCE. */
  readonly patience?: Partial<Patience>
  /** Is told every statement before it runs, without its values. */
  readonly onQuery?: (sql: string) => void
  /** Runs every call of the driver of SQLite: for a thread that may be ended. See passGate. */
  readonly around?: Around
  /** Other steps than the program's own: only a test of a coming step gives them. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens a store, a SQLite file (made where there is none, with its folder) or `postgres://…?schema=…`, and brings its tables up to date. Several programs may have it open at once. Throws
 * StoreError, and leaves nothing open.
 */
export async function openStore(address: string, options: OpenOptions = {}): Promise<Store> {
  const parsed = parseAddress(address)
  const now = options.now ?? (() => new Date().toISOString())
  const { writes, reads } = await connect(
    parsed,
    { ...PATIENCE, ...options.patience },
    options.onQuery,
    options.around,
  )
  const db = new Kysely<Tables>({ dialect: writes })
  try {
    const steps = options.migrations ?? MIGRATIONS
    const migrated = await migrate(db as unknown as Kysely<unknown>, parsed, steps, now())
    const beside = reads === null ? db : new Kysely<Tables>({ dialect: reads })
    return { address: parsed, kind: parsed.kind, db, reads: beside, now, migrated }
  } catch (error) {
    await db.destroy().catch(() => undefined)
    throw error
  }
}

/** Closes a store; what runs is waited for. */
export async function closeStore(store: Store): Promise<void> {
  if (store.reads !== store.db) await store.reads.destroy()
  // The log is as safe as the file; that it stays where another program holds it is no failure.
  await emptyLog(store.db, store.kind).catch(() => undefined)
  await store.db.destroy()
}

/**
 * Runs work in one transaction: all of it is kept when the promise resolves, nothing when it rejects. `names` are what it may change: another writer of one of them is waited for, so that what
 * is read inside stays true. Inside the work its own `store` is to be used; a `write` within it is part of it.
 */
export async function write<T>(
  store: Store,
  names: readonly string[],
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (store.db.isTransaction) {
    await lockNames(store.db, store.kind, names)
    return work(store)
  }
  return store.db.transaction().execute(async (trx) => {
    await lockNames<Tables>(trx, store.kind, names)
    return work({ ...store, db: trx, reads: trx })
  })
}
