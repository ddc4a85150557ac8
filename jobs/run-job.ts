import { isPassing, StoreError } from '../store/database/store-error'
import { failJob, MOST_ATTEMPTS } from '../store/held-jobs'
import type { Job } from '../store/job-row'
import { HANDLERS } from './handlers/handlers'
import type { JobContext, JobHandler } from './handlers/job-handler'
import { failureOf, JobError, OutdatedError } from './job-error'

/**
 * What became of a held job: it has ended, well or not; it was stopped, and is held still; it is not this worker's any more; or the store cannot be used for the time being, so that it is held until nobody has
 * heard of it for too long, and is taken again.
 */
export type JobOutcome = 'ended' | 'stopped' | 'lost' | 'later'

/** How often a job begins anew where people change the very texts meanwhile. */
const BEGINNINGS = 5

/** Works on a held job with the handler of its kind. Never rejects. */
export async function runJob(
  job: Job,
  context: JobContext,
  handlers: readonly JobHandler[] = HANDLERS,
): Promise<JobOutcome> {
  const { store, signal } = context
  try {
    return (await workOn(job, context, handlers)) ? 'ended' : 'lost'
  } catch (error) {
    if (signal.aborted) return 'stopped'
    if (error instanceof StoreError && isPassing(error) && job.attempt < MOST_ATTEMPTS) return 'later'
    try {
      return (await failJob(store, job, failureOf(error))) ? 'ended' : 'lost'
    } catch {
      return 'later'
    }
  }
}

async function workOn(job: Job, context: JobContext, handlers: readonly JobHandler[]): Promise<boolean> {
  const handler = handlers.find(({ kind }) => kind === job.kind)
  if (handler === undefined) throw new JobError('unknown-kind', job.kind)
  for (let beginning = 1; beginning <= BEGINNINGS; beginning += 1) {
    try {
      return await handler.work(job, context)
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error
    }
  }
  throw new JobError('busy')
}
