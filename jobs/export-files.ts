import { exchangeCode } from '../core/export/exchange-code'
import { readyChunks } from '../core/export/gather-chunks'
import { pairTables } from '../core/export/pair-tables'
import type { WriteOptions } from '../core/export/write-options'
import { EXPORT_TYPES, PAIR_FORMATS, writeTable, type ExportFormat } from '../core/export/write-table'
import type { Check, ExportChunks, ExportFile, ExportStream, Language, TermBase } from '../core/model'
import { baseLanguage } from '../core/text/languages'
import { jsonChunks } from './json-chunks'
import { nativePack } from './native-pack'

/** What is exported: a check, its table in the reader's language (whose columns say which versions, in which order), and the term base that it was made with. */
export interface ExportSource {
  readonly check: Check
  readonly table: ExportStream
  readonly terms: TermBase
}

/** How it is exported: `base` begins the files' names, `multilingual` makes one TMX of all languages, `allTerms` takes the whole term base instead of the terms of this text. */
export interface ExportFilesOptions extends WriteOptions {
  readonly base: string
  readonly multilingual?: boolean
  readonly allTerms?: boolean
}

/**
 * An export as files. One for most formats; TMX (unless multilingual) and XLIFF have one for the first column with each of the others, Akoma Ntoso one a version and, for several, one of the links between them. Formats of two
 * languages give no file for a single column.
 */
export async function exportFiles(
  { check, table, terms }: ExportSource,
  format: ExportFormat,
  asked: ExportFilesOptions,
): Promise<readonly ExportFile[]> {
  const options = { makePack: nativePack, ...asked }
  const languages = table.columns.map(({ language }) => language)
  const file = (part: string, chunks: ExportChunks): ExportFile => ({
    name: fileName(options.base, part, format),
    mime: EXPORT_TYPES[format].mime,
    chunks,
  })
  const whole = languages.join('-')
  switch (format) {
    case 'json':
      return [file(whole, jsonChunks(check))]
    case 'tbx':
    case 'tbx3': {
      const { writeTbx } = await import('../core/terms/formats/write-tbx')
      const base = options.allTerms === true ? terms : termsOf(check, languages, terms)
      const text = writeTbx(inLanguages(base, languages), {
        version: format === 'tbx' ? 2 : 3,
        title: table.symbol ?? table.title,
      })
      return [file(whole, readyChunks(new TextEncoder().encode(text)))]
    }
    case 'akn':
      return aknFiles(check, table, languages, file)
    case 'tmx':
    case 'xliff':
    case 'xliff2': {
      if (languages.length < 2) return []
      const one = format === 'tmx' && options.multilingual === true
      if (one || languages.length === 2) return [file(whole, await writeTable(table, format, options))]
      return Promise.all(
        pairTables(table).map(async (pair) =>
          file(pair.languages.join('-'), await writeTable(pair.table, format, options)),
        ),
      )
    }
    default:
      return [file(whole, await writeTable(table, format, options))]
  }
}

/** Whether a format makes several files of so many versions. */
export function hasSeveralFiles(format: ExportFormat, versions: number, multilingual = false): boolean {
  if (format === 'akn') return versions > 1
  return PAIR_FORMATS.includes(format) && versions > 2 && !(format === 'tmx' && multilingual)
}

/** A file name for an export: `A-RES-76-299.fr-en.tmx`. */
function fileName(base: string, part: string, format: ExportFormat): string {
  const { extension } = EXPORT_TYPES[format]
  return [base, ...(part === '' ? [] : [part]), extension].join('.')
}

async function aknFiles(
  check: Check,
  table: ExportStream,
  languages: readonly Language[],
  file: (part: string, chunks: ExportChunks) => ExportFile,
): Promise<readonly ExportFile[]> {
  const { writeAkn } = await import('../core/export/write-akn')
  const { writeLinks } = await import('../core/export/write-links')
  const { symbol, title } = table
  const source = { symbol, title, adopted: table.adopted ?? null, pivot: check.pivot }
  const texts = languages.flatMap((language) => {
    const version = check.versions.find((one) => one.language === language)
    const note = table.columns.find((column) => column.language === language)?.statusNote ?? null
    return version === undefined
      ? []
      : [{ language, file: file(exchangeCode(language), writeAkn(version, source, note)) }]
  })
  const files = texts.map((text) => text.file)
  if (texts.length < 2) return files
  const names = Object.fromEntries(texts.map(({ language, file: { name } }) => [language, name]))
  return [...files, file('alignment', writeLinks(check, languages, names, symbol ?? title))]
}

/** The concepts that any of the versions names. */
function termsOf(check: Check, languages: readonly Language[], terms: TermBase): TermBase {
  const found = new Set(
    languages.flatMap((language) =>
      Object.values(check.hits[language] ?? {}).flatMap((hits) => hits.flatMap(({ concepts }) => concepts)),
    ),
  )
  return terms.filter(({ id }) => found.has(id))
}

/** Concepts with their wordings in these languages only, in this order; those that have none go. */
function inLanguages(terms: TermBase, languages: readonly Language[]): TermBase {
  const wanted = [...new Set(languages.map(baseLanguage))]
  return terms.flatMap((concept) => {
    const entries = Object.entries(concept.terms)
    const kept = wanted.flatMap((base) => entries.filter(([language]) => baseLanguage(language) === base))
    return kept.length === 0 ? [] : [{ ...concept, terms: Object.fromEntries(kept) }]
  })
}
