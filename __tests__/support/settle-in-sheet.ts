import ExcelJS, { type Worksheet } from 'exceljs'

/** Lines of the sheet of findings to be settled, by their number, with what is written into the columns of decisions and notes. */
export type SheetEdits = Readonly<Record<number, readonly [decision: string | null, note?: string]>>

/** What a person does in an exported workbook: writes into the sheet of findings, and into the texts where `text` is given. `heads` are the two columns' heads. Gives the file as it is saved then. */
export async function settleInSheet(
  file: ArrayBuffer,
  [decision, note]: readonly [decision: string, note: string],
  edits: SheetEdits,
  text?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file)
  const [texts, found] = book.worksheets as [Worksheet, Worksheet]
  const heads = (found.getRow(1).values as unknown[]).map(String)
  for (const [line, [verdict, why]] of Object.entries(edits)) {
    found.getCell(Number(line), heads.indexOf(decision)).value = verdict
    if (why !== undefined) found.getCell(Number(line), heads.indexOf(note)).value = why
  }
  if (text !== undefined) texts.getCell(2, 1).value = text
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The key of the finding on a line of the sheet of findings. */
export async function keyOnLine(file: ArrayBuffer, line: number): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file)
  const sheet = book.worksheets[1]!
  return /f:([0-9a-f]+)@/u.exec(sheet.getCell(line, sheet.columnCount).text)![1]!
}
