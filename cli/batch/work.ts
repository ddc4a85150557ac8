import { parentPort } from 'node:worker_threads'
import type { Lexicon } from '../../core/model'
import { oneLine, UsageError } from '../usage-error'
import { makeTasks, type BatchOptions, type Tasks } from './make-tasks'

/** A task as it is sent to a worker, and what it works on. */
export type TaskMessage = {
  readonly [Name in keyof Tasks]: { readonly task: Name; readonly input: Parameters<Tasks[Name]>[0] }
}[keyof Tasks]

/** What is sent to a worker: a task, which it answers, or what was learned of the whole list, which it keeps. */
export type WorkerMessage = TaskMessage | { readonly learned: Lexicon }

/** A worker's answer: the task's result, or in one line why there is none. */
export type TaskAnswer =
  { readonly result: Awaited<ReturnType<Tasks[keyof Tasks]>> } | { readonly failure: string }

/** Runs in a worker thread: does the tasks that it is sent and answers each. */
export function work(options: BatchOptions): void {
  const port = parentPort
  let learned: Lexicon = {}
  const tasks = makeTasks(options, () => learned)
  port?.on('message', (message: WorkerMessage) => {
    if ('learned' in message) learned = message.learned
    else void answer(tasks, message).then((result) => port.postMessage(result))
  })
}

async function answer(tasks: Tasks, message: TaskMessage): Promise<TaskAnswer> {
  try {
    return { result: await perform(tasks, message) }
  } catch (error) {
    if (error instanceof UsageError) return { failure: error.message }
    return { failure: `internal: ${oneLine(error instanceof Error ? error.message : String(error))}` }
  }
}

function perform(tasks: Tasks, message: TaskMessage): ReturnType<Tasks[keyof Tasks]> {
  return message.task === 'learn' ? tasks.learn(message.input) : tasks[message.task](message.input)
}
