import { Worker } from 'node:worker_threads'
import type { Lexicon } from '../../core/model'
import { oneLine } from '../usage-error'
import type { Tasks } from './make-tasks'
import type { TaskAnswer, TaskMessage, WorkerMessage } from './work'

/** Where a worker begins, and what it is given. */
export interface WorkerStart {
  /** A file that Node can run as it is. */
  readonly file: string
  readonly data: unknown
}

/** Worker threads that share the tasks given to them, first come, first served. */
export interface Pool {
  /** Does a task in a worker. Rejects, with the reason in one line, where the task fails, its worker ends or the pool is stopped. */
  run<Name extends keyof Tasks>(
    task: Name,
    input: Parameters<Tasks[Name]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>
  /** Gives every worker, those that start later included, what was learned. */
  share(learned: Lexicon): void
  /** Ends all workers, whatever they are doing; resolves when they have ended. */
  stop(): Promise<void>
}

interface Job {
  readonly message: TaskMessage
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Starts workers as they are needed, `size` at most. One that ends fails the task at hand and is replaced. */
export function startPool(start: WorkerStart, size: number): Pool {
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  const waiting: Job[] = []
  let learned: Lexicon | null = null
  let stopped = false
  const send = (worker: Worker, message: WorkerMessage) => worker.postMessage(message)

  const open = (): Worker => {
    const worker = new Worker(start.file, { workerData: start.data })
    let reason = 'it ended'
    worker.on('message', (answer: TaskAnswer) => {
      const job = busy.get(worker)
      busy.delete(worker)
      idle.push(worker)
      if ('result' in answer) job?.resolve(answer.result)
      else job?.reject(new Error(answer.failure))
      next()
    })
    worker.on('error', (error) => (reason = oneLine(error.message)))
    worker.on('exit', () => {
      const job = busy.get(worker)
      busy.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      job?.reject(new Error(`internal: worker thread: ${reason}`))
      next()
    })
    if (learned !== null) send(worker, { learned })
    return worker
  }

  const next = () => {
    while (!stopped && waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? open()
      const job = waiting.shift()!
      busy.set(worker, job)
      send(worker, job.message)
    }
  }

  return {
    run: (task, input) =>
      new Promise((resolve, reject) => {
        if (stopped) {
          reject(new Error('stopped'))
          return
        }
        // The compiler cannot see that a name and its own input make one message, nor that the answer is that task's.
        const message = { task, input } as TaskMessage
        waiting.push({ message, resolve: resolve as (result: unknown) => void, reject })
        next()
      }),
    share(next) {
      learned = next
      for (const worker of [...idle, ...busy.keys()]) send(worker, { learned })
    },
    async stop() {
      stopped = true
      for (const job of waiting.splice(0)) job.reject(new Error('stopped'))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
