import { InputError, type AlignedDocument, type AlignedParagraph, type Language } from '../../model'
import { readWorkbook, type CellLook, type Sheet } from '../../text/read-workbook'
import { stressedSpans } from '../../text/slants'
import { nameFileType } from '../name-file-type'
import { openZip, ZIP_LIMITS } from '../open-zip'
import { linesInParts } from './lines-in-parts'
import { readTable } from './read-table'

/** A workbook of a million short texts unpacks to a fifth of this. */
const MOST_BYTES = 256 * 1024 * 1024

/** Unpacks a workbook once, counting and checking, since the library unpacks everything in memory. Throws InputError `too-large`, `unsafe` or `damaged`. */
export function checkWorkbook(bytes: Uint8Array): void {
  const archive = openZip(bytes, { ...ZIP_LIMITS, total: MOST_BYTES })
  for (const name of archive.names) archive.read(name)
}

/** The sheets of a file that somebody has brought. Rejects with InputError: `damaged`, `encrypted`, `binary` for another type of file, `too-large` and `unsafe`. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const type = nameFileType(bytes)
  if (type === 'encrypted Office file') throw new InputError('encrypted')
  if (type !== null && type !== 'XLSX' && type !== 'ZIP') throw new InputError('binary', type)
  if (type === null) throw new InputError('damaged')
  checkWorkbook(bytes)
  try {
    return await readWorkbook(bytes)
  } catch {
    throw new InputError('damaged')
  }
}

/** The paragraphs of a cell that is not plain throughout; null where what is not plain says nothing. Arabic and Chinese have no italics, and stress in bold. */
function partsOf(
  text: string,
  { italic, bold, raised }: CellLook,
  language: Language,
): readonly AlignedParagraph[] | null {
  const stressed = stressedSpans(language, italic, bold)
  return stressed.length + raised.length === 0 ? null : linesInParts(text, { italic: stressed, raised })
}

/**
 * Reads an XLSX workbook as versions side by side (see readTable), with italics and footnote marks: its first sheet that is such a table. Rejects with InputError: those of readTable, `damaged`, `encrypted`, `binary` for another type of
 * file, `too-large` and `unsafe`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<AlignedDocument> {
  const sheets = await readSheets(bytes)
  let first: unknown = new InputError('empty')
  for (const [k, { rows }] of sheets.entries()) {
    try {
      const looks = new Map(rows.map((row) => [row.cells, row.looks]))
      return readTable(
        'xlsx',
        rows.map(({ cells }) => cells),
        (row, column, language) => {
          const look = looks.get(row)?.get(column)
          return look === undefined ? null : partsOf(row[column] ?? '', look, language)
        },
      )
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (k === 0) first = error
    }
  }
  throw first
}
