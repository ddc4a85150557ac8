// Where the threads that work on jobs begin: they load what they were told to, so that all of them run the same program.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import { loadSources } from './bundle-sources.mjs'
import { giveWay } from './give-way.mjs'

giveWay()
const { entry, data } = workerData
const root = fileURLToPath(new URL('..', import.meta.url))
const program =
  entry === null
    ? await loadSources(root, path.join(root, 'jobs/work-thread.ts'))
    : await import(pathToFileURL(entry).href)

export default program.workThread(data)
