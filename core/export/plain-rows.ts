import type { ExportRow, ExportTable } from '../model'
import { plainCell } from './plain-cell'

/** One row of a table as plain text, in the order of the columns of `plainHead`. */
export interface PlainRow {
  /** One text a version; the gap label where the version has nothing. */
  readonly cells: readonly string[]
  readonly address: string
  /** A code that is the same in every language: `operative`. */
  readonly kind: string
  /** Rounded to three decimals. */
  readonly confidence: number
  /** The row's notes, each on its line. */
  readonly findings: string
}

/**
 * The columns that follow the versions, in order. The heading of the kind is the name that it has in the JSON, because its values are codes too and
 * the table brings no word for it.
 */
export function plainHead({ labels }: ExportTable): readonly string[] {
  return [labels.address, 'kind', labels.confidence, labels.findings]
}

/** A row as plain text: exactly one cell a column of the table, whatever number of cells the row brings. */
export function plainRow(row: ExportRow, { columns, labels }: ExportTable): PlainRow {
  return {
    cells: columns.map(({ language }, index) => {
      const paragraphs = row.cells[index] ?? []
      return paragraphs.length === 0 ? labels.gap : plainCell(paragraphs, language)
    }),
    address: row.address,
    kind: row.kind,
    confidence: Math.round(row.confidence * 1000) / 1000,
    findings: row.notes.join('\n'),
  }
}
