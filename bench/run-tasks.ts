import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * Runs tasks in as many processes of `worker`, a file, as there are cores; results stand in the order of the tasks. Rejects, and ends them all, when one
 * fails.
 */
export async function runTasks<Task extends object, Result>(
  worker: string,
  tasks: readonly Task[],
  progress: (done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const children: ChildProcess[] = []
  let next = 0
  let done = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(worker, { execArgv: ['--import', 'tsx'] })
      children.push(child)
      let current = -1
      const give = () => {
        current = next
        next += 1
        const task = tasks[current]
        if (task === undefined) child.disconnect()
        else child.send(task)
      }
      child.on('message', (result: Result) => {
        results[current] = result
        done += 1
        progress(done)
        give()
      })
      child.on('error', reject)
      child.on('exit', (code) => {
        if (code === 0) resolve()
        else reject(new Error(`A worker ended with code ${code ?? 'none'}`))
      })
      give()
    })
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work))
  } finally {
    // Those that are through have ended already, and to end them again does nothing.
    for (const child of children) child.kill()
  }
  return results
}
