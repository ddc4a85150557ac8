import { InputError, type AlignedDocument } from '../../model'
import { unguardFormula } from '../../text/guard-formula'
import { CsvFault, parseCsv } from '../../text/parse-csv'
import { readTable } from './read-table'

/** Reads a text with cells between tabs, semicolons, commas or bars as versions side by side (see readTable). Throws InputError: those of readTable, and `damaged` (detail: the line) for broken quotes. */
export function readCsv(text: string, format: 'csv' | 'tsv'): AlignedDocument {
  try {
    return readTable(
      format,
      parseCsv(text).map(({ cells }) => cells.map(unguardFormula)),
    )
  } catch (error) {
    if (error instanceof CsvFault) throw new InputError('damaged', error.line > 0 ? `line ${error.line}` : '')
    throw error
  }
}
