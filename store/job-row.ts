import type { Store } from './database/open-store'
import { lockNames } from './database/dialect'

/**
 * Long work; `input`, `result` and `error` are JSON, `once` a key of which there is never a second job, `parent` the job that this one is a part of. A job that runs and is held until nobody knows when has been
 * divided into parts, which are being worked on.
 */
export interface JobTable {
  id: string
  kind: string
  once: string | null
  parent: string | null
  input: string
  state: string
  done: number
  total: number | null
  attempt: number
  worker: string | null
  held_until: string | null
  cancel: number
  result: string | null
  error: string | null
  queued_at: string
  started_at: string | null
  ended_at: string | null
}

/** Where a job is: waiting, being worked on, or at one of its three ends. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** Why a job came to no good end: a code, and a detail for the person. */
export interface JobFailure {
  readonly code: string
  readonly detail: string
}

/** A job as it is now. */
export interface Job {
  readonly id: string
  readonly kind: string
  /** The job that this one is a part of. */
  readonly parent: string | null
  readonly input: unknown
  readonly state: JobState
  /** Steps done, of `total` where that is known. */
  readonly done: number
  readonly total: number | null
  /** How often it was taken. */
  readonly attempt: number
  readonly worker: string | null
  /** ISO 8601: whoever holds it loses it then, unless it is heard of before. */
  readonly heldUntil: string | null
  readonly cancel: boolean
  readonly result: unknown
  readonly error: JobFailure | null
  readonly queuedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** A job in a worker's hands: with the attempt, which tells it from one that was taken again. */
export type HeldJob = Pick<Job, 'id' | 'attempt'>

/** Milliseconds that a worker holds a job without being heard of: many times what it takes to say so, short enough for a person who waits. */
export const HOLD = 30_000

/** The name that whoever adds or takes jobs locks. */
export const QUEUE = 'jobs'

/** The name that whoever changes one job locks. */
export function jobName(id: string): string {
  return `job ${id}`
}

/** Locked, after the names above, by whoever ends a part of a job: in one order, so that nobody waits for one who waits for him. */
function partsName(id: string): string {
  return `parts of ${id}`
}

/** What has to be known of a job before it is changed, or undefined where it is not in this worker's hands any more. */
export function heldRow(
  { db }: Store,
  { id, attempt }: HeldJob,
): Promise<{ readonly cancel: number; readonly parent: string | null } | undefined> {
  return db
    .selectFrom('jobs')
    .select(['cancel', 'parent'])
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .where('held_until', 'is not', null)
    .executeTakeFirst()
}

/** Ends a job, and tells the job that it is a part of. To be called inside `write`. */
export async function endJob(
  store: Store,
  { id, parent }: { readonly id: string; readonly parent: string | null },
  state: JobState,
  more: Partial<JobTable>,
): Promise<void> {
  const { db, now } = store
  if (parent !== null) await lockNames(db, store.kind, [partsName(parent)])
  await db
    .updateTable('jobs')
    .set({ state, held_until: null, ended_at: now(), ...more })
    .where('id', '=', id)
    .execute()
  if (parent !== null) await countParts(store, parent, 1)
}

/** Counts parts that have ended; with the last of them the whole ends: cancelled where somebody has asked for that, failed with the code `parts` where so many parts have. */
export async function countParts(store: Store, id: string, ended: number): Promise<void> {
  const { db, kind } = store
  await lockNames(db, kind, [partsName(id)])
  await db
    .updateTable('jobs')
    .set((set) => ({ done: set('done', '+', ended) }))
    .where('id', '=', id)
    .execute()
  const whole = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  if (whole === undefined || whole.state !== 'running' || whole.done < (whole.total ?? 0)) return
  const { failed } = await db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number | string>().as('failed'))
    .where('parent', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  const result = JSON.stringify({ parts: whole.total ?? 0 })
  if (whole.cancel === 1) await endJob(store, whole, 'cancelled', {})
  else if (Number(failed) === 0) await endJob(store, whole, 'done', { result })
  else
    await endJob(store, whole, 'failed', { error: JSON.stringify({ code: 'parts', detail: String(failed) }) })
}

/** So many milliseconds after an instant, both ISO 8601. */
export function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString()
}

/** The job of a row. */
export function toJob(row: JobTable): Job {
  return {
    id: row.id,
    kind: row.kind,
    parent: row.parent,
    input: JSON.parse(row.input) as unknown,
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    attempt: row.attempt,
    worker: row.worker,
    heldUntil: row.held_until,
    cancel: row.cancel === 1,
    result: row.result === null ? null : (JSON.parse(row.result) as unknown),
    error: row.error === null ? null : (JSON.parse(row.error) as JobFailure),
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
