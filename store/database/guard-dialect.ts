import type { CompiledQuery, DatabaseConnection, Dialect, Driver, TransactionSettings } from 'kysely'
import { StoreError } from './store-error'
import type { Around } from './thread-gate'

/** What a guarded dialect does besides its own work. */
export interface Guard {
  /** What the driver threw, as what is thrown on. */
  readonly translate: (error: unknown) => unknown
  /** Is told every statement before it runs. */
  readonly onQuery?: (sql: string) => void
  /** Begins a transaction in another way than the dialect does. */
  readonly begin?: (connection: DatabaseConnection, settings: TransactionSettings) => Promise<void>
  /** Runs every call of the driver. */
  readonly around?: Around
  /** A value of a row as the store gives it on. */
  readonly read?: (value: unknown) => unknown
}

interface GuardedConnection extends DatabaseConnection {
  readonly inner: DatabaseConnection
}

/**
 * A dialect whose errors are translated, whichever statement they come from, and whose parameters hold nothing that a driver stumbles over: a text with U+0000, which one driver
 * cuts short and the other refuses, is refused by both; booleans, on which a driver may end the process, become 0 and 1.
 */
export function guardDialect(dialect: Dialect, guard: Guard): Dialect {
  return {
    createDriver: () => guardDriver(dialect.createDriver(), guard),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

function guardDriver(driver: Driver, guard: Guard): Driver {
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw guard.translate(error)
    }
  }
  const around: Around = guard.around ?? ((call) => call())
  const innerOf = (connection: DatabaseConnection) => (connection as GuardedConnection).inner
  return {
    init: () => watched(() => driver.init()),
    acquireConnection: () =>
      watched(async () => guardConnection(await driver.acquireConnection(), guard, watched)),
    beginTransaction: (connection, settings) =>
      watched(() => (guard.begin ?? driver.beginTransaction.bind(driver))(innerOf(connection), settings)),
    commitTransaction: (connection) =>
      watched(() => around(() => driver.commitTransaction(innerOf(connection)))),
    rollbackTransaction: async (connection) => {
      try {
        await around(() => driver.rollbackTransaction(innerOf(connection)))
      } catch {
        // The transaction is gone with its connection; what made it fail is being thrown already.
      }
    },
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => watched(() => around(() => driver.destroy())),
  }
}

function guardConnection(
  inner: DatabaseConnection,
  guard: Guard,
  watched: <T>(work: () => Promise<T>) => Promise<T>,
): GuardedConnection {
  return {
    inner,
    executeQuery: <R>(query: CompiledQuery) =>
      watched(async () => {
        guard.onQuery?.(query.sql)
        const bound = { ...query, parameters: query.parameters.map(bindable) }
        const call = () => inner.executeQuery<R>(bound)
        const result = await (guard.around === undefined ? call() : guard.around(call))
        const read = guard.read
        if (read === undefined) return result
        const rows = result.rows.map(
          (row) =>
            Object.fromEntries(
              Object.entries(row as Record<string, unknown>).map(([name, value]) => [name, read(value)]),
            ) as R,
        )
        return { ...result, rows }
      }),
    streamQuery: () => {
      throw new TypeError('The store reads in pages, not in streams')
    },
  }
}

function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  if (value === undefined) return null
  if (typeof value === 'string' && value.includes('\u0000'))
    throw new StoreError('text', value.slice(0, 40).replaceAll('\u0000', '␀'))
  return value
}
