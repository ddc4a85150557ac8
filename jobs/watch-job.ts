import type { Store } from '../store/database/open-store'
import { reportJob } from '../store/held-jobs'
import type { Job } from '../store/job-row'
import type { JobOutcome } from './run-job'
import type { Threads } from './start-threads'
import type { ThreadProgress } from './work-thread'

/** What became of a job in a thread; `crash` is what ended the thread itself. */
export type WatchOutcome = JobOutcome | { readonly crash: unknown }

/** Milliseconds between two reports, at most: as often as a person looks at a progress bar. */
const BEAT = 2000

/** Milliseconds in which a handler has to come to its next step when its job is cancelled; then its thread is ended. */
const COMING = 3000

/** Lets a thread work on a held job, tells the store meanwhile how far it is and that it is alive, and stops it where it was cancelled, was lost to another worker, or `end` is aborted. Never rejects. */
export async function watchJob(
  store: Store,
  threads: Threads,
  job: Job,
  { hold, end }: { readonly hold: number; readonly end: AbortSignal },
): Promise<WatchOutcome> {
  const stop = new AbortController()
  const kill = new AbortController()
  let progress: ThreadProgress = { done: job.done, total: job.total }
  let lost = false
  let heard = Date.now()
  let beating: Promise<void> | null = null
  let late: NodeJS.Timeout | undefined

  const ask = () => {
    if (stop.signal.aborted) return
    stop.abort()
    late = setTimeout(() => kill.abort(), COMING)
  }
  const report = async () => {
    try {
      const answer = await reportJob(store, job, { ...progress, hold })
      heard = Date.now()
      if (answer === 'lost') lost = true
      if (answer !== 'go-on') ask()
    } catch {
      // A store that is away for so long has given the job to another.
      if (Date.now() - heard < hold) return
      lost = true
      ask()
    }
  }
  const beat = setInterval(
    () => (beating ??= report().finally(() => (beating = null))),
    Math.min(BEAT, Math.ceil(hold / 4)),
  )
  const onEnd = () => kill.abort()
  end.addEventListener('abort', onEnd)
  if (end.aborted) onEnd()
  try {
    const outcome = await threads.run(job, {
      progress: (next) => (progress = next),
      stop: stop.signal,
      end: kill.signal,
    })
    return lost && outcome === 'stopped' ? 'lost' : outcome
  } catch (error) {
    if (lost) return 'lost'
    return kill.signal.aborted ? 'stopped' : { crash: error }
  } finally {
    clearInterval(beat)
    clearTimeout(late)
    end.removeEventListener('abort', onEnd)
    await beating
  }
}
