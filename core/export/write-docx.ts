import {
  BorderStyle,
  Document,
  FileChild,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableLayoutType,
  TextRun,
  WidthType,
  type IXmlableObject,
} from 'docx'
import type { ExportColumn, ExportParagraph, ExportRow, ExportTable } from '../model'
import { baseLanguage } from '../text/languages'
import {
  cellElement,
  paragraphElement,
  rowElement,
  runElements,
  type Look,
  type Voice,
  type XmlElement,
} from './docx-elements'
import { FONTS, KIND_STYLES, SHADES, docxStyles } from './docx-styles'
import { docxRowLines } from './docx-row-lines'
import { fixZipDates } from './fix-zip-dates'
import { fontTable } from './font-table'
import { groupNotes } from './group-notes'
import { joinLabel } from './join-label'
import { languageTag } from './language-tag'
import { PAGE, pageLayout, type PageLayout } from './page-layout'
import { paragraphDirection } from '../text/paragraph-direction'
import { splitRuns } from './split-runs'
import { xmlText } from './xml-text'

const HAIRLINE = { style: BorderStyle.SINGLE, size: 2, color: 'C9C9C9' } as const
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '404040' } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const HEAD_FILL = 'F2F3F5'

/** Addresses are the same in every language. */
const ADDRESSES: Voice = { language: 'en', direction: 'ltr' }

/** Latin words in a right-to-left version are nearly always English. */
const LATIN: Voice = { language: 'en', direction: 'ltr' }

/**
 * A table as a Word document on A4: title block, then one row a row with the address first, the texts in the order of the columns, and the findings last
 * where there are any. Italics become bold in Chinese and right-to-left scripts, which have no italics; highlights are shades, the gravest darkest.
 * Characters that XML forbids are left out, all others kept. A table without rows has its head only.
 */
export async function writeDocx(table: ExportTable): Promise<Uint8Array> {
  const withFindings = table.rows.some(({ notes }) => notes.length > 0)
  const layout = pageLayout(table.columns.length, withFindings)
  const { margin, landscape } = layout
  const reader: Voice = { language: table.locale, direction: table.direction }
  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: FONTS, size: layout.size, language: { value: languageTag(reader.language) } },
        },
        title: {
          run: { font: FONTS, size: 28, sizeComplexScript: 32, bold: true, color: '000000' },
          paragraph: { spacing: { after: 80 }, keepNext: true },
        },
      },
      paragraphStyles: [...docxStyles(layout.size)],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...PAGE,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: 400, footer: 400 },
          },
        },
        footers: { default: new Footer({ children: [footerOf(table, reader)] }) },
        children: [
          ...titleBlock(table, reader).map((element) => new Ready(() => element)),
          gridOf(table, layout, reader),
          new Paragraph({ style: 'TableEnd' }),
        ],
      },
    ],
  })
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(table) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  return fixZipDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts)))
}

function titleBlock({ symbol, title, subtitle, columns }: ExportTable, reader: Voice): XmlElement[] {
  return [
    ...(symbol === null || symbol === title ? [] : [line(symbol, reader, 'Symbol')]),
    line(title, reader, 'Title'),
    ...subtitle.map((text) => line(text, reader, 'Subtitle')),
    ...groupNotes(columns).map((text) => line(text, reader, 'StatusNote')),
  ]
}

function gridOf(table: ExportTable, layout: PageLayout, reader: Voice): Table {
  const { columns, rows, labels } = table
  const withFindings = layout.findings > 0
  const widths = [
    layout.address,
    ...columns.map(() => layout.text),
    ...(withFindings ? [layout.findings] : []),
  ]
  const head = [
    [line(labels.address, reader, 'HeadSmall')],
    ...columns.map((column) => [
      line(column.heading, reader, 'Head', column.direction),
      ...(column.statusName === null ? [] : [line(column.statusName, reader, 'HeadNote', column.direction)]),
    ]),
    ...(withFindings ? [[line(labels.findings, reader, 'HeadSmall')]] : []),
  ]
  const grid = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    visuallyRightToLeft: table.direction === 'rtl' ? true : undefined,
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 60, left: 90, right: 90 },
    borders: {
      top: RULE,
      bottom: RULE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows: [],
  })
  const inWidths = (cells: readonly XmlElement[][], fill?: string) =>
    cells.map((paragraphs, at) => cellElement(widths[at] ?? 0, paragraphs, fill))
  grid.addChildElement(new Ready(() => rowElement(inWidths(head, HEAD_FILL), 'head')))
  const longest = linesOfThird(layout)
  for (const row of rows) {
    const cells = () => [
      [line(row.address, ADDRESSES, 'Address', table.direction)],
      ...columns.map((column, at) => textCell(row, column, at, labels.gap, reader)),
      ...(withFindings ? [findingsOf(row, reader)] : []),
    ]
    const kind = docxRowLines(row, layout) <= longest ? 'whole' : 'long'
    grid.addChildElement(new Ready(() => rowElement(inWidths(cells()), kind)))
  }
  return grid
}

