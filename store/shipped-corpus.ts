import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Status, UnLanguage } from '../core/model'

/** One version of a shipped resolution: where its text is, and what it is worth. */
export interface ShippedVersion {
  readonly language: UnLanguage
  /** File name inside the resolution's folder, or inside `package` where that is given. */
  readonly file: string
  readonly package?: string
  readonly type: 'text' | 'html'
  readonly status: Status
  readonly source: string
}

/** A shipped resolution as its `resolution.json` describes it; `slug` is its folder's name. */
export interface ShippedResolution {
  readonly slug: string
  readonly symbol: string
  /** ISO 8601. */
  readonly adopted: string
  readonly meeting: number | null
  readonly title: Readonly<Record<string, string>>
  readonly versions: readonly ShippedVersion[]
}

/** A slug is one folder's name: nothing that could lead out of the corpus. */
const SLUG = /^[\p{L}\p{N}().,_~!-]+$/u

/** The resolutions that the program ships, in order of symbol. `root` is the program's own folder. */
export async function listShipped(root: string): Promise<readonly ShippedResolution[]> {
  const entries = await readdir(path.join(root, 'corpus'), { withFileTypes: true })
  const slugs = entries
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('A-'))
    .map((entry) => entry.name)
  const all = await Promise.all(slugs.sort().map((slug) => readShipped(root, slug)))
  return all.filter((resolution) => resolution !== null)
}

/** One shipped resolution's description, or null where there is none of that name. */
export async function readShipped(root: string, slug: string): Promise<ShippedResolution | null> {
  if (!SLUG.test(slug) || slug.startsWith('.')) return null
  try {
    const text = await readFile(path.join(root, 'corpus', slug, 'resolution.json'), 'utf8')
    return { slug, ...(JSON.parse(text) as Omit<ShippedResolution, 'slug'>) }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The bytes of a shipped version, or null where its file is missing. */
export async function readShippedBytes(
  root: string,
  slug: string,
  version: ShippedVersion,
): Promise<Uint8Array | null> {
  for (const file of placesOf(root, slug, version)) {
    try {
      return await readFile(file)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  return null
}

/** The term bases that the program ships, TBX as text, in order of file name. */
export async function readShippedTerms(root: string): Promise<readonly string[]> {
  return readTables(path.join(root, 'corpus', 'terms'), '.tbx')
}

/** The lexicon's tables, as text, in order of file name. */
export async function readShippedLexicon(root: string): Promise<readonly string[]> {
  return readTables(path.join(root, 'corpus', 'lexicon'))
}

/** The tables of names, as text, in order of file name. */
export async function readShippedNames(root: string): Promise<readonly string[]> {
  return readTables(path.join(root, 'corpus', 'names'))
}

/** The tables of learned pairs of words, as text, in order of file name; none where there is no such folder. */
export async function readShippedLearned(root: string): Promise<readonly string[]> {
  try {
    return await readTables(path.join(root, 'corpus', 'learned'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function readTables(folder: string, ending = '.tsv'): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
}

/** Where the file may be: in the resolution's folder, or in the package, which a package manager may have put beside any folder above. */
function placesOf(root: string, slug: string, version: ShippedVersion): readonly string[] {
  if (version.package === undefined) return [path.join(root, 'corpus', slug, version.file)]
  const places: string[] = []
  for (let folder = path.resolve(root); ; folder = path.dirname(folder)) {
    places.push(path.join(folder, 'node_modules', version.package, version.file))
    if (folder === path.dirname(folder)) return places
  }
}

function isMissing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false
  return error.code === 'ENOENT' || error.code === 'ENOTDIR'
}
