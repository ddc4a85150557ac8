import type { ExportTable } from '../model'

/** The file formats that a table can be written to. */
export type ExportFormat = 'docx' | 'xlsx' | 'csv'

/** Media type and file name extension (without the dot) of each format, after IANA's registry. */
export const EXPORT_TYPES: Readonly<
  Record<ExportFormat, { readonly mime: string; readonly extension: string }>
> = {
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  csv: { mime: 'text/csv; charset=utf-8', extension: 'csv' },
}

/** A table as the bytes of a file; equal tables give equal bytes. The library of a format is loaded only when that format is asked for. */
export async function writeTable(table: ExportTable, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./write-docx')).writeDocx(table)
    case 'xlsx':
      return (await import('./write-xlsx')).writeXlsx(table)
    case 'csv':
      return (await import('./write-csv')).writeCsv(table)
  }
}
