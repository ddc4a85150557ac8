import { checkTaskRunner, type CheckTask } from './run-check-task'

/*
 * A process that check.ts starts: it takes one task at a time as a message and answers with the result.
 */

const run = checkTaskRunner()

process.on('message', (task: CheckTask) => {
  process.send?.(run(task))
})
