import { InputError } from '../core/model'
import type { InputErrorCode, Language, Version } from '../core/model'
import { importFile, keyVersions, readVersion, type Unit } from '../core/pipeline'
import { decodeBytes } from '../core/read/decode-bytes'
import { splitVersion } from '../core/segment/split-version'
import { pickRows, pickVersions, type ReadInput } from './pick-versions'
import { fileLabel, readFileOrStdin } from './standard-input'
import { UsageError } from './usage-error'

/** What each code says on the command line; the detail fills the rest. */
const REASONS: Readonly<Record<InputErrorCode, (detail: string) => string>> = {
  empty: () => 'the file is empty',
  binary: (detail) =>
    `the file is no text that is read${detail === '' ? '' : ` but ${detail}`}; save it as DOCX, ODT, HTML or plain text first`,
  encoding: (detail) =>
    `the text is in no encoding that is known${detail === '' ? '' : ` (byte ${detail})`}; save it as UTF-8`,
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
  ELOOP: 'this link leads back to itself',
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

/** The bytes of a file, or of standard input where it is named `-`. Throws UsageError with its name where it cannot be read. */
export async function readBytes(name: string): Promise<Uint8Array> {
  try {
    return await readFileOrStdin(name)
  } catch (error) {
    throw new UsageError(fileLabel(name), reasonOf(error))
  }
}

/** The file that a version was read from; `encoding` is null where it is no plain text. */
export interface ReadSource {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string | null
}

/** What files hold, with the file of each version in their order. */
export interface ReadFiles extends ReadInput {
  readonly sources: readonly ReadSource[]
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
): Promise<ReadFiles> {
  const given = language === undefined ? {} : { language }
  const label = fileLabel(name)
  try {
    if (unit === 'line') {
      const version = readVersion(bytes, { name, unit, ...given })
      const { encoding } = decodeBytes(bytes)
      return { versions: [version], alignment: null, sources: [{ name, bytes, encoding }] }
    }
    const { versions, alignment } = pickVersions(label, await importFile(bytes, { name, ...given }), language)
    const read = versions.map(({ version }) => version)
    const sources = versions.map(({ report: { format, encoding } }) => ({
      name,
      bytes,
      encoding: PLAIN.has(format) ? encoding : null,
    }))
    return unit === 'sentence'
      ? { versions: read.map(splitVersion), alignment: null, sources }
      : { versions: read, alignment, sources }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(label, reasonOf(error))
  }
}

/** Formats in which a paragraph's letters stand as they are shown. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'markdown'])

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
    fileLabel(name),
    `the file holds several versions (${languages.join(', ')}); name one with --langs`,
  )
}

/** One file that has several versions: all of them, or those that a list of languages names, in its order. Throws UsageError with the file's name. */
export async function readOneFile(name: string, list: string | undefined, unit: Unit): Promise<ReadFiles> {
  const asked = list === undefined ? null : parseCodes(list)
  const sole = asked?.length === 1 ? asked[0] : undefined
  const { versions, alignment, sources } = await toInput(await readBytes(name), name, sole, unit)
  const read = { versions: keyVersions(versions), alignment }
  const picked = asked === null || versions.length < 2 ? read : pickRows(fileLabel(name), read, asked)
  return { ...picked, sources: picked.versions.map(() => sources[0]!) }
}

/** Reads two or more files into versions with distinct keys. Throws UsageError with the file's name at the first that cannot be read. */
export async function readFiles(
  files: readonly string[],
  languages: readonly (Language | undefined)[],
  unit: Unit,
): Promise<ReadFiles> {
  const versions: Version[] = []
  const sources: ReadSource[] = []
  for (const [k, name] of files.entries()) {
    const read = await toInput(await readBytes(name), name, languages[k], unit)
    versions.push(...read.versions)
    sources.push(...read.sources)
  }
  return { versions: keyVersions(versions), alignment: null, sources }
}
