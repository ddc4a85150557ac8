import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'

/** What is remembered of a written output, so that it need not be made again. */
export interface ResultRecord {
  /** Of everything that the output was made of, see fingerprintOf. */
  readonly fingerprint: string
  /** SHA-256 of the output itself: one that was changed or cut short since is made again. */
  readonly output: string
  /** Paragraphs, sentences or lines of both sides together. */
  readonly units: number
}

/**
 * Stands for an output's own inputs and options: the bytes of its two files and the endings of their names, which tell text from HTML, the program's version and
 * the options. The lexicon is none of them, so a change elsewhere in the list leaves the output as it is.
 */
export function fingerprintOf(
  inputs: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: readonly (string | null)[],
): string {
  const parts = inputs.map(({ name, bytes }) => [path.extname(name).toLowerCase(), hashOf(bytes)])
  return hashOf(JSON.stringify([parts, options]))
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The hash of a file, or null where there is no regular file that can be read. */
export async function hashOfFile(file: string): Promise<string | null> {
  try {
    return (await stat(file)).isFile() ? hashOf(await readFile(file)) : null
  } catch {
    return null
  }
}

/** The records of an output by its path, one from each place that has one; damaged ones are as good as absent. `root` is the program's own folder. */
export async function readRecords(root: string, out: string): Promise<readonly ResultRecord[]> {
  const records = await Promise.all(
    foldersOf(root).map(async (folder) => {
      try {
        const record: unknown = JSON.parse(await readFile(path.join(folder, nameOf(out)), 'utf8'))
        return isRecord(record) ? record : null
      } catch {
        return null
      }
    }),
  )
  return records.filter((record) => record !== null)
}

/** Remembers an output by its path. Where nothing can be remembered, it is made again the next time, and nothing else is amiss. */
export async function writeRecord(root: string, out: string, record: ResultRecord): Promise<void> {
  for (const folder of foldersOf(root)) {
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, nameOf(out)), JSON.stringify(record))
      return
    } catch {
      // The program may stand where its users cannot write; they have a folder of their own.
    }
  }
}

/** Where records are kept, beside neither list nor outputs: in the program's cache, else in the user's. */
function foldersOf(root: string): readonly string[] {
  const own = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache')
  return [path.join(root, 'node_modules', '.cache'), own].map((cache) =>
    path.join(cache, 'concordance', 'batch'),
  )
}

function nameOf(out: string): string {
  return `${hashOf(path.resolve(out)).slice(0, 32)}.json`
}

function isRecord(value: unknown): value is ResultRecord {
  if (typeof value !== 'object' || value === null) return false
  const { fingerprint, output, units } = value as Partial<Record<keyof ResultRecord, unknown>>
  return typeof fingerprint === 'string' && typeof output === 'string' && Number.isSafeInteger(units)
}
