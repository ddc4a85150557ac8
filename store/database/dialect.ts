import { accessSync, closeSync, constants, mkdirSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import {
  CompiledQuery,
  PostgresDialect,
  SqliteDialect,
  sql,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
} from 'kysely'
import type Libsql from 'libsql'
import type { Connection, PoolClient, QueryConfig } from 'pg'
import { guardDialect } from './guard-dialect'
import { StoreError } from './store-error'
import type { Around } from './thread-gate'

/*
 * All that differs between the two databases.
 */

/** The databases that a store can live in. */
export type DatabaseKind = 'sqlite' | 'postgres'

/** Where a store is: a file, or a server and a schema of its own in one of its databases. `url` holds no `schema` any more. */
export type StoreAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'postgres'
      readonly url: string
      readonly schema: string
      /** Host and database without user and password, for messages. */
      readonly shown: string
    }

/** How long is waited, in milliseconds. */
export interface Patience {
  /** For another writer of the same row or file. */
  readonly lock: number
  /** For one statement; PostgreSQL only. */
  readonly statement: number
  /** For a connection; PostgreSQL only. */
  readonly connect: number
}

/** Five seconds for locks and connections: longer than any transaction of ours, shorter than a reader's patience. A statement may take longer, for exports. */
export const PATIENCE: Patience = { lock: 5_000, statement: 30_000, connect: 5_000 }

/** Two ways into one database: for writing, and for reading beside a writer; PostgreSQL has one for both. */
export interface Dialects {
  readonly writes: Dialect
  readonly reads: Dialect | null
}

/** `application_id` of our SQLite files: `Conc` in ASCII. */
const APPLICATION = 0x436f6e63

/** The oldest PostgreSQL, as `server_version_num`. */
const OLDEST_SERVER = 150_000

/** Name of the type that holds bytes. */
export const BYTES: Readonly<Record<DatabaseKind, 'blob' | 'bytea'>> = { sqlite: 'blob', postgres: 'bytea' }

/**
 * Reads an address: `postgres://…` or `postgresql://…`, with `?schema=…` where the schema is not to be `concordance`; `file:…`; else a path. Throws StoreError `address` for any other
 * scheme, and for a schema whose name is not of small letters, digits and `_`.
 */
export function parseAddress(address: string): StoreAddress {
  if (/^postgres(?:ql)?:\/\//u.test(address)) {
    const url = URL.canParse(address) ? new URL(address) : null
    const schema = url?.searchParams.get('schema') ?? 'concordance'
    if (url === null || !/^[a-z_][a-z0-9_]{0,62}$/u.test(schema)) throw new StoreError('address', '')
    url.searchParams.delete('schema')
    return { kind: 'postgres', url: url.href, schema, shown: `${url.host}${url.pathname}` }
  }
  const scheme = /^([a-z][a-z0-9+.-]+):/iu.exec(address)?.[1]
  if (address === '' || (scheme !== undefined && scheme !== 'file'))
    throw new StoreError('address', scheme ?? '')
  return { kind: 'sqlite', file: path.resolve(address.replace(/^file:(?:\/\/)?/u, '')) }
}

/** Opens the ways into a database; `around` runs every call of SQLite's driver. Throws StoreError where a file cannot be a store's; a server is only called by the first statement. */
export async function connect(
  address: StoreAddress,
  patience: Patience,
  onQuery?: (sql: string) => void,
  around: Around = (call) => call(),
): Promise<Dialects> {
  const guard = { translate: (error: unknown) => translate(address, error), onQuery }
  if (address.kind === 'postgres') {
    return { writes: guardDialect(await postgresDialect(address, patience), guard), reads: null }
  }
  prepareFile(address.file)
  const Database = await loadDriver()
  const open = (readOnly: boolean) => {
    let opened: Libsql.Database | null = null
    const database = () =>
      untilFree(
        patience.lock,
        async () => (opened = around(() => openFile(Database, address.file, readOnly))),
      )
    return guardDialect(new SqliteDialect({ database }), {
      ...guard,
      around,
      // A transaction that reads before it writes would fail instead of waiting where another program wrote in between. And the driver's prepared statements
      // stay in progress after SQLITE_BUSY, so that nothing can be committed afterwards: `exec` ends its own.
      begin: async (connection, { isolationLevel }) => {
        if (isolationLevel === 'repeatable read') await around(() => run(connection, 'begin'))
        else await untilFree(patience.lock, async () => around(() => opened?.exec('begin immediate')))
      },
      read: (value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value),
    })
  }
  return { writes: open(false), reads: open(true) }
}

