import { readFile } from 'node:fs/promises'
import { InputError } from '../core/model'
import type { InputErrorCode, Language, Version } from '../core/model'
import { keyVersions, readVersion, type Unit } from '../core/pipeline'
import { UsageError } from './usage-error'

/** What each code says on the command line; the detail fills the rest. */
const REASONS: Readonly<Record<InputErrorCode, (detail: string) => string>> = {
  empty: () => 'the file is empty',
  binary: (detail) =>
    `the file is not text${detail === '' ? '' : ` but ${detail}`}; save it as plain text or HTML first`,
  encoding: (detail) =>
    `the text is not valid UTF-8 or UTF-16${detail === '' ? '' : ` (${detail})`}; save it as UTF-8`,
  'language-unsure': () =>
    'the language is not surely ar, zh, en, fr, ru or es; name it with --langs, or --lang where there is one file',
  'no-text': () => 'the file holds no text',
  encrypted: () => 'the file is protected by a password; save a copy without one',
  damaged: (detail) => `the file is damaged${detail === '' ? '' : ` (${detail})`}; get it anew`,
  scan: () => 'the pages are pictures without text; run a text recognition over them first',
  'too-large': (detail) => `the file is too large${detail === '' ? '' : ` (${detail})`}`,
  unsafe: (detail) => `the file is not safe to read${detail === '' ? '' : ` (${detail})`}`,
  timeout: () => 'reading the file took too long and was stopped',
}

/** What the operating system says when a file cannot be opened, in words. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  ENOSPC: 'no space left',
  EPERM: 'not permitted',
  EACCES: 'permission denied',
  EISDIR: 'this is a folder, not a file',
}

/** One line for an error of the file system or of a reader; rethrows what is neither. */
export function reasonOf(error: unknown): string {
  if (error instanceof InputError) return REASONS[error.code](error.detail)
  // The shape, not the class: errors of the system may come from another realm than ours.
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return SYSTEM[error.code] ?? error.code
  throw error
}

/**
 * A list of languages as the command line takes it, `fr,en,pt-BR`: BCP 47 codes in canonical spelling. Throws UsageError where a code is not one or
 * the number is not the number of files.
 */
export function parseLanguages(list: string | undefined, files: number): readonly (Language | undefined)[] {
  if (list === undefined) return Array.from({ length: files }, () => undefined)
  const languages = list.split(',').map((code) => {
    try {
      const [canonical] = Intl.getCanonicalLocales(code.trim())
      if (canonical !== undefined) return canonical
    } catch {
      // Not a well-formed code; said below.
    }
    throw new UsageError('usage', `--langs: '${code.trim()}' is not a BCP 47 language code`)
  })
  if (languages.length !== files) {
    throw new UsageError('usage', `--langs names ${languages.length} languages for ${files} files`)
  }
  return languages
}

/** The bytes of a file. Throws UsageError with its name where it cannot be read. */
export async function readBytes(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch (error) {
    throw new UsageError(name, reasonOf(error))
  }
}

/** A file's bytes as a version, in a language that is told from the text where none is given. Throws UsageError with the file's name. */
export function toVersion(
  bytes: Uint8Array,
  name: string,
  language: Language | undefined,
  unit: Unit,
): Version {
  try {
    return readVersion(bytes, { name, unit, ...(language === undefined ? {} : { language }) })
  } catch (error) {
    throw new UsageError(name, reasonOf(error))
  }
}

/** Reads the files into versions with distinct keys. Throws UsageError with the file's name at the first that cannot be read. */
export async function readFiles(
  files: readonly string[],
  languages: readonly (Language | undefined)[],
  unit: Unit,
): Promise<readonly Version[]> {
  const versions: Version[] = []
  for (const [k, name] of files.entries())
    versions.push(toVersion(await readBytes(name), name, languages[k], unit))
  return keyVersions(versions)
}
