#!/usr/bin/env node
// Bundles the sources and runs them.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'
import { bundleSources, loadSources } from '../jobs/bundle-sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

// The worker threads of a batch begin here as well, and are told what to load, so that all of them run the same program.
const entry = isMainThread ? await bundleSources(root, 'cli/main.ts').catch(() => null) : workerData.entry
const program =
  entry === null
    ? await loadSources(root, path.join(root, 'cli/main.ts'))
    : await import(pathToFileURL(entry).href)
if (isMainThread) process.exitCode = await program.main(process.argv.slice(2), root, entry)
else program.work(workerData.options)