/** Whatever a driver threw, as a StoreError where its cause is outside the program; else as it is. */
export function translate(address: StoreAddress, error: unknown): unknown {
  // Told by its shape: an error of the network may come from another realm, where `Error` is another class.
  if (error instanceof StoreError || typeof error !== 'object' || error === null) return error
  const { code: given, message } = error as { readonly code?: unknown; readonly message?: unknown }
  const code = typeof given === 'string' ? given : ''
  const table = address.kind === 'sqlite' ? SQLITE_CODES : POSTGRES_CODES
  const found = table.find(([pattern]) => pattern.test(`${code} ${String(message)}`))
  if (found === undefined) return error
  return new StoreError(found[1], address.kind === 'sqlite' ? address.file : address.shown, error)
}

/** Result codes of SQLite (sqlite.org/rescode.html); without one, what the driver says where a file cannot be opened. */
const SQLITE_CODES: readonly (readonly [RegExp, StoreError['code']])[] = [
  [/^SQLITE_NOTADB/u, 'not-a-database'],
  [/^SQLITE_CORRUPT/u, 'damaged'],
  [/^SQLITE_READONLY/u, 'read-only'],
  [/^SQLITE_(?:BUSY|LOCKED)/u, 'locked'],
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u, 'full'],
  [/^(?:EACCES|EPERM|EROFS)/u, 'read-only'],
  [/^(?:SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/u, 'input-output'],
  [/ConnectionFailed/u, 'input-output'],
]

/** SQLSTATE of PostgreSQL (appendix A of its manual), system errors of the network, and what the client says in words only. */
const POSTGRES_CODES: readonly (readonly [RegExp, StoreError['code']])[] = [
  [/connection timeout|Query read timeout/u, 'slow'],
  [/^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ENOENT|EHOSTUNREACH|ENETUNREACH) /u, 'away'],
  [/^(?:08[0-9A-Z]{3}|57P0[1-3]|53300) /u, 'away'],
  [/(?:Connection terminated|Client has encountered a connection error|connection is closed)/iu, 'away'],
  [/^(?:57014|ETIMEDOUT) |timeout exceeded|timeout expired/u, 'slow'],
  [/^(?:55P03|40P01|40001) /u, 'locked'],
  [/^(?:28[0-9A-Z]{3}|3D000|42501) /u, 'refused'],
  [/^(?:53100|53200) /u, 'full'],
  [/^25006 /u, 'read-only'],
  [/^(?:58030|XX00[12]) /u, 'damaged'],
]

/**
 * Makes the rest of a transaction wait for others that hold one of the names, until it ends. In SQLite a transaction that writes is alone already. Names are locked in one order, so that two
 * writers never wait for each other.
 */
export async function lockNames<T>(
  db: Kysely<T>,
  kind: DatabaseKind,
  names: readonly string[],
): Promise<void> {
  if (kind === 'sqlite') return
  for (const name of [...new Set(names)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ${name}, 0))`.execute(
      db,
    )
}

/** Makes sure that the database is one that a store can be in, before its tables are looked at. Throws StoreError `old-server`. */
export async function prepareDatabase<T>(db: Kysely<T>, address: StoreAddress): Promise<void> {
  if (address.kind === 'postgres') {
    const { rows } = await sql<{ version: string; schema: string | null }>`
      select current_setting('server_version_num') as version, to_regnamespace(${address.schema})::text as schema
    `.execute(db)
    if (Number(rows[0]?.version) < OLDEST_SERVER) throw new StoreError('old-server', rows[0]?.version ?? '')
    if (rows[0]?.schema !== null) return
    try {
      await sql`create schema if not exists ${sql.id(address.schema)}`.execute(db)
    } catch (error) {
      // Of two programs that make it at the same moment, one fails although it is there.
      if ((error as { readonly code?: unknown }).code !== '23505') throw error
    }
  }
}

/** Marks a new database as ours, inside the transaction that makes its first tables. */
export async function markDatabase<T>(db: Kysely<T>, kind: DatabaseKind): Promise<void> {
  if (kind === 'sqlite') await sql`pragma application_id = ${sql.lit(APPLICATION)}`.execute(db)
}

/** Names of the tables of the store's file or schema, in order. */
export async function tableNames<T>(db: Kysely<T>, kind: DatabaseKind): Promise<readonly string[]> {
  const { rows } =
    kind === 'sqlite'
      ? await sql<{ name: string }>`
          select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name
        `.execute(db)
      : await sql<{ name: string }>`
          select tablename as name from pg_tables where schemaname = current_schema() order by tablename
        `.execute(db)
  return rows.map(({ name }) => name)
}

/** What the database says of its own health: lines on what is damaged, none where all is well. PostgreSQL watches its own pages, so it has nothing to say here. */
export async function checkIntegrity<T>(db: Kysely<T>, kind: DatabaseKind): Promise<readonly string[]> {
  if (kind === 'postgres') return []
  const health = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const keys = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...health.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...keys.rows.map(({ table, parent }) => `${table} → ${parent}`),
  ]
}

/** Version of the database program, and where the store is. */
export async function describeDatabase<T>(db: Kysely<T>, kind: DatabaseKind): Promise<string> {
  const { rows } =
    kind === 'sqlite'
      ? await sql<{ version: string }>`select sqlite_version() as version`.execute(db)
      : await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
  return `${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'} ${rows[0]?.version ?? ''}`
}

/** Writes the whole SQLite database, as it is at this moment, to a new file. Must not run inside a transaction. */
export async function vacuumInto<T>(db: Kysely<T>, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db)
}

