import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { openStore, write } from '../../store/database/open-store'
import { closeGate, makeGate, passGate } from '../../store/database/thread-gate'
import { listStored, saveResolution } from '../../store/resolutions'
import { RESOLUTION } from './fixtures'

/** Threads that are ended, one after the other. */
const ROUNDS = 4

/** Node gives a thread no loader of TypeScript. */
const BEGIN = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(require('node:worker_threads').workerData.script)
})`

/** Ends threads in the middle of their work on a store, and tells on standard output what is there afterwards. */
async function endThreads(file: string): Promise<void> {
  const store = await openStore(file)
  for (let round = 0; round < ROUNDS; round += 1) {
    const gate = makeGate()
    const thread = new Worker(BEGIN, {
      eval: true,
      workerData: { script: process.argv[1], file, gate, round },
    })
    await new Promise((resolve) => thread.once('message', resolve))
    await new Promise((resolve) => setTimeout(resolve, round * 7))
    await closeGate(gate)
    await thread.terminate()
    // A lock that the thread left behind would make this wait in vain.
    await saveResolution(store, { ...RESOLUTION, slug: `after-${round}` })
  }
  process.stdout.write(`${JSON.stringify((await listStored(store)).map(({ slug }) => slug))}\n`)
}

/** Reads and writes without end; what it has begun to write is never committed. */
async function workForEver(file: string, gate: SharedArrayBuffer, round: number): Promise<void> {
  const store = await openStore(file, { around: passGate(() => gate) })
  await write(store, [], async (inner) => {
    await saveResolution(inner, { ...RESOLUTION, slug: `never-${round}` })
    parentPort?.postMessage('begun')
    for (;;) await listStored(inner)
  })
}

if (!isMainThread && parentPort !== null) {
  const { file, gate, round } = workerData as { file: string; gate: SharedArrayBuffer; round: number }
  void workForEver(file, gate, round)
} else if (process.argv[1]?.endsWith('gate-child.ts') === true) void endThreads(process.argv[2] ?? '')
