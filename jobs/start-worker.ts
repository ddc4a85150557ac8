import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Store } from '../store/database/open-store'
import { failJob, releaseJob } from '../store/held-jobs'
import { HOLD, type Job } from '../store/job-row'
import { readJob } from '../store/jobs'
import { openWork, type FoundWork, type WorkFinder } from './find-work'
import { HANDLERS } from './handlers/handlers'
import { failureOf } from './job-error'
import type { Threads } from './start-threads'
import { watchJob } from './watch-job'

/** What a worker does, for whoever watches it: a job was taken, has ended (see its state), was given back or is left to others; or something went wrong, the store for instance, which is tried again. */
export type WorkerEvent =
  | { readonly kind: 'taken' | 'ended' | 'given-back' | 'left'; readonly job: Job }
  | { readonly kind: 'trouble'; readonly error: unknown }

/** How a worker works. */
export interface WorkerOptions {
  /** Milliseconds that a job is left to it without its being heard of; see HOLD. */
  readonly hold?: number
  /** Milliseconds between two looks for work where there was none. */
  readonly pause?: number
  readonly tell?: (event: WorkerEvent) => void
}

/** A worker at work. */
export interface Worker {
  readonly name: string
  /** Takes nothing more; what runs may end within so many milliseconds, the rest is given back. Resolves when nothing is held any more. */
  stop(grace?: number): Promise<void>
}

/** Milliseconds between two looks: a person who has added a job sees it begin at once. */
const PAUSE = 1000

/** Milliseconds in which a job may end when its worker is asked to stop: half of what container hosts allow. */
const GRACE = 5000

/** Works on the jobs of a store in the threads given, as many at a time as there are threads, until it is stopped. The threads are its own from now on. Rejects with StoreError. */
export async function startWorker(
  store: Store,
  threads: Threads,
  { hold = HOLD, pause = PAUSE, tell = () => undefined }: WorkerOptions = {},
): Promise<Worker> {
  const name = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`
  const kinds = HANDLERS.map(({ kind }) => kind)
  const finder = await openWork(store, { worker: name, hold, kinds })
  const stopping = new AbortController()
  const ending = new AbortController()
  const running = new Set<Promise<void>>()

  const workOn = async ({ job, over }: FoundWork) => {
    tell({ kind: 'taken', job })
    const outcome = await watchJob(store, threads, job, { hold, end: ending.signal })
    if (outcome === 'stopped') {
      if (ending.signal.aborted) await releaseJob(store, job)
      else await failJob(store, job, { code: 'stopped', detail: '' })
    } else if (typeof outcome === 'object') await failJob(store, job, failureOf(outcome.crash))
    if (outcome !== 'later') await over()
    const now = (await readJob(store, job.id)) ?? job
    const back = now.state === 'queued'
    if (outcome === 'lost' || outcome === 'later') tell({ kind: 'left', job: now })
    else tell({ kind: back ? 'given-back' : 'ended', job: now })
  }
  const begin = (found: FoundWork) => {
    const work = workOn(found)
      .catch(report(tell))
      .finally(() => running.delete(work))
    running.add(work)
  }
  const loop = async () => {
    while (!stopping.signal.aborted) {
      if (running.size >= threads.size) {
        await Promise.race(running)
        continue
      }
      const found = await finder.find().catch(report(tell))
      if (found) begin(found)
      else await rest(pause, stopping.signal)
    }
  }
  const looping = loop()
  return {
    name,
    stop: (grace = GRACE) => stopAll({ finder, grace, looping, running, stopping, ending, threads }),
  }
}

async function stopAll(parts: {
  readonly finder: WorkFinder
  readonly grace: number
  readonly looping: Promise<void>
  readonly running: ReadonlySet<Promise<void>>
  readonly stopping: AbortController
  readonly ending: AbortController
  readonly threads: Threads
}): Promise<void> {
  const { finder, grace, looping, running, stopping, ending, threads } = parts
  stopping.abort()
  await looping
  const late = setTimeout(() => ending.abort(), grace)
  await Promise.all(running)
  clearTimeout(late)
  await threads.stop()
  await finder.close().catch(() => undefined)
}

/** Nothing that goes wrong ends a worker: the server that it works in has other things to do. */
function report(tell: (event: WorkerEvent) => void): (error: unknown) => void {
  return (error) => tell({ kind: 'trouble', error })
}

/** Waits so many milliseconds, or until the signal. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
