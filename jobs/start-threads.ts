import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { closeGate, makeGate } from '../store/database/thread-gate'
import type { Job } from '../store/job-row'
import { bundleSources } from './bundle-sources.mjs'
import type { JobOutcome } from './run-job'
import type { ThreadData, ThreadProgress, ThreadTask } from './work-thread'

/** How a thread is watched while it works on a job. */
export interface ThreadWatch {
  readonly progress: (progress: ThreadProgress) => void
  /** Aborted where the handler is to stop at its next step. */
  readonly stop: AbortSignal
  /** Aborted where the thread is to be ended, whatever it is doing. */
  readonly end: AbortSignal
}

/** Threads that work on jobs, each on one at a time. */
export interface Threads {
  readonly size: number
  /** Works on a held job. Rejects where the thread ends before. */
  run(job: Job, watch: ThreadWatch): Promise<JobOutcome>
  /** Ends all threads; none may be working on a job. */
  stop(): Promise<void>
}

/** Milliseconds that a thread without work waits for more: what it knows takes a second to load, and a good deal of memory to keep. */
const IDLE = 30_000

/** Makes ready as many threads as are to work at a time; each begins with its first job. `root` is the program's own folder. */
export async function startThreads(root: string, data: ThreadData, size: number): Promise<Threads> {
  const entry = await bundleSources(root, 'jobs/work-thread.ts').catch(() => null)
  const { Piscina } = await import('piscina')
  const pool = new Piscina<ThreadTask, JobOutcome>({
    filename: path.join(root, 'jobs', 'thread.mjs'),
    workerData: { entry, data },
    minThreads: 0,
    maxThreads: size,
    idleTimeout: IDLE,
    // A thread that waits for its next job must go on listening to its connections.
    atomics: 'disabled',
  })
  // Whatever ends a thread is told to whoever waits for its job.
  pool.on('error', () => undefined)
  return {
    size,
    async run(job, { progress, stop, end }) {
      const { port1, port2 } = new MessageChannel()
      const gate = makeGate()
      const killed = new AbortController()
      const onEnd = () => void closeGate(gate).then(() => killed.abort())
      const onStop = () => port1.postMessage('stop')
      port1.on('message', progress)
      stop.addEventListener('abort', onStop)
      end.addEventListener('abort', onEnd)
      if (end.aborted) onEnd()
      try {
        return await pool.run({ job, gate, port: port2 }, { transferList: [port2], signal: killed.signal })
      } finally {
        end.removeEventListener('abort', onEnd)
        stop.removeEventListener('abort', onStop)
        port1.close()
      }
    },
    stop: () => pool.destroy(),
  }
}
