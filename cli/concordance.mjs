#!/usr/bin/env node
// The program runs from its TypeScript sources, so no build by hand is needed. Loading two hundred small files one by one takes over a second; bundled
// first, which takes a tenth of that and is done at every start, they are always the sources as they stand.
import { createHash } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Writes the bundle where the packages it imports are found, in a folder named after its content, whole or not at all. */
async function bundle() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['cli/main.ts'],
    bundle: true,
    // What is imported on demand (the writers of DOCX and XLSX) stays apart, and so do the packages it needs.
    splitting: true,
    outdir: 'bundle',
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  })
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  const cache = path.join(root, 'node_modules', '.cache', 'concordance')
  const folder = path.join(cache, hash.digest('hex').slice(0, 16))
  const entry = path.join(folder, 'main.js')
  await access(entry).catch(async () => {
    const beside = `${folder}.${process.pid}`
    await mkdir(beside, { recursive: true })
    await writeFile(path.join(beside, 'package.json'), '{"type":"module"}')
    for (const file of outputFiles)
      await writeFile(path.join(beside, path.basename(file.path)), file.contents)
    // Another process may have been quicker; its folder has the same content.
    await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }))
  })
  return entry
}

/** Where nothing may be written beside the packages, the sources are loaded as they are. */
async function loadSources() {
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  return import('./main.ts')
}

// The worker threads of a batch begin here as well, and are told what to load, so that all of them run the same program.
const entry = isMainThread ? await bundle().catch(() => null) : workerData.entry
const program = entry === null ? await loadSources() : await import(pathToFileURL(entry).href)
if (isMainThread) process.exitCode = await program.main(process.argv.slice(2), root, entry)
else program.work(workerData.options)
