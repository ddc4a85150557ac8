/** What an export can be asked for besides its format, with the value that asks for it in an address: `layout=stacked`, `bom=0`. Without it an export is as usual. */
export const EXPORT_OPTIONS = {
  layout: 'stacked',
  bom: '0',
  inline: '1',
  unit: 'sentence',
  confirmed: '1',
  multilingual: '1',
  allTerms: '1',
} as const

/** One of them. */
export type ExportOption = keyof typeof EXPORT_OPTIONS

/** What a table can be asked for, whatever it is written as. */
const OF_ROWS: readonly ExportOption[] = ['unit', 'confirmed']

/** The options that make a difference to a format; formats that are not named have those of rows. */
const OPTIONS_OF: Readonly<Record<string, readonly ExportOption[]>> = {
  docx: ['layout', ...OF_ROWS],
  csv: ['bom', ...OF_ROWS],
  tsv: ['bom', ...OF_ROWS],
  tmx: ['inline', 'multilingual', ...OF_ROWS],
  xliff: ['inline', ...OF_ROWS],
  xliff2: ['inline', ...OF_ROWS],
  tbx: ['allTerms'],
  tbx3: ['allTerms'],
  json: ['unit'],
  akn: [],
}

/** The options that make a difference to a format. */
export function optionsOf(format: string): readonly ExportOption[] {
  return OPTIONS_OF[format] ?? OF_ROWS
}

/** The options that a query asks for, as far as they make a difference to the format. */
export function readExportOptions(query: URLSearchParams, format: string): ReadonlySet<ExportOption> {
  return new Set(optionsOf(format).filter((option) => query.get(option) === EXPORT_OPTIONS[option]))
}
