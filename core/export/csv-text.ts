import { stringify } from 'csv-stringify/sync'
import type { ExportLoss } from '../model'
import { guardFormula } from '../text/guard-formula'
import { tallyLosses, wellFormed, type LossTally } from '../text/tally-losses'

const BYTE_ORDER_MARK = '\uFEFF'

/** Records that go to the library at once. */
const BATCH = 200

/** How records are written: what divides fields, and whether the file begins with a byte order mark. */
export interface CsvOptions {
  readonly delimiter?: ',' | '\t'
  readonly mark?: boolean
}

/**
 * Records as the text of a CSV file for spreadsheets: a byte order mark, lines ended by CRLF, fields quoted where RFC 4180 asks for it, and none that a spreadsheet would run (see
 * guardFormula).
 */
export function csvText(records: readonly (readonly string[])[]): string {
  return (
    BYTE_ORDER_MARK +
    csvLines(
      records.map((fields) => fields.map(guardFormula)),
      ',',
    )
  )
}

/** The same piece by piece, divided by commas or tabs, with or without the mark; halves of surrogate pairs become U+FFFD. Both are counted, besides what is in the tally already. */
export function* csvChunks(
  records: Iterable<readonly string[]>,
  { delimiter = ',', mark = true }: CsvOptions = {},
  tally: LossTally = tallyLosses(),
): Generator<string, readonly ExportLoss[], void> {
  let batch: (readonly string[])[] = []
  if (mark) yield BYTE_ORDER_MARK
  for (const record of records) {
    batch.push(
      record.map((field) => {
        const guarded = guardFormula(wellFormed(field, tally))
        if (guarded.length > field.length) tally.add('formula-cells')
        return guarded
      }),
    )
    if (batch.length === BATCH) {
      yield csvLines(batch, delimiter)
      batch = []
    }
  }
  if (batch.length > 0) yield csvLines(batch, delimiter)
  return tally.list()
}

function csvLines(records: readonly (readonly string[])[], delimiter: string): string {
  return stringify(
    [...records],
    // The library quotes CRLF of its own accord, but neither of its halves alone.
    { record_delimiter: 'windows', delimiter, quoted_match: /[\r\n]/ },
  )
}
