import type { ReadingReport } from '../core/model'

const TYPES: Readonly<Record<ReadingReport['format'], string>> = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  doc: 'application/msword',
  pdf: 'application/pdf',
  akn: 'application/akn+xml',
  tmx: 'application/x-tmx+xml',
  xliff: 'application/xliff+xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The media type under which a file of a format is kept, as IANA or the format's own specification names it. */
export function mediaType(format: ReadingReport['format']): string {
  return TYPES[format]
}
