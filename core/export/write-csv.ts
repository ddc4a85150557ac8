import type { ExportTable } from '../model'
import { columnHeading } from './column-heading'
import { csvText } from './csv-text'
import { plainHead, plainRow } from './plain-rows'

/**
 * A table as CSV: UTF-8 with a byte order mark, lines ended by CRLF, fields quoted where RFC 4180 asks for it. The first line names the columns: the
 * versions in their order (`Heading (status)` for an unofficial one), then address, kind, confidence and findings. Paragraphs of one cell stand on
 * lines of their own inside the field; a missing side is empty.
 *
 * A field that a spreadsheet would run as a formula gets an apostrophe in front (see guardFormula), headings included. Programs that read the file for its text take one leading
 * apostrophe off such a field. Nothing else is changed; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 */
export async function writeCsv(table: ExportTable): Promise<Uint8Array> {
  const head = [...table.columns.map((column) => columnHeading(column, table.locale)), ...plainHead(table)]
  const rows = table.rows.map((row) => {
    const { cells, address, kind, confidence, findings } = plainRow(row, table)
    return [...cells, address, kind, String(confidence), findings]
  })
  return new TextEncoder().encode(csvText([head, ...rows]))
}
