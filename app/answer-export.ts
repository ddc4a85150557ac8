import type { ExportOption } from '../components/ExportMenu/export-options'
import type { LossesAnswer } from '../components/ExportMenu/losses-answer'
import packageJson from '../package.json'
import { EXPORT_TYPES, keepsInline, type ExportFormat } from '../core/export/write-table'
import type { ExportFile, ExportLoss, UnLanguage } from '../core/model'
import { describeLoss } from '../i18n/describe-loss'
import { makeTranslator, type Translator } from '../i18n/translator'
import { exportFiles, type ExportFilesOptions, type ExportSource } from '../jobs/export-files'
import { downloadExport, makeFiles, type MadeFile } from './download-export'
import { plainPage } from './plain-page'

/** The program's version, for headers of files that name it. */
const VERSION = packageJson.version

const FORMATS = Object.keys(EXPORT_TYPES) as readonly ExportFormat[]

/** The format that a query asks for (`format=docx`), or null where it is none. */
export function readFormat(query: URLSearchParams): ExportFormat | null {
  return FORMATS.find((known) => known === query.get('format')) ?? null
}

/** What the options of an address mean to the writers. */
export function writeSettings(options: ReadonlySet<ExportOption>): Omit<ExportFilesOptions, 'base'> {
  return {
    layout: options.has('layout') ? 'stacked' : 'columns',
    mark: !options.has('bom'),
    inline: options.has('inline'),
    unit: options.has('unit') ? 'sentence' : 'paragraph',
    multilingual: options.has('multilingual'),
    allTerms: options.has('allTerms'),
  }
}

/**
 * A download of what is on screen: one file, or a ZIP archive where the format makes several of so many versions; with `losses=1` in the query instead what of the table would not be in it, as LossesAnswer. `base` is what
 * names begin with, without an ending; 404 where there is nothing to write, with a page that says so where rows would have to be confirmed first.
 */
export async function answerExport(
  source: ExportSource,
  format: ExportFormat,
  base: string,
  {
    options,
    query,
    locale,
  }: {
    readonly options: ReadonlySet<ExportOption>
    readonly query: URLSearchParams
    readonly locale: UnLanguage
  },
): Promise<Response> {
  const t = makeTranslator(locale)
  const write = () => writeExport(source, format, { base, ...writeSettings(options) })
  if (query.get('losses') === '1') {
    // What they hold is of no interest.
    const answer = tellLosses(await makeFiles(await write(), 0), format, t)
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  }
  if (options.has('confirmed') && isEmpty(source))
    return plainPage(
      t('export.title'),
      t('export.noneConfirmed', { option: t('export.option.confirmed') }),
      { t, locale },
      { status: 404 },
    )
  const answer = await downloadExport(write, archiveName(source, format, base))
  return answer ?? new Response(null, { status: 404 })
}

/** The files of an export, which name the program's version where their format asks for it. */
export function writeExport(
  source: ExportSource,
  format: ExportFormat,
  settings: ExportFilesOptions,
): Promise<readonly ExportFile[]> {
  return exportFiles(source, format, { version: VERSION, ...settings })
}

/** What an archive of them is called. */
export function archiveName({ table }: ExportSource, format: ExportFormat, base: string): string {
  const languages = table.columns.map(({ language }) => language).join('-')
  return `${base}.${languages}.${EXPORT_TYPES[format].extension}.zip`
}

/** Whether a table has no row. */
function isEmpty({ table }: ExportSource): boolean {
  for (const _row of table.rows) return false
  return true
}

function tellLosses(made: readonly MadeFile[], format: ExportFormat, t: Translator): LossesAnswer {
  const line = (loss: ExportLoss) => {
    const words = describeLoss(loss, t)
    if (!keepsInline(format, loss)) return words
    const kept = t('export.keepMarks', { option: t('export.option.inline') })
    return t('errors.detail', { reason: words, detail: kept })
  }
  return {
    files: made
      .filter(({ losses }) => losses.length > 0)
      .map(({ name, losses }) => ({
        title: t('export.lossTitle', { name: `\u2066${name}\u2069` }),
        lines: losses.map(line),
      })),
  }
}
