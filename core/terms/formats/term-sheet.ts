import { readWorkbook } from '../../text/read-workbook'
import type { SheetRow } from './read-term-sheet'
import { TermFileError } from './term-file-error'

/** The library is large, and most who ask for terms have none in a workbook. */
async function newWorkbook() {
  const { default: ExcelJS } = await import('exceljs')
  return new ExcelJS.Workbook()
}

/** The rows of a workbook's first sheet as text. Throws TermFileError for what is no workbook. */
export async function readSheet(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  try {
    return (await readWorkbook(bytes))[0]?.rows ?? []
  } catch {
    throw new TermFileError('not-xlsx')
  }
}

/** Excel's limit on the text of a cell, in UTF-16 code units. */
const LONGEST = 32_767

/** What XML 1.0 cannot hold, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** A text as a sheet's XML takes it: what looks like an escape, and carriage returns, as escapes (ISO/IEC 29500-1, 22.9.2.19). */
function sheetCell(text: string): string {
  if (FORBIDDEN.test(text)) throw new TermFileError('control-character', 0, JSON.stringify(text))
  if (text.length > LONGEST) throw new TermFileError('too-long', 0, `${text.slice(0, 40)}…`)
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_').replaceAll('\r', '_x000D_')
}

/** A workbook with these rows on one sheet, all cells text. Throws TermFileError for what a cell cannot hold. */
export async function writeSheet(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet('Terms')
  for (const row of rows) sheet.addRow(row.map(sheetCell))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
