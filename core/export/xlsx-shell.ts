import ExcelJS, {
  type Alignment,
  type Border,
  type Borders,
  type DataValidation,
  type Fill,
  type Style,
  type Worksheet,
  type WorksheetView,
} from 'exceljs'
import { lookKey, ROW_LOOKS, SHEET_FONTS, type Direction, type SheetLook } from './sheet-styles'
import { columnName } from './sheet-cells'
import { unzipOwn } from './zip-stream'

/** A sheet of a workbook without its rows. All texts are as cells take them. */
export interface SheetShell {
  readonly name: string
  readonly rightToLeft: boolean
  /** The head, one a column: its text, its side, what a comment on it says, the column's width in characters, and whether the column is hidden. */
  readonly columns: readonly {
    readonly head: string
    readonly side: Direction
    readonly comment?: string
    readonly width: number
    readonly hidden?: boolean
    /** The only values that a person should choose from. */
    readonly choice?: readonly string[]
  }[]
  /** What stands at the head of each printed page, in Excel's own notation. */
  readonly pageHead?: string
}

/** A sheet of lines without a head; a line is a text, its height in points and whether it is the title. */
export interface LinesShell {
  readonly name: string
  readonly rightToLeft: boolean
  readonly width: number
  readonly lines: readonly { readonly text: string; readonly height: number; readonly title: boolean }[]
}

/** A workbook whose sheets of rows are open: what stands before their rows (the head is one of them), and what behind, for so many rows. */
export interface XlsxShell {
  /** All other files of the package, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly sheets: readonly {
    readonly path: string
    readonly before: string
    readonly after: (rows: number) => string
  }[]
  /** The number of a look in the workbook's styles, by its key. */
  readonly styles: ReadonlyMap<string, number>
}

/** Stands for the time of writing, which would make two equal tables different files. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1))

const HEAD_FILL = fill('FFEDEFF2')
const FILLS = { error: fill('FFFBE3DF'), warning: fill('FFFDF5DC') } as const
const GREY = 'FF767676'
const HAIRLINE: Partial<Border> = { style: 'thin', color: { argb: 'FFD9D9D9' } }
const GRID: Partial<Borders> = { left: HAIRLINE, right: HAIRLINE, bottom: HAIRLINE }

/**
 * The package of a workbook, made by the library: styles, heads with their comments, columns, frozen panes, filters, choices, printing. The rows are not: the library holds an object a cell
 * (450 MB for 60,000 cells), and shares their strings. A row of samples gives each look its number.
 */
