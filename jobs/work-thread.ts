import type { MessagePort } from 'node:worker_threads'
import { openStore, type Store } from '../store/database/open-store'
import { passGate } from '../store/database/thread-gate'
import type { Job } from '../store/job-row'
import { loadKnowledge } from './corpus'
import type { JobMeans } from './handlers/job-handler'
import { knowledgeHash } from './knowledge-hash'
import { remember } from './remember'
import { runJob, type JobOutcome } from './run-job'

/** What a thread is given when it begins: the store's address, the folder that holds `corpus/`, and the program's mark. */
export interface ThreadData {
  readonly address: string
  readonly home: string
  readonly aligner: string
}

/** A job as it is sent to a thread: the gate is closed before the thread is ended, the port takes a thread's progress to the worker, and the wish to stop, any message, from it. */
export interface ThreadTask {
  readonly job: Job
  readonly gate: SharedArrayBuffer
  readonly port: MessagePort
}

/** How far a thread is with its job. */
export interface ThreadProgress {
  readonly done: number
  readonly total: number | null
}

/** What runs in a thread: works on the jobs that it is sent, one at a time. Store and knowledge are opened with the first and stay. */
export function workThread({
  address,
  home,
  aligner,
}: ThreadData): (task: ThreadTask) => Promise<JobOutcome> {
  let current: SharedArrayBuffer | null = null
  const open = once(() => openStore(address, { around: passGate(() => current) }))
  const knowledge = once(() => loadKnowledge(home))
  const options = once(() => knowledgeHash(home))
  const means: JobMeans = { aligner, knowledge, options }
  return async ({ job, gate, port }) => {
    current = gate
    const stop = new AbortController()
    port.on('message', () => stop.abort())
    try {
      const store: Store | null = await open().catch(() => null)
      if (store === null) return 'later'
      return await runJob(job, {
        store,
        means,
        signal: stop.signal,
        progress: async (done, total) => {
          port.postMessage({ done, total } satisfies ThreadProgress)
          // A message is received between two turns of the event loop only.
          await new Promise((resolve) => setImmediate(resolve))
          stop.signal.throwIfAborted()
        },
      })
    } finally {
      port.close()
    }
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  return remember(work, () => '', 1)
}
