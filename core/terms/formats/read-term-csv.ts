import { unguardFormula } from '../../text/guard-formula'
import { CsvFault, parseCsv } from '../../text/parse-csv'
import type { SheetRow } from './read-term-sheet'
import { TermFileError } from './term-file-error'

/** The rows of a text with cells between commas, semicolons or tabs (see parseCsv). Throws TermFileError for broken quotes. */
export function readTermCsv(text: string): readonly SheetRow[] {
  if (text.trim() === '') throw new TermFileError('empty')
  try {
    return parseCsv(text).map(({ line, cells }) => ({ line, cells: cells.map(unguardFormula) }))
  } catch (error) {
    if (error instanceof CsvFault) throw new TermFileError('not-csv', error.line, error.message)
    throw error
  }
}
