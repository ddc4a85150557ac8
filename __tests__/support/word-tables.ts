import { wholeFile } from '../../core/export/gather-chunks'
import type { TableLayout } from '../../core/export/write-options'
import { writeTable } from '../../core/export/write-table'
import type { AlignedDocument, ExportTable } from '../../core/model'
import { readFile } from '../../core/read/read-document'

/** How the versions of a Word table may stand. */
export const LAYOUTS: readonly TableLayout[] = ['columns', 'stacked']

/** The bytes of a table as a Word file. */
export async function writeWordTable(table: ExportTable, layout: TableLayout): Promise<Uint8Array> {
  return wholeFile(await writeTable(table, 'docx', { layout })).bytes
}

/** A Word file as the table that it must be. */
export async function readWordTable(bytes: Uint8Array): Promise<AlignedDocument> {
  const read = await readFile(bytes, 'table.docx')
  if (read.kind !== 'aligned') throw new Error('read as a document')
  return read.aligned
}
