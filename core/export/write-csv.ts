import type { ExportLoss, ExportStream } from '../model'
import { tallyItalics, tallyLosses, type LossTally } from '../text/tally-losses'
import { columnHeading } from './column-heading'
import { csvChunks } from './csv-text'
import { plainHead, plainRow } from './plain-rows'
import type { WriteOptions } from './write-options'

/**
 * A table as CSV: UTF-8 with a byte order mark unless that is refused, lines ended by CRLF, fields quoted where RFC 4180 asks for it. The first line names the columns: the
 * versions in their order (`Heading (status)` for an unofficial one), then address, kind, confidence and findings. Paragraphs of one cell stand on
 * lines of their own inside the field; a missing side is empty.
 *
 * A field that a spreadsheet would run as a formula gets an apostrophe in front (see guardFormula), headings included. Programs that read the file for its text take one leading
 * apostrophe off such a field. Nothing else is changed; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. Italics are left out. All three are counted.
 */
export function writeCsv(
  table: ExportStream,
  { mark }: WriteOptions = {},
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  return csvChunks(records(table, tally), { mark }, tally)
}

/** The same with tabs between the fields: a field with a tab in it is quoted. */
export function writeTsv(
  table: ExportStream,
  { mark }: WriteOptions = {},
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  return csvChunks(records(table, tally), { mark, delimiter: '\t' }, tally)
}

function* records(table: ExportStream, tally: LossTally): Generator<readonly string[], void, void> {
  yield [...table.columns.map((column) => columnHeading(column, table.locale)), ...plainHead(table)]
  for (const row of table.rows) {
    table.columns.forEach((_, k) => tallyItalics(row.cells[k] ?? [], tally))
    const { cells, address, kind, confidence, findings } = plainRow(row, table)
    yield [...cells, address, kind, String(confidence), findings]
  }
}
