import { taskRunner, type Task } from './run-task'

/*
 * A process that damage.ts starts: it takes one task at a time as a message and answers with the result.
 */

const run = taskRunner()

process.on('message', (task: Task) => {
  process.send?.(run(task))
})
