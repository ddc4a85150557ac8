import { randomUUID } from 'node:crypto'
import type { Store } from './database/open-store'
import { write } from './database/open-store'

/** Long work; `input`, `result` and `error` are JSON, `once` a key of which there is never a second job. */
export interface JobTable {
  id: string
  kind: string
  once: string | null
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

/** A job as it is now. */
export interface Job {
  readonly id: string
  readonly kind: string
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
  readonly error: { readonly code: string; readonly detail: string } | null
  readonly queuedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** A job in a worker's hands: with the attempt, which tells it from one that was taken again. */
export type HeldJob = Pick<Job, 'id' | 'attempt'>

/** How often a job is taken before it counts as failed: one whose workers keep dying would be taken for ever. */
const MOST_ATTEMPTS = 5

const QUEUE = 'jobs'

/** Queues a job and gives its id; where `once` is given and known, that of the job which has it. */
export async function addJob(
  store: Store,
  { kind, input, once }: { readonly kind: string; readonly input: unknown; readonly once?: string },
): Promise<string> {
  return write(store, [QUEUE], async ({ db, now }) => {
    const known =
      once === undefined
        ? undefined
        : await db.selectFrom('jobs').select('id').where('once', '=', once).executeTakeFirst()
    if (known !== undefined) return known.id
    const id = randomUUID()
    const values: JobTable = {
      id,
      kind,
      once: once ?? null,
      input: JSON.stringify(input ?? null),
      state: 'queued',
      done: 0,
      total: null,
      attempt: 0,
      worker: null,
      held_until: null,
      cancel: 0,
      result: null,
      error: null,
      queued_at: now(),
      started_at: null,
      ended_at: null,
    }
    await db.insertInto('jobs').values(values).execute()
    return id
  })
}

/**
 * Takes the job that has waited longest, or one whose worker was not heard of in time, and holds it for `hold` milliseconds; null where there is nothing to do. A job that was taken five times without an end
 * fails instead, with the code `gave-up`.
 */
export async function takeJob(
  store: Store,
  {
    worker,
    hold,
    kinds,
  }: { readonly worker: string; readonly hold: number; readonly kinds?: readonly string[] },
): Promise<Job | null> {
  return write(store, [QUEUE], async ({ db, now }) => {
    const at = now()
    await db
      .updateTable('jobs')
      .set({ state: 'failed', error: JSON.stringify({ code: 'gave-up', detail: '' }), ended_at: at })
      .where('state', '=', 'running')
      .where('held_until', '<', at)
      .where('attempt', '>=', MOST_ATTEMPTS)
      .execute()
    for (;;) {
      const next = await db
        .selectFrom('jobs')
        .selectAll()
        .where((is) =>
          is.or([
            is('state', '=', 'queued'),
            is.and([is('state', '=', 'running'), is('held_until', '<', at)]),
          ]),
        )
        .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? []), '']))
        .orderBy('queued_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      if (next === undefined) return null
      const held = { state: 'running', worker, attempt: next.attempt + 1, held_until: later(at, hold) }
      const started = { ...held, started_at: next.started_at ?? at }
      // Whoever held it may have ended it this very moment, which is not undone.
      const { numUpdatedRows } = await db
        .updateTable('jobs')
        .set(started)
        .where('id', '=', next.id)
        .where('state', '=', next.state)
        .where('attempt', '=', next.attempt)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) return toJob({ ...next, ...started })
    }
  })
}

/** Tells how far a job is, and holds it for `hold` milliseconds more. `stop`: somebody has cancelled it. `lost`: it is not this worker's any more. */
export async function reportJob(
  store: Store,
  job: HeldJob,
  progress: { readonly done: number; readonly total: number | null; readonly hold: number },
): Promise<'go-on' | 'stop' | 'lost'> {
  return write(store, [`job ${job.id}`], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return 'lost'
    const { done, total, hold } = progress
    await inner.db
      .updateTable('jobs')
      .set({ done, total, held_until: later(inner.now(), hold) })
      .where('id', '=', job.id)
      .execute()
    return row.cancel === 1 ? 'stop' : 'go-on'
  })
}

/**
 * Ends a job well. `effect` writes what it has brought about, in the same transaction, so that it comes to pass once however often the job was worked on; its value is kept as the job's result. Gives
 * false, without the effect, where the job is not this worker's any more.
 */
export async function finishJob(
  store: Store,
  job: HeldJob,
  effect: (store: Store) => Promise<unknown>,
): Promise<boolean> {
  return write(store, [`job ${job.id}`], async (inner) => {
    if ((await heldRow(inner, job)) === undefined) return false
    const result = await effect(inner)
    await end(inner, job.id, 'done', { result: JSON.stringify(result ?? null) })
    return true
  })
}

/** Ends a job with what went wrong; or as cancelled, where somebody has asked for that. Gives false where it is not this worker's any more. */
export async function failJob(
  store: Store,
  job: HeldJob,
  error: { readonly code: string; readonly detail: string },
): Promise<boolean> {
  return write(store, [`job ${job.id}`], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return false
    if (row.cancel === 1) await end(inner, job.id, 'cancelled', {})
    else await end(inner, job.id, 'failed', { error: JSON.stringify(error) })
    return true
  })
}

/** Cancels a job: at once while it waits, at its next report while it runs. Gives false where it has ended or there is none. */
export async function cancelJob(store: Store, id: string): Promise<boolean> {
  return write(store, [QUEUE, `job ${id}`], async (inner) => {
    const row = await inner.db.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirst()
    if (row?.state === 'queued') await end(inner, id, 'cancelled', { cancel: 1 })
    else if (row?.state === 'running')
      await inner.db.updateTable('jobs').set({ cancel: 1 }).where('id', '=', id).execute()
    else return false
    return true
  })
}

/** A job, or null. */
export async function readJob({ reads }: Store, id: string): Promise<Job | null> {
  const row = await reads.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toJob(row)
}

/** The jobs, the latest first. */
export async function listJobs({ reads }: Store, limit = 100): Promise<readonly Job[]> {
  const rows = await reads
    .selectFrom('jobs')
    .selectAll()
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toJob)
}

function heldRow({ db }: Store, { id, attempt }: HeldJob): Promise<{ cancel: number } | undefined> {
  return db
    .selectFrom('jobs')
    .select('cancel')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst()
}

async function end({ db, now }: Store, id: string, state: JobState, more: Partial<JobTable>): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state, held_until: null, ended_at: now(), ...more })
    .where('id', '=', id)
    .execute()
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString()
}

function toJob(row: JobTable): Job {
  return {
    id: row.id,
    kind: row.kind,
    input: JSON.parse(row.input) as unknown,
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    attempt: row.attempt,
    worker: row.worker,
    heldUntil: row.held_until,
    cancel: row.cancel === 1,
    result: row.result === null ? null : (JSON.parse(row.result) as unknown),
    error: row.error === null ? null : (JSON.parse(row.error) as Job['error']),
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
