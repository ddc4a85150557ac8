import type { Store } from '../store/database/open-store'
import { StoreError } from '../store/database/store-error'
import { listDue, takeJob, takeJobOf, type Taker } from '../store/held-jobs'
import { openMessages, sendMessages, type JobMessage } from '../store/job-messages'
import type { Job } from '../store/job-row'

/** A job that was taken; `over` is to be called when it is in nobody's hands any more. */
export interface FoundWork {
  readonly job: Job
  readonly over: () => Promise<void>
}

/** Where a worker finds its jobs. */
export interface WorkFinder {
  /** Takes the next job, or gives null where there is nothing to do for now. */
  find(): Promise<FoundWork | null>
  close(): Promise<void>
}

/** So many jobs that wait are sent a message at each sweep: those that have waited longest. */
const SWEPT = 500

/** Between two sweeps, in times of the hold: a lost message is rare. */
const SWEEP_HOLDS = 2

/** Finds jobs in a store: in a file by looking at its table, on a server by the messages that it hands out to one worker each; by its table too where the server does not let their schema be made. Rejects with StoreError. */
export async function openWork(store: Store, taker: Taker): Promise<WorkFinder> {
  if (store.kind === 'sqlite') return tableWork(store, taker)
  try {
    return await messageWork(store, taker)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'refused') return tableWork(store, taker)
    throw error
  }
}

function tableWork(store: Store, taker: Taker): WorkFinder {
  return {
    async find() {
      // A look beside the writers: an idle worker does not hold them up.
      if ((await listDue(store, 1)).length === 0) return null
      const job = await takeJob(store, taker)
      return job && { job, over: async () => undefined }
    },
    close: async () => undefined,
  }
}

/**
 * A message says that a job may be worth a look, the table what is to be done. A message whose job has ended is dropped; one whose job is held is put off until it would be free if its worker were dead; a job
 * whose message was lost gets another at the next sweep.
 */
async function messageWork(store: Store, taker: Taker): Promise<WorkFinder> {
  const messages = await openMessages(store, taker.hold)
  let swept = 0
  const sweep = async () => {
    if (Date.now() - swept < SWEEP_HOLDS * taker.hold) return
    swept = Date.now()
    await sendMessages(store, await listDue(store, SWEPT))
  }
  const take = async (message: JobMessage): Promise<FoundWork | null> => {
    const taken = await takeJobOf(store, message.job, taker)
    if (taken.kind === 'taken') return { job: taken.job, over: () => messages.drop(message) }
    if (taken.kind === 'held') await messages.postpone(message, taken.until)
    else await messages.drop(message)
    return null
  }
  return {
    async find() {
      await sweep()
      for (;;) {
        const message = await messages.next()
        if (message === null) return null
        const found = await take(message)
        if (found !== null) return found
      }
    },
    close: () => messages.close(),
  }
}
