import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// The program runs from its TypeScript sources, so no build by hand is needed. Loading two hundred small files one by one takes over a second; bundled
// first, which takes a tenth of that and is done at every start, they are always the sources as they stand.

/** Bundles what begins with a source file, and gives the file to load: where the packages it imports are found, in a folder named after its content, whole or not at all. */
export async function bundleSources(root, source) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source],
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
  const entry = path.join(folder, `${path.basename(source, '.ts')}.js`)
  await access(entry).catch(async () => {
    const beside = `${folder}.${randomUUID()}`
    await mkdir(beside, { recursive: true })
    await writeFile(path.join(beside, 'package.json'), '{"type":"module"}')
    for (const file of outputFiles)
      await writeFile(path.join(beside, path.basename(file.path)), file.contents)
    // Another process may have been quicker; its folder has the same content.
    await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }))
  })
  return entry
}

/** Loads a source file as it is: for where nothing may be written beside the packages. */
export async function loadSources(root, source) {
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ pathToFileURL(source).href)
}
