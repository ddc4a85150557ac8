// Where the threads that read files begin: they load what they were told to, so that all of them run the same program.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import { loadSources } from '../bundle-sources.mjs'
import { giveWay } from '../give-way.mjs'

const { entry, home, yields } = workerData
if (yields) giveWay()
const root = fileURLToPath(new URL('../..', import.meta.url))
const program =
  entry === null
    ? await loadSources(root, path.join(root, 'jobs/guard/guard-thread.ts'))
    : await import(pathToFileURL(entry).href)

export default program.guardThread(home)
