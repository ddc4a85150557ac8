import { stringify } from 'csv-stringify/sync'
import { guardFormula } from '../text/guard-formula'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Records as the text of a CSV file for spreadsheets: a byte order mark, lines ended by CRLF, fields quoted where RFC 4180 asks for it, and none that a spreadsheet would run (see
 * guardFormula).
 */
export function csvText(records: readonly (readonly string[])[]): string {
  const csv = stringify(
    records.map((fields) => fields.map(guardFormula)),
    // The library quotes CRLF of its own accord, but neither of its halves alone.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
  return BYTE_ORDER_MARK + csv
}
