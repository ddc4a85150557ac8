import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { reasonOf } from '../read-files'
import { UsageError } from '../usage-error'

/** The name under which options are kept in a folder, for everything below it. */
export const CONFIG_NAME = 'concordance.config.json'

/** A file of options: where it is, and what stands in it, as JSON has it. */
export interface ConfigFile {
  readonly file: string
  readonly content: unknown
}

/** The nearest file of options, in a folder or one that it is in; null where there is none. Throws UsageError with its name where it cannot be read. */
export async function findConfig(folder: string): Promise<ConfigFile | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, CONFIG_NAME)
    const bytes = await readIfThere(file)
    if (bytes !== null) return parseConfig(file, bytes)
    if (path.dirname(at) === at) return null
  }
}

/** The file of options of that name. Throws UsageError with its name where it cannot be read. */
export async function loadConfig(file: string): Promise<ConfigFile> {
  const bytes = await readIfThere(file)
  if (bytes === null) throw new UsageError(file, 'no such file')
  return parseConfig(file, bytes)
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === reasonOf({ code: 'ENOENT' })) return null
    throw new UsageError(file, reason)
  }
}

function parseConfig(file: string, bytes: Uint8Array): ConfigFile {
  try {
    return { file, content: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch {
    throw new UsageError(file, 'not JSON in UTF-8')
  }
}
