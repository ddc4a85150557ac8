import type { ExportRow, ExportTable } from '../model'
import { plainCell } from './plain-cell'

/** One row of a table as plain text, in the order of the columns of `plainHead`. */
export interface PlainRow {
  /** One text a version; empty where the version has nothing, so that no program takes a word of ours for a translation. */
  readonly cells: readonly string[]
  readonly address: string
  /** In the reader's language. */
  readonly kind: string
  /** Rounded to three decimals. */
  readonly confidence: number
  /** The row's notes, each on its line. */
  readonly findings: string
}

/** The columns that follow the versions, in order. */
export function plainHead({ labels }: Pick<ExportTable, 'labels'>): readonly string[] {
  return [labels.address, labels.kind, labels.confidence, labels.findings]
}

/** A row as plain text: exactly one cell a column of the table, whatever number of cells the row brings. */
export function plainRow(row: ExportRow, { columns }: Pick<ExportTable, 'columns'>): PlainRow {
  return {
    cells: columns.map(({ language }, index) => plainCell(row.cells[index] ?? [], language)),
    address: row.address,
    kind: row.kindName,
    confidence: Math.round(row.confidence * 1000) / 1000,
    findings: row.notes.join('\n'),
  }
}
