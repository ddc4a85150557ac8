import { randomUUID } from 'node:crypto'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { sendMessages } from './job-messages'
import {
  countParts,
  endJob,
  heldRow,
  jobName,
  QUEUE,
  toJob,
  type HeldJob,
  type Job,
  type JobTable,
} from './job-row'

/** A job to queue: of one with the key `once` there is never a second; of one that is to be `alone` there is none of the same kind and input that has not ended. */
export interface NewJob {
  readonly kind: string
  readonly input: unknown
  readonly once?: string
  readonly alone?: boolean
}

/** Which jobs are listed: `top` without those that are parts of others, `parents` the parts of these; `states` in these states, `kind` of this kind; those that come `after` one in the list; 100 of them unless `limit` says otherwise. */
export interface JobFilter {
  readonly top?: boolean
  readonly parents?: readonly string[]
  readonly states?: readonly Job['state'][]
  readonly kind?: string
  readonly after?: Pick<Job, 'queuedAt' | 'id'>
  readonly limit?: number
}

/** Queues a job and gives its id; where `once` is given and known, or one that is to be alone is not, that of the job which is there. On a server its message is sent in the same transaction. */
export async function addJob(store: Store, job: NewJob): Promise<string> {
  return write(store, [QUEUE], async (inner) => {
    const known = await knownJob(inner, job)
    if (known !== undefined) return known.id
    const id = await insertJob(inner, job, null)
    await sendMessages(inner, [id])
    return id
  })
}

/**
 * Divides a job that is held into parts, queued as jobs of their own in the same transaction; it goes on running, in nobody's hands, until all of them have ended. Without parts it is done at once. Gives false,
 * and adds nothing, where the job is not this worker's any more.
 */
export async function divideJob(
  store: Store,
  job: HeldJob,
  partsOf: (store: Store) => Promise<readonly NewJob[]>,
): Promise<boolean> {
  return write(store, [QUEUE, jobName(job.id)], async (inner) => {
    const row = await heldRow(inner, job)
    if (row === undefined) return false
    const parts = row.cancel === 1 ? [] : await partsOf(inner)
    const ids: string[] = []
    for (const part of parts) {
      if ((await knownJob(inner, part)) === undefined) ids.push(await insertJob(inner, part, job.id))
    }
    await inner.db
      .updateTable('jobs')
      .set({ done: 0, total: ids.length, held_until: null })
      .where('id', '=', job.id)
      .execute()
    await sendMessages(inner, ids)
    await countParts(inner, job.id, 0)
    return true
  })
}

/** Cancels a job with its parts: at once what waits, at its next report what runs. Gives false where it has ended or there is none. */
export async function cancelJob(store: Store, id: string): Promise<boolean> {
  return write(store, [QUEUE, jobName(id)], async (inner) => {
    const { db, now } = inner
    const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
    if (row?.state === 'queued') await endJob(inner, row, 'cancelled', { cancel: 1 })
    else if (row?.state === 'running') {
      await db.updateTable('jobs').set({ cancel: 1 }).where('id', '=', id).execute()
      if (row.held_until !== null) return true
      const { numUpdatedRows } = await db
        .updateTable('jobs')
        .set({ state: 'cancelled', cancel: 1, ended_at: now() })
        .where('parent', '=', id)
        .where('state', '=', 'queued')
        .executeTakeFirst()
      await db
        .updateTable('jobs')
        .set({ cancel: 1 })
        .where('parent', '=', id)
        .where('state', '=', 'running')
        .execute()
      await countParts(inner, id, Number(numUpdatedRows))
    } else return false
    return true
  })
}

/** A job, or null. */
export async function readJob({ reads }: Store, id: string): Promise<Job | null> {
  const row = await reads.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toJob(row)
}

/** Jobs, the latest first. */
export async function listJobs(
  { reads }: Store,
  { top = false, parents, states, kind, after, limit = 100 }: JobFilter = {},
): Promise<readonly Job[]> {
  const rows = await reads
    .selectFrom('jobs')
    .selectAll()
    .$if(top, (query) => query.where('parent', 'is', null))
    .$if(parents !== undefined, (query) => query.where('parent', 'in', [...(parents ?? []), '']))
    .$if(states !== undefined, (query) => query.where('state', 'in', [...(states ?? [])]))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((is) =>
        is.or([
          is('queued_at', '<', after?.queuedAt ?? ''),
          is.and([is('queued_at', '=', after?.queuedAt ?? ''), is('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toJob)
}

function knownJob({ db }: Store, { once, alone, kind, input }: NewJob): Promise<{ id: string } | undefined> {
  const query = db.selectFrom('jobs').select('id')
  if (once !== undefined) return query.where('once', '=', once).executeTakeFirst()
  if (alone !== true) return Promise.resolve(undefined)
  return query
    .where('state', 'in', ['queued', 'running'])
    .where('kind', '=', kind)
    .where('input', '=', JSON.stringify(input ?? null))
    .where('cancel', '=', 0)
    .executeTakeFirst()
}

async function insertJob({ db, now }: Store, job: NewJob, parent: string | null): Promise<string> {
  const id = randomUUID()
  const values: JobTable = {
    id,
    kind: job.kind,
    once: job.once ?? null,
    parent,
    input: JSON.stringify(job.input ?? null),
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
}
