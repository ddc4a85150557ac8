import type { ExportChunks, ExportLoss, ExportStream } from '../model'
import type { WriteOptions } from './write-options'

/** The formats that a table can be written to. */
export type TableFormat = 'docx' | 'xlsx' | 'csv' | 'tsv' | 'html' | 'markdown' | 'tmx' | 'xliff' | 'xliff2'

/** All formats of export: tables, and those that are made of the versions, the terms or the whole check. */
export type ExportFormat = TableFormat | 'json' | 'tbx' | 'tbx3' | 'akn'

/** Media type and file name extension (without the dot) of each format, after IANA's registry where it has one. */
export const EXPORT_TYPES: Readonly<
  Record<ExportFormat, { readonly mime: string; readonly extension: string }>
> = {
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  csv: { mime: 'text/csv; charset=utf-8', extension: 'csv' },
  tsv: { mime: 'text/tab-separated-values; charset=utf-8', extension: 'tsv' },
  html: { mime: 'text/html; charset=utf-8', extension: 'html' },
  markdown: { mime: 'text/markdown; charset=utf-8', extension: 'md' },
  tmx: { mime: 'application/x-tmx+xml', extension: 'tmx' },
  xliff: { mime: 'application/xliff+xml', extension: 'xlf' },
  xliff2: { mime: 'application/xliff+xml', extension: 'xlf' },
  json: { mime: 'application/json', extension: 'json' },
  tbx: { mime: 'application/x-tbx+xml', extension: 'tbx' },
  tbx3: { mime: 'application/x-tbx+xml', extension: 'tbx' },
  akn: { mime: 'application/akn+xml', extension: 'akn.xml' },
}

/** The formats of two languages: more columns than two make a file a pair, see pairTables. */
export const PAIR_FORMATS: readonly ExportFormat[] = ['tmx', 'xliff', 'xliff2']

/** Whether a format has the option `inline`, and keeps with it what is lost without. */
export const keepsInline = (format: string, { code }: Pick<ExportLoss, 'code'>): boolean =>
  PAIR_FORMATS.some((own) => own === format) && (code === 'footnote-marks' || code === 'italics')

/**
 * A table as the contents of a file, piece by piece; equal tables give equal bytes. One row at a time is held, besides what is packed already and, for DOCX, footnotes and comments. The library of a format is loaded only when that format is
 * asked for.
 */
export async function writeTable(
  table: ExportStream,
  format: TableFormat,
  options: WriteOptions = {},
): Promise<ExportChunks> {
  switch (format) {
    case 'docx':
      return (await import('./write-docx')).writeDocx(table, options)
    case 'xlsx':
      return (await import('./write-xlsx')).writeXlsx(table, options)
    case 'csv':
      return (await import('./write-csv')).writeCsv(table, options)
    case 'tsv':
      return (await import('./write-csv')).writeTsv(table, options)
    case 'html':
      return (await import('./write-html')).writeHtml(table)
    case 'markdown':
      return (await import('./write-markdown')).writeMarkdown(table)
    case 'tmx':
      return (await import('./write-tmx')).writeTmx(table, options)
    case 'xliff':
      return (await import('./write-xliff')).writeXliff(table, options)
    case 'xliff2':
      return (await import('./write-xliff')).writeXliff2(table, options)
  }
}
