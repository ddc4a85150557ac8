/** The formats of export by name, as commands and addresses spell them; a test holds them against the writers. */
export const EXPORT_FORMATS = [
  'docx', 'xlsx', 'csv', 'tsv', 'html', 'markdown', 'tmx', 'xliff', 'xliff2', 'json', 'tbx', 'tbx3', 'akn',
] as const // prettier-ignore

/** One of them. */
export type ExportFormatName = (typeof EXPORT_FORMATS)[number]
