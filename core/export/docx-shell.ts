import {
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ExportStream } from '../model'
import { MARK_STYLE, writeTableMark, type TableMark } from '../text/table-mark'
import { FONTS, docxStyles } from './docx-styles'
import { fontTable } from './font-table'
import { languageTag } from './language-tag'
import { PAGE, type PageLayout } from './page-layout'
import { xmlText } from './xml-text'
import { unzipOwn } from './zip-stream'

/** A document whose body is open: what stands before the first paragraph, between the paragraphs and the rows of the table, and behind these. */
export interface DocxShell {
  /** All parts that are ready, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly before: string
  readonly grid: string
  readonly after: string
}

const HAIRLINE = { style: BorderStyle.SINGLE, size: 2, color: 'C9C9C9' } as const
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '404040' } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** The parts that grow with the table, and are written piece by piece. */
export const GROWING = ['word/document.xml', 'word/footnotes.xml', 'word/comments.xml'] as const

/** The package of a document, made by the library: styles, page, footer, the frame of the table. Paragraphs and rows are not: with the library's own objects 60,000 cells took twice as long, and 1 GB. */
export async function makeDocxShell(
  table: ExportStream,
  { landscape, margin, size }: PageLayout,
  widths: readonly number[],
  arrangement: TableMark['layout'],
): Promise<DocxShell> {
  const document = new Document({
    customProperties: propertiesOf(table, arrangement),
    styles: {
      default: {
        document: { run: { font: FONTS, size, language: { value: languageTag(table.locale) } } },
        title: {
          run: { font: FONTS, size: 28, sizeComplexScript: 32, bold: true, color: '000000' },
          paragraph: { spacing: { after: 80 }, keepNext: true },
        },
        footnoteText: { run: { size: 16, sizeComplexScript: 18 }, paragraph: { spacing: { after: 20 } } },
      },
      paragraphStyles: [...docxStyles(size)],
      characterStyles: [{ id: MARK_STYLE, name: MARK_STYLE, run: { superScript: true } }],
    },
    // Stands for those that are written later, so that the package has a place for them.
    comments: { children: [{ id: 0, children: [] }] },
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
        footers: { default: new Footer({ children: [footerOf(table)] }) },
        children: [gridOf(table, widths), new Paragraph({ style: 'TableEnd' })],
      },
    ],
  })
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(table) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  const files = unzipOwn(new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts)))
  const body = new TextDecoder().decode(files['word/document.xml'])
  const start = body.indexOf('<w:tbl>')
  const rows = body.indexOf('<w:tr>', start)
  return {
    files: Object.fromEntries(
      Object.entries(files).filter(([path]) => !path.endsWith('/') && !GROWING.some((own) => own === path)),
    ),
    before: body.slice(0, start),
    grid: body.slice(start, rows),
    after: body.slice(body.indexOf('</w:tr>', rows) + '</w:tr>'.length),
  }
}

/** The mark by which our reader knows the table again: other programs keep such properties when they save the file. */
function propertiesOf({ columns, labels }: ExportStream, layout: TableMark['layout']) {
  const { address, findings, gap } = labels
  const mark = writeTableMark({ layout, columns, address, findings, gap })
  return Object.entries(mark).map(([name, value]) => ({ name, value: xmlText(value) }))
}

function gridOf({ direction }: ExportStream, widths: readonly number[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    visuallyRightToLeft: direction === 'rtl' ? true : undefined,
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 60, left: 90, right: 90 },
    borders: {
      top: RULE,
      bottom: RULE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows: [new TableRow({ children: [new TableCell({ children: [] })] })],
  })
}

/**
 * Symbol, page and number of pages; the title where there is no symbol. Symbol and figures are read from left to right, and so is the line, unless it has a
 * title that is not; the marks of direction (U+200E) keep page and number in their order there.
 */
function footerOf({ symbol, title, direction }: ExportStream): Paragraph {
  const rtl = symbol === null && direction === 'rtl' ? true : undefined
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

/** Title and maker of the file, without the time of writing, which would make two equal tables different files. */
function coreProperties({ title }: ExportStream): string {
  const escaped = xmlText(title).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped}</dc:title><dc:creator>Concordance</dc:creator></cp:coreProperties>`,
  ].join('')
}