/** Brings what the log beside a SQLite file holds into the file, as far as no other program is reading it. PostgreSQL has no such file. */
export async function emptyLog<T>(db: Kysely<T>, kind: DatabaseKind): Promise<void> {
  if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

function prepareFile(file: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    accessSync(path.dirname(file), constants.W_OK)
    // For a file that may only be read the database would open it so, and fail at the first write.
    closeSync(openSync(file, 'a'))
    if (!startsLikeDatabase(file)) throw new StoreError('not-a-database', file)
  } catch (error) {
    const code = (error as { readonly code?: unknown }).code
    if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR')
      throw new StoreError('not-a-database', file, error)
    throw translate({ kind: 'sqlite', file }, error)
  }
}

/** The header that every SQLite file begins with (sqlite.org/fileformat.html); an empty file is a database without tables. */
function startsLikeDatabase(file: string): boolean {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    const length = readSync(handle, head, 0, 16, 0)
    return length === 0 || head.toString('latin1') === 'SQLite format 3\u0000'
  } finally {
    closeSync(handle)
  }
}

async function loadDriver(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default
  } catch (error) {
    throw new StoreError('driver', `${process.platform}-${process.arch}`, error)
  }
}

/** Milliseconds that the driver itself waits for a file: what another program's checkpoint may take. */
const BUSY = 50

/** Milliseconds between two attempts to begin: about one commit of another writer. */
const PAUSE = 5

function openFile(Database: typeof Libsql, file: string, readOnly: boolean): Libsql.Database {
  const database = new Database(file)
  try {
    database.exec(`pragma busy_timeout = ${BUSY}`)
    database.exec('pragma foreign_keys = on')
    // Before anything is changed: another program's database stays as it is.
    const [mark] = database.prepare('pragma application_id').all() as { application_id: number }[]
    const tables = database.prepare('select 1 from sqlite_master limit 1').all()
    if (mark?.application_id !== APPLICATION && tables.length > 0)
      throw new StoreError('not-a-database', file)
    if (readOnly) {
      database.exec('pragma query_only = on')
    } else {
      database.prepare('pragma journal_mode = wal').all()
      database.exec('pragma synchronous = full')
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Tries again while another program holds the file, for so many milliseconds, and lets everything else run in between: the driver's own waiting would hold up this very process, and with it
 * whoever is to let go of the file where that is the same process.
 */
async function untilFree<T>(patience: number, work: () => Promise<T>): Promise<T> {
  for (const start = Date.now(); ;) {
    try {
      return await work()
    } catch (error) {
      const busy = /^SQLITE_(?:BUSY|LOCKED)/u.test(String((error as { readonly code?: unknown }).code))
      if (!busy || Date.now() - start > patience) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

async function postgresDialect(
  { url, schema }: Extract<StoreAddress, { kind: 'postgres' }>,
  { lock, statement, connect: connecting }: Patience,
): Promise<Dialect> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connecting,
    // The server ends a statement that takes too long; where nothing comes from it any more, not even that, waiting ends here.
    query_timeout: statement + connecting,
    // A connection that nobody uses must not keep a command from ending.
    allowExitOnIdle: true,
    // Here and not when a connection is taken: one on which this fails is thrown away, so that it cannot fill the pool.
    onConnect: async (client) => {
      await client.query({
        text: `select set_config('search_path', $1, false), set_config('lock_timeout', $2, false), set_config('statement_timeout', $3, false)`,
        values: [schema, String(lock), String(statement)],
        query_timeout: connecting,
      } as QueryConfig)
    },
  })
  // A connection that ends while nothing waits for it is told here only; the next statement opens another one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    dropWhenSilent(client)
  })
  return new PostgresDialect({
    pool: { connect: () => pool.connect(), end: () => noLongerThan(connecting, pool.end()) },
  })
}

/** Cuts a connection on which an answer did not come in time: whatever is asked there next, a rollback first of all, would wait behind it. */
function dropWhenSilent(client: PoolClient): void {
  const ask = client.query.bind(client) as (...given: readonly unknown[]) => unknown
  const watched = (...given: readonly unknown[]) => {
    const asked = ask(...given)
    if (asked instanceof Promise)
      asked.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout')
          (client as unknown as { readonly connection: Connection }).connection.stream.destroy()
      })
    return asked
  }
  client.query = watched as PoolClient['query']
}

/** Waits for an end, but not for ever: a server that is silent does not answer a farewell either. */
async function noLongerThan(patience: number, end: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)))
  try {
    await Promise.race([end, over])
  } finally {
    clearTimeout(timer)
  }
}

async function run(connection: DatabaseConnection, text: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(text))
}
