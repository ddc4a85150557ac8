import { createHash, randomUUID } from 'node:crypto'
import { access, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// The program runs from its TypeScript sources, so no build by hand is needed. Loading two hundred small files one by one takes over a second; bundled first, they take a tenth of that. A bundle is made
// once for the sources as they stand, which their names, sizes and times tell: looking at those takes a thirtieth of making it.

// The server's own bundler is told to leave these paths alone (turbopackIgnore): they are found where the program runs, and it would take the whole project along for them.

/** Where everything is that a bundle is made of, packages aside. */
const SOURCES = ['cli', 'core', 'i18n', 'jobs', 'messages', 'store', 'package-lock.json', 'tsconfig.json']

/** Names, sizes and times of all sources, as a hash. */
async function stampOf(root) {
  const stamp = createHash('sha256')
  const look = async (name) => {
    const file = path.join(root, name)
    const stat = await lstat(file).catch(() => null)
    if (stat === null) return []
    if (!stat.isDirectory()) return [`${name} ${stat.size} ${stat.mtimeMs}`]
    return (await Promise.all((await readdir(file)).map((inner) => look(path.join(name, inner))))).flat()
  }
  const found = (await Promise.all(SOURCES.map(look))).flat().sort()
  return stamp.update(found.join('\n')).digest('hex').slice(0, 16)
}

/** Bundles what begins with a source file, and gives the file to load: where the packages it imports are found, in a folder named after its content, whole or not at all. */
export async function bundleSources(root, source) {
  const cache = path.join(root, 'node_modules', '.cache', 'concordance')
  const name = `${path.basename(source, '.ts')}.js`
  const note = path.join(cache, 'made', `${await stampOf(root)}-${name}.txt`)
  const made = await readFile(note, 'utf8').catch(() => null)
  if (made !== null && /^[0-9a-f]{16}$/u.test(made)) {
    const entry = path.join(/* turbopackIgnore: true */ cache, made, name)
    if (
      await access(entry).then(
        () => true,
        () => false,
      )
    )
      return entry
  }
  const folder = await makeBundle(root, source, cache)
  await mkdir(path.dirname(note), { recursive: true })
  const beside = `${note}.${randomUUID()}`
  await writeFile(beside, path.basename(folder))
  await rename(beside, note)
  return path.join(folder, name)
}

/**
 * Packages of many small modules in plain JavaScript, which go into the bundle: reading their 450 files one by one was half of a command's start. All others stay where they are, since they find
 * files of their own beside them, or hold compiled code.
 */
const BUNDLED =
  /^(?:kysely|zod|diff|parse5|entities|csv-parse|csv-stringify|use-intl|(?:mdast|unist|micromark|hast)[\w-]*)(?:\/|$)/u

/** A plugin of esbuild: packages stay outside, but for those that are bundled. */
function leavePackages(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
    kind === 'entry-point' || BUNDLED.test(name) || /^[A-Za-z]:[\\/]/u.test(name)
      ? null
      : { path: name, external: true },
  )
}

/** Makes a bundle and gives its folder. */
async function makeBundle(root, source, cache) {
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
    plugins: [{ name: 'packages', setup: leavePackages }],
    // A third less to read and compile at every start.
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  const folder = path.join(cache, hash.digest('hex').slice(0, 16))
  const entry = path.join(/* turbopackIgnore: true */ folder, `${path.basename(source, '.ts')}.js`)
  await access(entry).catch(async () => {
    const beside = `${folder}.${randomUUID()}`
    await mkdir(beside, { recursive: true })
    await writeFile(path.join(beside, 'package.json'), '{"type":"module"}')
    for (const file of outputFiles)
      await writeFile(path.join(/* turbopackIgnore: true */ beside, path.basename(file.path)), file.contents)
    // Another process may have been quicker; its folder has the same content.
    await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }))
  })
  return folder
}

/** Loads a source file as it is: for where nothing may be written beside the packages. */
export async function loadSources(root, source) {
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'tsconfig.json') })
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ pathToFileURL(source).href)
}
