import { sql, CompiledQuery, type Kysely } from 'kysely'
import type PgBoss from 'pg-boss'
import { sha256 } from './content-hash'
import type { Tables } from './database/tables'
import type { Store } from './database/open-store'

/** A message that says of a job that it may be worth a look: the table `jobs` alone says what is to be done. */
export interface JobMessage {
  readonly id: string
  readonly job: string
}

/** The messages of a store on a server. */
export interface JobMessages {
  /** The next message, which nobody else gets before `hold` has passed; null where there is none. */
  next(): Promise<JobMessage | null>
  /** Ends a message. */
  drop(message: JobMessage): Promise<void>
  /** Ends a message and sends another that comes no earlier than at an instant (ISO 8601). */
  postpone(message: JobMessage, until: string): Promise<void>
  close(): Promise<void>
}

/** The library's name for the one queue that there is. */
const NAME = 'jobs'

/** How often a message whose receiver dies is handed out again; after that the sweep sends another. */
const RETRIES = 10

/** Seconds after which the library moves ended messages out of the way, and days after which they go. */
const KEPT = { archiveCompletedAfterSeconds: 3600, deleteAfterDays: 1 }

/**
 * Sends a message of each of these jobs, in the transaction of the store given; to SQLite there is none, and neither to a server on which nothing has ever worked on jobs: whoever begins to does looks for what
 * waits. A job that has an unread message gets no second one.
 */
export async function sendMessages(store: Store, ids: readonly string[], until?: string): Promise<void> {
  if (store.kind !== 'postgres' || ids.length === 0) return
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass(${`${schemaOf(store)}.job`})::text as found
  `.execute(store.db)
  if (rows[0]?.found == null) return
  const boss = await makeBoss(store, {})
  await boss.insert(
    ids.map((job) => ({ name: NAME, data: { job }, singletonKey: job, ...(until && { startAfter: until }) })),
  )
}

/**
 * Opens the messages of a store on a server: their tables are made where there are none, in a schema beside the store's own. A message that was handed out and not dropped within `hold` milliseconds is handed out
 * again, so that a job whose worker died is looked at by another.
 */
export async function openMessages(store: Store, hold: number): Promise<JobMessages> {
  const seconds = Math.max(1, Math.ceil(hold / 1000))
  const boss = await makeBoss(store, {
    supervise: true,
    maintenanceIntervalSeconds: Math.max(1, Math.floor(seconds / 2)),
  })
  await boss.start()
  const queue = { name: NAME, policy: 'short', retryLimit: RETRIES, expireInSeconds: seconds } as const
  await boss.createQueue(NAME, { ...queue })
  await boss.updateQueue(NAME, { ...queue })
  return {
    async next() {
      const [message] = await boss.fetch<{ readonly job: string }>(NAME)
      return message === undefined ? null : { id: message.id, job: message.data.job }
    },
    async drop({ id }) {
      await boss.complete(NAME, id)
    },
    async postpone({ id, job }, until) {
      await store.db.transaction().execute(async (trx) => {
        await boss.complete(NAME, id, {}, { db: executor(trx) })
        await sendMessages({ ...store, db: trx, reads: trx }, [job], until)
      })
    },
    close: () => boss.stop({ graceful: false }),
  }
}

async function makeBoss(store: Store, options: PgBoss.MaintenanceOptions): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    db: executor(store.db),
    schema: schemaOf(store),
    schedule: false,
    supervise: false,
    ...KEPT,
    ...options,
  })
  // What fails in the background is tried again there; what a person has to know fails in the foreground as well.
  boss.on('error', () => undefined)
  return boss
}

/** The library allows 50 characters, PostgreSQL 63. */
function schemaOf({ address }: Store): string {
  const own = address.kind === 'postgres' ? address.schema : ''
  return own.length <= 44 ? `${own}_queue` : `queue_${sha256(own).slice(0, 32)}`
}

/** The store's own connections, so that a message goes with the transaction in which it is sent, and errors are translated as everywhere. */
function executor(db: Kysely<Tables>): PgBoss.Db {
  const run = async (on: Kysely<Tables>, text: string, values: readonly unknown[]) => {
    const { rows } = await on.executeQuery(CompiledQuery.raw(text, [...values]))
    return { rows: [...rows] }
  }
  return {
    executeSql: (text, values) => {
      if (db.isTransaction || (values ?? []).length > 0) return run(db, text, values ?? [])
      return db.connection().execute(async (own) => {
        try {
          return await run(own, text, [])
        } catch (error) {
          // Its scripts bring a transaction of their own, which the connection must not be left in.
          await run(own, 'rollback', []).catch(() => undefined)
          throw error
        }
      })
    },
  }
}
