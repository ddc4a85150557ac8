import { availableParallelism } from 'node:os'
import { startThreads } from '../jobs/start-threads'
import { startWorker, type Worker } from '../jobs/start-worker'
import { storeAddress } from '../store/data-home'
import { StoreError } from '../store/database/store-error'
import { programHome, programRoot } from '../store/program-home'
import { appStore, PROGRAM } from './open-store'

/** Where whoever ends the server finds its worker: see cli/serve.mjs. */
const PLACE = Symbol.for('concordance.worker')

/** Milliseconds after which a store that could not be used is tried again. */
const AGAIN = 10_000

/** Milliseconds in which a job may end when the server is asked to: a person waits for the prompt. */
const GRACE = 1000

/** Threads of the server that work on jobs: CONCORDANCE_THREADS, 0 where others do all of it; else the cores less one, at least one. */
export function threadCount(
  env: Readonly<Record<string, string | undefined>> = process.env,
  cores: number = availableParallelism(),
): number {
  const given = env.CONCORDANCE_THREADS ?? ''
  return /^\d{1,4}$/u.test(given) ? Number(given) : Math.max(1, cores - 1)
}

/** Works on the jobs of the server's store, once a process, from its start until it ends. A store that cannot be used is tried again. */
export async function workJobs(): Promise<void> {
  const place = globalThis as { [PLACE]?: { readonly stop: () => Promise<void> } }
  const size = threadCount()
  if (place[PLACE] !== undefined || size === 0) return
  const stopped = new AbortController()
  let worker: Worker | null = null
  place[PLACE] = {
    stop: async () => {
      stopped.abort()
      await worker?.stop(GRACE)
    },
  }
  while (!stopped.signal.aborted) {
    try {
      const store = await appStore()
      const data = { address: storeAddress(), home: programHome(), aligner: PROGRAM }
      worker = await startWorker(store, await startThreads(programRoot(), data, size))
      return
    } catch (error) {
      // What is wrong with the store is said by the page.
      if (!(error instanceof StoreError))
        console.error('concordance: internal: jobs are not worked on:', error)
      await new Promise((resolve) => setTimeout(resolve, AGAIN).unref())
    }
  }
}
