import type { ExportOption } from '../components/ExportMenu/export-options'
import type { LossesAnswer } from '../components/ExportMenu/losses-answer'
import packageJson from '../package.json'
import type { WholeFile } from '../core/export/gather-chunks'
import { wholeFile } from '../core/export/gather-chunks'
import { EXPORT_TYPES, keepsInline, type ExportFormat } from '../core/export/write-table'
import { zipFiles } from '../core/export/zip-files'
import type { ExportLoss, UnLanguage } from '../core/model'
import { describeLoss } from '../i18n/describe-loss'
import { makeTranslator, type Translator } from '../i18n/translator'
import { exportFiles, type ExportFilesOptions, type ExportSource } from '../jobs/export-files'
import { contentDisposition } from './serve-api/content-disposition'

/** The program's version, for headers of files that name it. */
const VERSION = packageJson.version

const FORMATS = Object.keys(EXPORT_TYPES) as readonly ExportFormat[]

/** A file of an export with all of its bytes, and what it does not hold. */
interface MadeFile extends WholeFile {
  readonly name: string
  readonly mime: string
}

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
 * names begin with, without an ending; 404 where there is nothing to write.
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
  const made = await makeExport(source, format, { base, ...writeSettings(options) })
  if (made.length === 0) return new Response(null, { status: 404 })
  if (query.get('losses') !== '1') return downloadExport(source, format, base, made)
  const answer = tellLosses(made, format, makeTranslator(locale))
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}

/** All files of an export; none where there is nothing to write. */
export async function makeExport(
  source: ExportSource,
  format: ExportFormat,
  settings: ExportFilesOptions,
): Promise<readonly MadeFile[]> {
  const files = await exportFiles(source, format, { version: VERSION, ...settings })
  return files.map(({ name, mime, chunks }) => ({ name, mime, ...wholeFile(chunks) }))
}

/** The files of an export as a download, one alone or several in a ZIP archive. What they do not hold is in the header Concordance-Losses. */
export async function downloadExport(
  { table }: ExportSource,
  format: ExportFormat,
  base: string,
  made: readonly MadeFile[],
): Promise<Response> {
  const [only] = made
  const languages = table.columns.map(({ language }) => language).join('-')
  const [name, mime, bytes] =
    only !== undefined && made.length === 1
      ? [only.name, only.mime, only.bytes]
      : [
          `${base}.${languages}.${EXPORT_TYPES[format].extension}.zip`,
          'application/zip',
          await zipFiles(made),
        ]
  const losses = lossesHeader(made)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
      ...(losses !== '' && { 'concordance-losses': losses }),
    },
  })
}

/** A structured list (RFC 9651), an item a loss and file: `gaps;count=3;file="A-RES-76-299.fr-en.tmx"`. Names are percent-encoded, since such a list is ASCII. */
function lossesHeader(made: readonly MadeFile[]): string {
  return made
    .flatMap(({ name, losses }) =>
      losses.map(({ code, count }) => `${code};count=${count};file="${encodeURIComponent(name)}"`),
    )
    .join(', ')
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
