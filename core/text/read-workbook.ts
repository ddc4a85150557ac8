/** A row of a sheet; `line` is its number, from 1. Cells are text as the sheet shows it. */
export interface SheetLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** A sheet of a workbook: its rows that hold anything, in order. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetLine[]
}

/** Columns that are read: tables of texts have a dozen at most, and a stray cell in the last of 16,384 would widen every row. */
const COLUMNS = 256

/** Parts of a sheet that hold no text, and that the library spreads over every cell of the ranges that they name, however large. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'autoFilter',
  'extLst',
  'rowBreaks',
  'colBreaks',
]

/** The sheets of an XLSX workbook. Rejects with an Error for what is none. The library is large, and most files are no workbooks, so that it is loaded when it is needed. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer, { ignoreNodes: IGNORED })
  return book.worksheets.map((sheet) => {
    const rows: SheetLine[] = []
    const width = Math.min(sheet.columnCount, COLUMNS)
    sheet.eachRow((row, line) => {
      rows.push({ line, cells: Array.from({ length: width }, (_, c) => row.getCell(c + 1).text) })
    })
    return { name: sheet.name, rows }
  })
}
