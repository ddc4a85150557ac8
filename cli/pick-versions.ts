import type { Alignment, Language, Version } from '../core/model'
import type { ImportedFile } from '../core/pipeline'
import { UsageError } from './usage-error'

/** What files hold: versions, and the rows in which one aligned file has them, or null. */
export interface ReadInput {
  readonly versions: readonly Version[]
  readonly alignment: Alignment | null
}

/** Of a file with several versions the one in the language asked for; a file with one is as it is. Throws UsageError with the file's name where it has none. */
export function pickVersions(name: string, file: ImportedFile, language: Language | undefined): ImportedFile {
  if (language === undefined || file.versions.length < 2) return file
  const own = file.versions.filter(({ version }) => version.language === language)
  if (own.length > 0) return { versions: own, alignment: null }
  throw noVersion(
    name,
    language,
    file.versions.map(({ version }) => version),
  )
}

/** The versions that a list of languages names, in its order, and their rows where the pivot is among them: rows that have none of them are left out. Throws UsageError with the file's name where it lacks one. */
export function pickRows(
  name: string,
  { versions, alignment }: ReadInput,
  asked: readonly Language[],
): ReadInput {
  const picked = asked.map((language) => {
    const own = versions.find((version) => version.language === language)
    if (own === undefined) throw noVersion(name, language, versions)
    return own
  })
  if (alignment === null || !asked.includes(alignment.pivot)) return { versions: picked, alignment: null }
  const rows = alignment.rows
    .map((row) => ({
      ...row,
      cells: Object.fromEntries(asked.map((language) => [language, row.cells[language] ?? []])),
      moved: row.moved.filter((language) => asked.includes(language)),
    }))
    .filter(({ cells }) => Object.values(cells).some((addresses) => addresses.length > 0))
  return { versions: picked, alignment: { ...alignment, versions: picked, rows } }
}

function noVersion(name: string, language: Language, versions: readonly Version[]): UsageError {
  const languages = versions.map((version) => version.language).join(', ')
  return new UsageError(name, `the file holds no version in ${language} (${languages})`)
}