function textCell(
  row: ExportRow,
  column: ExportColumn,
  at: number,
  gap: string,
  reader: Voice,
): XmlElement[] {
  const paragraphs = row.cells[at] ?? []
  if (paragraphs.length === 0) return [line(gap, reader, 'Gap', column.direction, { italic: slants(reader) })]
  const voice = { language: column.language, direction: column.direction }
  return paragraphs.map((paragraph) => {
    const turned = paragraphDirection(paragraph.text, voice.direction) !== voice.direction
    const own = turned ? LATIN : voice
    return paragraphElement(
      KIND_STYLES[row.kind] ?? 'Cell',
      own.direction,
      runsOf(paragraph, own, row.kind === 'enacting'),
      turned,
    )
  })
}

/** A third of a page in lines of the text: a row that takes less is kept on one page. */
function linesOfThird({ landscape, margin, size }: PageLayout): number {
  const height = (landscape ? PAGE.width : PAGE.height) - 2 * margin
  // A line is about 1.4 times the type size, which is in half-points.
  return height / 3 / (size * 10 * 1.4)
}

function runsOf(paragraph: ExportParagraph, voice: Voice, stressed: boolean): XmlElement[] {
  const slanted: Look = slants(voice) ? { italic: true } : { bold: true }
  const pieces = splitRuns(paragraph).map(({ text, italic, severity, mark }) => ({
    text,
    look: {
      ...(italic || (stressed && !mark) ? slanted : {}),
      raised: mark,
      fill: severity === null ? undefined : SHADES[severity],
    },
  }))
  return runElements([{ text: joinLabel(paragraph.label, voice.language) }, ...pieces], voice)
}

function findingsOf({ notes }: ExportRow, reader: Voice): XmlElement[] {
  return notes.length === 0
    ? [line('', reader, 'Finding')]
    : notes.map((note) => line(note, reader, 'Finding'))
}

/** Arabic and Chinese have no italics. */
function slants({ language, direction }: Voice): boolean {
  return direction === 'ltr' && baseLanguage(language) !== 'zh'
}

/** A paragraph of one look; in a column that runs the other way it begins on the column's side. */
function line(
  text: string,
  voice: Voice,
  style: string,
  column: Voice['direction'] = voice.direction,
  look: Look = {},
): XmlElement {
  return paragraphElement(
    style,
    voice.direction,
    runElements([{ text, look }], voice),
    column !== voice.direction,
  )
}

/**
 * Symbol, page and number of pages; the title where there is no symbol. Symbol and figures are read from left to right, and so is the line, unless it has a
 * title that is not; the marks of direction (U+200E) keep page and number in their order there.
 */
function footerOf({ symbol, title }: ExportTable, reader: Voice): Paragraph {
  const rtl = symbol === null && reader.direction === 'rtl' ? true : undefined
  return new Paragraph({
    style: 'PageFoot',
    bidirectional: rtl,
    children: [
      new TextRun({ rightToLeft: rtl, children: [xmlText(symbol ?? title)] }),
      new TextRun({ rightToLeft: rtl, children: [' · '] }),
      new TextRun({ children: [PageNumber.CURRENT, rtl ? '\u200e/\u200e' : '/', PageNumber.TOTAL_PAGES] }),
    ],
  })
}

/** An element that is made when the file is written: with the library's own objects for rows and runs, 30,000 cells took twice as long (11 s, not 6). */
class Ready extends FileChild {
  constructor(private readonly make: () => XmlElement) {
    super('')
  }

  override prepForXml(): IXmlableObject {
    return this.make()
  }
}

/** Title and maker of the file, without the time of writing, which would make two equal tables different files. */
function coreProperties({ title }: ExportTable): string {
  const escaped = xmlText(title).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped}</dc:title><dc:creator>Concordance</dc:creator></cp:coreProperties>`,
  ].join('')
}