export async function makeXlsxShell(
  title: string,
  sheets: readonly SheetShell[],
  about: LinesShell,
): Promise<XlsxShell> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Concordance'
  workbook.lastModifiedBy = 'Concordance'
  workbook.created = NO_DATE
  workbook.modified = NO_DATE
  workbook.title = title
  for (const sheet of sheets) addSheet(workbook, sheet)
  addLines(workbook, about)
  const files = unzipOwn(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const decoder = new TextDecoder()
  const styles = new Map<string, number>()
  const opened = sheets.map((_, k) => {
    const path = `xl/worksheets/sheet${k + 1}.xml`
    const text = decoder.decode(files[path]).replace(/<dimension [^>]*>/u, '')
    const start = text.indexOf('<row r="2"')
    const end = text.indexOf('</sheetData>')
    const numbers = [...text.slice(start, end).matchAll(/ s="(\d+)"/gu)].map(([, own]) => Number(own))
    ROW_LOOKS.forEach((look, at) => styles.set(lookKey(look), numbers[at] ?? 0))
    const tail = text.slice(end)
    return {
      path,
      before: text.slice(0, start),
      after: (rows: number) =>
        tail
          .replace(/(<autoFilter ref="A1:[A-Z]+)1"/u, (_match, range: string) => `${range}${rows + 1}"`)
          // Programs spread a choice over every cell of its range, so that it must not be a whole column.
          .replace(
            /( sqref="[A-Z]+2:[A-Z]+)2"/gu,
            (_match, range: string) => `${range}${Math.max(rows, 1) + 1}"`,
          ),
    }
  })
  const open = new Set(opened.map(({ path }) => path))
  return {
    files: Object.fromEntries(
      Object.entries(files).filter(([path]) => !path.endsWith('/') && !open.has(path)),
    ),
    sheets: opened,
    styles,
  }
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, rightToLeft, columns, pageHead = '' }: SheetShell,
): void {
  const view: Partial<WorksheetView> = { rightToLeft, state: 'frozen', ySplit: 1 }
  const sheet = workbook.addWorksheet(name, {
    views: [view],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: pageHead, oddFooter: '&C&P/&N' },
  })
  const reading = rightToLeft ? 'rtl' : 'ltr'
  sheet.columns = columns.map(({ width, hidden = false }) => ({ width, hidden }))
  const head = sheet.addRow(columns.map((column) => column.head))
  columns.forEach(({ side, comment, choice }, at) => {
    const cell = head.getCell(at + 1)
    Object.assign(cell, styleOf({ reading, side, kind: 'head' }))
    if (comment !== undefined) cell.note = { texts: [{ text: comment }], margins: { insetmode: 'auto' } }
    if (choice !== undefined) addChoice(sheet, columnName(at), choice)
  })
  const samples = sheet.addRow([])
  ROW_LOOKS.forEach((look, at) => Object.assign(samples.getCell(at + 1), styleOf(look)))
  sheet.autoFilter = `A1:${columnName(Math.max(columns.length, 1) - 1)}1`
}

/** A list to choose from; other values are let through, since a person may know better, and are told of when the file is read. */
function addChoice(sheet: Worksheet, column: string, choice: readonly string[]): void {
  // The library's types leave out that a sheet has these.
  const { dataValidations } = sheet as Worksheet & {
    readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void }
  }
  dataValidations.add(`${column}2:${column}2`, {
    type: 'list',
    allowBlank: true,
    showErrorMessage: false,
    formulae: [`"${choice.map((word) => word.replaceAll('"', '""')).join(',')}"`],
  })
}

function addLines(workbook: ExcelJS.Workbook, { name, rightToLeft, width, lines }: LinesShell): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ rightToLeft }],
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const side = rightToLeft ? 'rtl' : 'ltr'
  sheet.columns = [{ width }]
  for (const { text, height, title } of lines) {
    const row = sheet.addRow([text])
    row.height = height
    const { alignment, font } = styleOf({ reading: side, side, kind: title ? 'title' : 'text' })
    Object.assign(row.getCell(1), { alignment, font })
  }
}

function styleOf({ reading, side, kind, tint }: SheetLook): Partial<Style> {
  if (kind === 'head')
    return {
      font: { ...SHEET_FONTS[reading], bold: true },
      fill: HEAD_FILL,
      border: { bottom: { style: 'thin', color: { argb: GREY } } },
      alignment: aligned(reading, side),
    }
  if (kind === 'title')
    return { font: { ...SHEET_FONTS[reading], bold: true, size: 14 }, alignment: aligned(reading, side) }
  if (kind === 'number')
    return { numFmt: '0.00', alignment: { vertical: 'top', horizontal: 'center' }, border: GRID }
  return {
    font: kind === 'gap' ? { ...SHEET_FONTS[reading], color: { argb: GREY } } : SHEET_FONTS[side],
    alignment: aligned(reading, side),
    border: GRID,
    ...(tint !== undefined && { fill: FILLS[tint] }),
  }
}

/** How a text is read, and which side of its cell it begins on: the column's, so that a French word in an Arabic column stands above the Arabic. */
function aligned(reading: Direction, column: Direction): Partial<Alignment> {
  return {
    vertical: 'top',
    wrapText: true,
    readingOrder: reading,
    horizontal: column === 'rtl' ? 'right' : 'left',
    // Keeps Arabic and French that meet at a border apart.
    indent: 1,
  }
}

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}
