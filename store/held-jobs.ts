import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { sendMessages } from './job-messages'
import {
  endJob,
  heldRow,
  jobName,
  later,
  QUEUE,
  toJob,
  type HeldJob,
  type Job,
  type JobFailure,
  type JobTable,
} from './job-row'

/** Who takes a job, for how many milliseconds, and of which kinds; of all unless given. */
export interface Taker {
  readonly worker: string
  readonly hold: number
  readonly kinds?: readonly string[]
}

/** What became of the wish to take a certain job: it is held by somebody, or not of the taker's kinds, and may be asked for again `until` then; or there is nothing to do any more. */
export type TakenJob =
  | { readonly kind: 'taken'; readonly job: Job }
  | { readonly kind: 'held'; readonly until: string }
  | { readonly kind: 'over' }

/** How often a job is taken before it counts as failed: one whose workers keep dying would be taken for ever. */
export const MOST_ATTEMPTS = 5

/**
 * Takes the job that has waited longest, or one whose worker was not heard of in time, and holds it for `hold` milliseconds; null where there is nothing to do. A job that was taken five times without an end
 * fails instead, with the code `gave-up`.
 */
export async function takeJob(store: Store, taker: Taker): Promise<Job | null> {
  return write(store, [QUEUE], async (inner) => {
    const at = inner.now()
    await giveUp(inner, at)
    for (;;) {
      const next = await dueJobs(inner, at, taker.kinds).limit(1).executeTakeFirst()
      if (next === undefined) return null
      const job = await holdJob(inner, next, taker, at)
      if (job !== null) return job
    }
  })
}

/** Takes a certain job as takeJob does. */
export async function takeJobOf(store: Store, id: string, taker: Taker): Promise<TakenJob> {
  return write(store, [jobName(id)], async (inner): Promise<TakenJob> => {
    const at = inner.now()
    await giveUp(inner, at, id)
    const row = await inner.db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
    const lives = row?.state === 'queued' || (row?.state === 'running' && row.held_until !== null)
    if (row === undefined || !lives) return { kind: 'over' }
    if (taker.kinds?.includes(row.kind) === false) return { kind: 'held', until: later(at, taker.hold) }
    if (row.state === 'running' && row.held_until !== null && row.held_until >= at)
      return { kind: 'held', until: row.held_until }
    const job = await holdJob(inner, row, taker, at)
    return job === null ? { kind: 'held', until: later(at, taker.hold) } : { kind: 'taken', job }
  })
}

/** The ids of jobs that could be taken now, the longest waiting first. Reads only. */
export async function listDue({ reads, now }: Store, limit: number): Promise<readonly string[]> {
  const rows = await dueJobs({ db: reads }, now()).limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** Tells how far a job is, and holds it for `hold` milliseconds more. `stop`: somebody has cancelled it. `lost`: it is not this worker's any more. */
export async function reportJob(
  store: Store,
  job: HeldJob,
  progress: { readonly done: number; readonly total: number | null; readonly hold: number },
): Promise<'go-on' | 'stop' | 'lost'> {
  return write(store, [jobName(job.id)], async (inner) => {
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
  return write(store, [jobName(job.id)], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return false
    const result = await effect(inner)
    await endJob(inner, { ...row, id: job.id }, 'done', { result: JSON.stringify(result ?? null) })
    return true
  })
}

/** Ends a job with what went wrong; or as cancelled, where somebody has asked for that. Gives false where it is not this worker's any more. */
export async function failJob(store: Store, job: HeldJob, error: JobFailure): Promise<boolean> {
  return write(store, [jobName(job.id)], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return false
    const own = { ...row, id: job.id }
    if (row.cancel === 1) await endJob(inner, own, 'cancelled', {})
    else await endJob(inner, own, 'failed', { error: JSON.stringify(error) })
    return true
  })
}

/** Gives a job back undone: it waits again, in its old place. Gives false where it is not this worker's any more. */
export async function releaseJob(store: Store, job: HeldJob): Promise<boolean> {
  return write(store, [jobName(job.id)], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return false
    if (row.cancel === 1) {
      await endJob(inner, { ...row, id: job.id }, 'cancelled', {})
      return true
    }
    const waiting = { state: 'queued', worker: null, held_until: null, done: 0 }
    await inner.db.updateTable('jobs').set(waiting).where('id', '=', job.id).execute()
    await sendMessages(inner, [job.id])
    return true
  })
}

/** What waits, and what is held by a worker that was not heard of in time. */
function dueJobs({ db }: Pick<Store, 'db'>, at: string, kinds?: readonly string[]) {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where((is) =>
      is.or([is('state', '=', 'queued'), is.and([is('state', '=', 'running'), is('held_until', '<', at)])]),
    )
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? []), '']))
    .orderBy('queued_at')
    .orderBy('id')
}

async function giveUp(inner: Store, at: string, id?: string): Promise<void> {
  const lost = await inner.db
    .selectFrom('jobs')
    .select(['id', 'parent'])
    .where('state', '=', 'running')
    .where('held_until', '<', at)
    .where('attempt', '>=', MOST_ATTEMPTS)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('parent')
    .execute()
  for (const one of lost)
    await endJob(inner, one, 'failed', { error: JSON.stringify({ code: 'gave-up', detail: '' }) })
}

/** Null where whoever held it has ended it this very moment, which is not undone, or another has taken it. */
async function holdJob({ db }: Store, row: JobTable, taker: Taker, at: string): Promise<Job | null> {
  const held = {
    state: 'running',
    worker: taker.worker,
    attempt: row.attempt + 1,
    held_until: later(at, taker.hold),
    started_at: row.started_at ?? at,
  }
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set(held)
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('attempt', '=', row.attempt)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? toJob({ ...row, ...held }) : null
}
