import { readFile } from 'node:fs/promises'
import { InputError } from '../core/model'
import type { InputErrorCode, Language, Version } from '../core/model'
import { importFile, keyVersions, readVersion, type Unit } from '../core/pipeline'
import { splitVersion } from '../core/segment/split-version'
import { pickRows, pickVersions, type ReadInput } from './pick-versions'
import { UsageError } from './usage-error'

/** What each code says on the command line; the detail fills the rest. */
const REASONS: Readonly<Record<InputErrorCode, (detail: string) => string>> = {
  empty: () => 'the file is empty',
  binary: (detail) =>
    `the file is not text${detail === '' ? '' : ` but ${detail}`}; save it as plain text or HTML first`,
  encoding: (detail) =>
    `the text is not valid UTF-8 or UTF-16${detail === '' ? '' : ` (${detail})`}; save it as UTF-8`,
  'language-unsure': (detail) =>
    `the language is not surely ar, zh, en, fr, ru or es${detail === '' ? '' : ` (perhaps ${detail})`}; name it with --langs, or --lang where there is one file`,
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
  // Not every error of the system is an Error of this realm.
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
  const languages = parseCodes(list)
  if (languages.length !== files) {
    throw new UsageError('usage', `--langs names ${languages.length} languages for ${files} files`)
  }
  return languages
}

/** A list of BCP 47 codes with commas between them, in canonical spelling. Throws UsageError where one is none. */
function parseCodes(list: string): readonly Language[] {
  return list.split(',').map((code) => {
    try {
      const [canonical] = Intl.getCanonicalLocales(code.trim())
      if (canonical !== undefined) return canonical
    } catch {
      // Not a well-formed code; said below.
    }
    throw new UsageError('usage', `--langs: '${code.trim()}' is not a BCP 47 language code`)
  })
}

/** The bytes of a file. Throws UsageError with its name where it cannot be read. */
export async function readBytes(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch (error) {
    throw new UsageError(name, reasonOf(error))
  }
}

/**
 * A file of any type as what it holds; a language is told from the text where none is given, and picks a version of a file that has several. Lines are of plain text alone. Throws
 * UsageError with the file's name.
 */
export async function toInput(
  bytes: Uint8Array,
  name: string,
  language: Language | undefined,
  unit: Unit,
): Promise<ReadInput> {
  const given = language === undefined ? {} : { language }
  try {
    if (unit === 'line') return { versions: [readVersion(bytes, { name, unit, ...given })], alignment: null }
    const { versions, alignment } = pickVersions(name, await importFile(bytes, { name, ...given }), language)
    const read = versions.map(({ version }) => version)
    return unit === 'sentence'
      ? { versions: read.map(splitVersion), alignment: null }
      : { versions: read, alignment }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(name, reasonOf(error))
  }
}

/** A file's one version, see toInput. Throws UsageError with the file's name, also where it holds several and no language picks one. */
export async function toVersion(
  bytes: Uint8Array,
  name: string,
  language: Language | undefined,
  unit: Unit,
): Promise<Version> {
  const { versions } = await toInput(bytes, name, language, unit)
  const [version] = versions
  if (version !== undefined && versions.length === 1) return version
  const languages = versions.map((each) => each.language)
  throw new UsageError(
    name,
    `the file holds several versions (${languages.join(', ')}); name one with --langs`,
  )
}

/** One file that has several versions: all of them, or those that a list of languages names, in its order. Throws UsageError with the file's name. */
export async function readOneFile(name: string, list: string | undefined, unit: Unit): Promise<ReadInput> {
  const asked = list === undefined ? null : parseCodes(list)
  const sole = asked?.length === 1 ? asked[0] : undefined
  const { versions, alignment } = await toInput(await readBytes(name), name, sole, unit)
  const read = { versions: keyVersions(versions), alignment }
  return asked === null || versions.length < 2 ? read : pickRows(name, read, asked)
}

/** Reads two or more files into versions with distinct keys. Throws UsageError with the file's name at the first that cannot be read. */
export async function readFiles(
  files: readonly string[],
  languages: readonly (Language | undefined)[],
  unit: Unit,
): Promise<ReadInput> {
  const versions: Version[] = []
  for (const [k, name] of files.entries())
    versions.push(...(await toInput(await readBytes(name), name, languages[k], unit)).versions)
  return { versions: keyVersions(versions), alignment: null }
}
