import type { Cell, Workbook } from 'exceljs'
import type { Span } from '../model'

/** What of a cell's text is italic, bold and raised: half-open ranges of the text. */
export interface CellLook {
  readonly italic: readonly Span[]
  readonly bold: readonly Span[]
  readonly raised: readonly Span[]
}

/** A row of a sheet; `line` is its number, from 1. Cells are text as the sheet shows it; `looks` has those that are not plain, by their place. */
export interface SheetLine {
  readonly line: number
  readonly cells: readonly string[]
  readonly looks?: ReadonlyMap<number, CellLook>
}

/** A sheet of a workbook: its rows that hold anything, in order. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetLine[]
}

/** Columns that are read: tables of texts have a dozen at most, and a stray cell in the last of 16,384 would widen every row. */
const COLUMNS = 256

/** Parts of a sheet that hold no text. Some of them the library spreads over every cell of the ranges that they name, however large; others name files (see leaveParts). */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'autoFilter',
  'extLst',
  'rowBreaks',
  'colBreaks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
]

/** Where a cell's text looks otherwise than plain, or null where it nowhere does. */
function lookOf({ value, font: own }: Cell, text: string): CellLook | null {
  const isRich = typeof value === 'object' && value !== null && 'richText' in value
  if (!isRich && (typeof value !== 'string' || (own?.italic !== true && own?.bold !== true))) return null
  const spans = { italic: [] as Span[], bold: [] as Span[], raised: [] as Span[] }
  const add = (kind: keyof CellLook, from: number, to: number) => {
    const last = spans[kind].at(-1)
    // Marks that touch are two.
    if (last?.to === from && kind !== 'raised') spans[kind][spans[kind].length - 1] = { from: last.from, to }
    else spans[kind].push({ from, to })
  }
  if (!isRich) {
    // LibreOffice writes a text that looks the same throughout as a cell that does.
    if (own?.italic === true) add('italic', 0, text.length)
    if (own?.bold === true) add('bold', 0, text.length)
  } else {
    let from = 0
    for (const run of value.richText) {
      // A run without a text is against the standard, and is read.
      const to = from + ((run.text as string | undefined) ?? '').length
      // A run with a font of its own takes nothing from the cell's.
      const { italic, bold, vertAlign } = run.font ?? own ?? {}
      if (italic === true) add('italic', from, to)
      if (bold === true) add('bold', from, to)
      if (vertAlign === 'superscript') add('raised', from, to)
      from = to
    }
  }
  return spans.italic.length + spans.bold.length + spans.raised.length === 0 ? null : spans
}

/** What the library has read of a workbook's files before it puts them together: not in its types. */
interface ReadParts {
  readonly worksheetRels: Record<string, readonly { readonly Type: string }[] | undefined>
  drawings: object
  tables: object
}

/**
 * Leaves out what the sheets of a workbook refer to besides links: comments, drawings and tables are no text of a sheet, and the library finds them only under the names that it gives them itself. openpyxl's are
 * others, and it would fail.
 */
function leaveParts(book: Workbook): void {
  const reader = book.xlsx as unknown as { reconcile: (parts: ReadParts, options: unknown) => void }
  const reconcile = reader.reconcile.bind(reader)
  reader.reconcile = (parts, options) => {
    for (const [sheet, relations] of Object.entries(parts.worksheetRels))
      parts.worksheetRels[sheet] = relations?.filter(({ Type }) => Type.endsWith('/hyperlink'))
    parts.drawings = {}
    parts.tables = {}
    reconcile(parts, options)
  }
}

/** The sheets of an XLSX workbook. Rejects with an Error for what is none. The library is large, and most files are no workbooks, so that it is loaded when it is needed. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  leaveParts(book)
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer, { ignoreNodes: IGNORED })
  return book.worksheets.map((sheet) => {
    const rows: SheetLine[] = []
    const width = Math.min(sheet.columnCount, COLUMNS)
    sheet.eachRow((row, line) => {
      const looks = new Map<number, CellLook>()
      const cells = Array.from({ length: width }, (_, c) => {
        const cell = row.getCell(c + 1)
        const { text } = cell
        const look = lookOf(cell, text)
        if (look !== null) looks.set(c, look)
        return text
      })
      rows.push({ line, cells, ...(looks.size > 0 && { looks }) })
    })
    return { name: sheet.name, rows }
  })
}
