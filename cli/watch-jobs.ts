import type { Store } from '../store/database/open-store'
import type { Job } from '../store/job-row'
import { listJobs, readJob } from '../store/jobs'
import { startProgress, type ProgressStream } from './batch/start-progress'
import { UsageError } from './usage-error'

/** Milliseconds between two looks. */
const PAUSE = 500

/**
 * Waits till a job has ended, or, without an id, till all have that wait or run now, and gives them as they are then. Progress is shown on a terminal only. Throws UsageError for an unknown id.
 */
export async function watchJobs(
  store: Store,
  id: string | undefined,
  stream: ProgressStream,
): Promise<readonly Job[]> {
  const first = id === undefined ? await listJobs(store, { top: true, states: ['queued', 'running'] }) : []
  const ids = id === undefined ? first.map((job) => job.id) : [id]
  const progress = startProgress(stream)
  try {
    for (;;) {
      const jobs = await Promise.all(
        ids.map(async (one) => {
          const job = await readJob(store, one)
          if (job === null) throw new UsageError(one, 'no such job')
          return job
        }),
      )
      const open = jobs.filter(({ state }) => state === 'queued' || state === 'running')
      if (open.length === 0) return jobs
      show(progress, jobs, open)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  } finally {
    progress.end()
  }
}

/** One job is shown with its own steps, several by how many of them have ended. */
function show(progress: ReturnType<typeof startProgress>, jobs: readonly Job[], open: readonly Job[]): void {
  const [job] = jobs
  if (jobs.length > 1 || job === undefined) progress.begin('Done', jobs.length, 'jobs')
  else progress.begin(job.kind, job.total ?? 1, job.total === null ? 'step' : 'steps')
  progress.add(jobs.length > 1 || job === undefined ? jobs.length - open.length : job.done)
}
