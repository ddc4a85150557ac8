import ExcelJS, {
  type Alignment,
  type Border,
  type Borders,
  type Cell,
  type Fill,
  type Worksheet,
} from 'exceljs'
import type { ExportParagraph, ExportTable, Severity } from '../model'
import { columnHeading } from './column-heading'
import { fixZipDates } from './fix-zip-dates'
import { groupNotes } from './group-notes'
import { paragraphDirection } from '../text/paragraph-direction'
import { plainHead, plainRow } from './plain-rows'
import { rowHeight } from './row-height'
import { sheetNames } from './sheet-names'
import { sheetText } from './sheet-text'

/** Stands for the time of writing, which would make two equal tables different files. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1))

const HEAD_FILL = fill('FFEDEFF2')
const FILLS: Readonly<Record<Severity, Fill | null>> = {
  error: fill('FFFBE3DF'),
  warning: fill('FFFDF5DC'),
  info: null,
}
const GREY = 'FF767676'
/** Excel's own font, named because a font without a name is drawn in a serif elsewhere; it has no Arabic, which is named for the same reason. */
const FONTS = {
  ltr: { name: 'Calibri', family: 2, size: 11 },
  rtl: { name: 'Noto Naskh Arabic', family: 1, size: 12 },
} as const
const HAIRLINE: Partial<Border> = { style: 'thin', color: { argb: 'FFD9D9D9' } }
const GRID: Partial<Borders> = { left: HAIRLINE, right: HAIRLINE, bottom: HAIRLINE }

/** Excel's limit on the head of a printed page, 255, without the command that centres it. */
const LONGEST_HEAD = 250

/** Widths in characters of the default font. */
const TEXT_WIDTHS = [60, 60, 60, 50, 44, 38, 36] as const
const ABOUT_WIDTH = 100
const OTHER_WIDTHS = [11, 13, 11, 42] as const

/**
 * A table as an Excel workbook. The first sheet has the versions' names in its first row, with the status of an unofficial one in brackets, then address, kind, confidence and findings; the second the
 * symbol, title, subtitle and status notes, which are also comments on the versions' names and, in short, at the head of every printed page. Texts are always strings, whatever they look like; footnote
 * marks are superscript digits in them, and italics are not kept. A cell with findings is tinted by the gravest of them.
 */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Concordance'
  workbook.lastModifiedBy = 'Concordance'
  workbook.created = NO_DATE
  workbook.modified = NO_DATE
  workbook.title = sheetText(table.title)
  const [texts, about] = sheetNames(table.symbol, table.title)
  const view = { rightToLeft: table.direction === 'rtl' }
  addTexts(
    workbook.addWorksheet(texts, {
      views: [{ ...view, state: 'frozen', ySplit: 1 }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddHeader: headOf(table), oddFooter: '&P/&N' },
    }),
    table,
  )
  addAbout(
    workbook.addWorksheet(about, {
      views: [view],
      pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    }),
    table,
  )
  const bytes = await workbook.xlsx.writeBuffer()
  return fixZipDates(new Uint8Array(bytes))
}

/** The head of a printed page: the symbol, and which versions are unofficial. In it `&` begins a command and stands for itself when doubled. */
function headOf({ symbol, columns }: ExportTable): string {
  const notes = groupNotes(columns.map((column) => ({ ...column, statusNote: column.statusName })))
  const parts = [...(symbol === null ? [] : [symbol]), ...notes].map((part) =>
    sheetText(part).replaceAll('&', '&&'),
  )
  const text = parts.join('   ')
  return text === '' ? '' : `&C${text.slice(0, LONGEST_HEAD).replace(/(?<!&)((?:&&)*)&$/u, '$1')}`
}

function addTexts(sheet: Worksheet, table: ExportTable): void {
  const { columns, rows, direction: reading } = table
  const width = columns.length
  const others = plainHead(table)
  const textWidth = TEXT_WIDTHS[Math.min(width, TEXT_WIDTHS.length - 1)] ?? 60
  const widths = [...columns.map(() => textWidth), ...OTHER_WIDTHS]
  sheet.columns = widths.map((own) => ({ width: own }))
  const head = sheet.addRow([
    ...columns.map((column) => sheetText(columnHeading(column, table.locale))),
    ...others.map(sheetText),
  ])
  head.eachCell((cell, at) => {
    cell.font = { ...FONTS[reading], bold: true }
    cell.fill = HEAD_FILL
    cell.border = { bottom: { style: 'thin', color: { argb: GREY } } }
    cell.alignment = aligned(reading, columns[at - 1]?.direction ?? reading)
    const note = columns[at - 1]?.statusNote ?? null
    if (note !== null) cell.note = { texts: [{ text: sheetText(note) }], margins: { insetmode: 'auto' } }
  })
  for (const row of rows) {
    const { cells, address, kind, confidence, findings } = plainRow(row, table)
    const texts = [...cells, address, kind, '', findings].map(sheetText)
    const line = sheet.addRow(texts)
    line.height = rowHeight(texts, widths)
    columns.forEach(({ direction: own }, index) => {
      const paragraphs = row.cells[index] ?? []
      const cell = line.getCell(index + 1)
      if (paragraphs.length === 0) {
        cell.font = { ...FONTS[reading], color: { argb: GREY } }
        cell.alignment = aligned(reading, own)
      } else {
        cell.font = FONTS[own]
        cell.alignment = aligned(paragraphDirection(paragraphs.map(({ text }) => text).join(' '), own), own)
        tint(cell, paragraphs)
      }
    })
    for (let at = width + 1; at <= width + 2; at += 1) line.getCell(at).alignment = aligned('ltr', reading)
    const sure = line.getCell(width + 3)
    sure.value = Number.isFinite(confidence) ? confidence : null
    sure.numFmt = '0.00'
    sure.alignment = { vertical: 'top', horizontal: 'center' }
    line.getCell(width + 4).alignment = aligned(reading, reading)
    line.getCell(width + 4).font = FONTS[reading]
    for (let at = 1; at <= widths.length; at += 1) line.getCell(at).border = GRID
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: rows.length + 1, column: width + others.length },
  }
}

function addAbout(
  sheet: Worksheet,
  { symbol, title, subtitle, columns, direction: reading }: ExportTable,
): void {
  sheet.columns = [{ width: ABOUT_WIDTH }]
  const lines = [
    ...(symbol === null || symbol === title ? [] : [symbol]),
    title,
    ...subtitle,
    ...columns.flatMap(({ heading, statusNote }) =>
      statusNote === null ? [] : [`${heading} — ${statusNote}`],
    ),
  ]
  for (const line of lines) {
    const row = sheet.addRow([sheetText(line)])
    row.height = rowHeight([line], [ABOUT_WIDTH]) + (line === title ? 6 : 0)
    row.getCell(1).alignment = aligned(reading, reading)
    if (line === title) row.getCell(1).font = { ...FONTS[reading], bold: true, size: 14 }
    else row.getCell(1).font = FONTS[reading]
  }
}

function tint(cell: Cell, paragraphs: readonly ExportParagraph[]): void {
  const found = new Set(paragraphs.flatMap(({ highlights }) => highlights.map(({ severity }) => severity)))
  const own = found.has('error') ? FILLS.error : found.has('warning') ? FILLS.warning : null
  if (own !== null) cell.fill = own
}

/** How a text is read, and which side of its cell it begins on: the column's, so that a French word in an Arabic column stands above the Arabic. */
function aligned(reading: 'ltr' | 'rtl', column: 'ltr' | 'rtl'): Partial<Alignment> {
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
