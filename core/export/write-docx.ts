import {
  AlignmentType,
  BorderStyle,
  CarriageReturn,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphStyleOptions,
  type IRunOptions,
} from 'docx'
import type { ExportColumn, ExportParagraph, ExportRow, ExportTable, ParagraphKind, Severity } from '../model'
import { baseLanguage } from '../text/languages'
import { fixZipDates } from './fix-zip-dates'
import { groupNotes } from './group-notes'
import { joinLabel } from './join-label'
import { languageTag } from './language-tag'
import { PAGE, pageLayout, type PageLayout } from './page-layout'
import { splitRuns } from './split-runs'
import { xmlText } from './xml-text'

type Direction = 'ltr' | 'rtl'

/** Whose words a run is: they decide its language, script and direction. */
interface Voice {
  readonly language: string
  readonly direction: Direction
}

const FONTS = {
  ascii: 'Noto Serif',
  hAnsi: 'Noto Serif',
  cs: 'Noto Naskh Arabic',
  eastAsia: 'Noto Serif CJK SC',
} as const

const SHADES: Readonly<Record<Severity, string>> = { error: 'F4C6BD', warning: 'FBEDBE', info: 'E4ECF5' }
const GREY = '6B6B6B'
const HAIRLINE = { style: BorderStyle.SINGLE, size: 2, color: 'C9C9C9' } as const
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '404040' } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** The style of each kind of paragraph; the others are `Cell`. */
const KIND_STYLES: Readonly<Partial<Record<ParagraphKind, string>>> = {
  heading: 'CellHeading',
  title: 'CellTitle',
  section: 'CellTitle',
  annex: 'CellTitle',
  footnote: 'CellNote',
}

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
        document: { run: { font: FONTS, size: layout.size, language: tagsOf(reader) } },
        title: {
          run: { font: FONTS, size: 28, sizeComplexScript: 32, bold: true, color: '000000' },
          paragraph: { spacing: { after: 80 }, keepNext: true },
        },
      },
      paragraphStyles: stylesOf(layout),
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
          ...titleBlock(table, reader),
          gridOf(table, layout, reader),
          new Paragraph({ style: 'TableEnd' }),
        ],
      },
    ],
  })
  const core = { path: 'docProps/core.xml', data: coreProperties(table) }
  return fixZipDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])))
}

function titleBlock({ symbol, title, subtitle, columns }: ExportTable, reader: Voice): Paragraph[] {
  return [
    ...(symbol === null || symbol === title ? [] : [line(symbol, reader, 'Symbol')]),
    line(title, reader, 'Title'),
    ...subtitle.map((text) => line(text, reader, 'Subtitle')),
    ...groupNotes(columns).map((text) => line(text, reader, 'StatusNote')),
  ]
}

function gridOf(table: ExportTable, layout: PageLayout, reader: Voice): Table {
  const { columns, rows, labels } = table
  const widths = [
    layout.address,
    ...columns.map(() => layout.text),
    ...(layout.findings > 0 ? [layout.findings] : []),
  ]
  const head = [
    [line(labels.address, reader, 'HeadSmall')],
    ...columns.map((column) => [
      line(column.heading, reader, 'Head', column.direction),
      ...(column.statusNote === null ? [] : [line(column.statusNote, reader, 'HeadNote', column.direction)]),
    ]),
    ...(layout.findings > 0 ? [[line(labels.findings, reader, 'HeadSmall')]] : []),
  ]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    visuallyRightToLeft: table.direction === 'rtl',
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 60, left: 90, right: 90 },
    borders: {
      top: RULE,
      bottom: RULE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((children, at) => cellOf(children, widths[at], 'F2F3F5')),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: false,
            children: [
              [line(row.address, { language: 'en', direction: 'ltr' }, 'Address', table.direction)],
              ...columns.map((column, at) => textCell(row, column, at, labels.gap, reader)),
              ...(layout.findings > 0 ? [findingsOf(row, reader)] : []),
            ].map((children, at) => cellOf(children, widths[at])),
          }),
      ),
    ],
  })
}

function textCell(row: ExportRow, column: ExportColumn, at: number, gap: string, reader: Voice): Paragraph[] {
  const paragraphs = row.cells[at] ?? []
  if (paragraphs.length === 0) return [line(gap, reader, 'Gap', column.direction)]
  const voice = { language: column.language, direction: column.direction }
  return paragraphs.map(
    (paragraph) =>
      new Paragraph({
        style: KIND_STYLES[row.kind] ?? 'Cell',
        bidirectional: voice.direction === 'rtl' ? true : undefined,
        children: runsOf(paragraph, voice),
      }),
  )
}

function runsOf(paragraph: ExportParagraph, voice: Voice): TextRun[] {
  const upright = voice.direction === 'rtl' || baseLanguage(voice.language) === 'zh'
  const label = joinLabel(paragraph.label, voice.language)
  return [
    ...(label === '' ? [] : [runOf(label, voice)]),
    ...splitRuns(paragraph).map(({ text, italic, severity, mark }) =>
      runOf(text, voice, {
        ...(italic ? (upright ? { bold: true } : { italics: true }) : {}),
        ...(mark ? { superScript: true } : {}),
        ...(severity === null
          ? {}
          : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADES[severity] } }),
      }),
    ),
  ]
}

function findingsOf({ notes }: ExportRow, reader: Voice): Paragraph[] {
  return notes.length === 0
    ? [new Paragraph({ style: 'Finding' })]
    : notes.map((note) => line(note, reader, 'Finding'))
}

function cellOf(children: Paragraph[], width = 0, fill?: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children,
  })
}

/** A paragraph of one run; in a column that runs the other way it begins on the column's side. */
function line(text: string, voice: Voice, style: string, column: Direction = voice.direction): Paragraph {
  return new Paragraph({
    style,
    bidirectional: voice.direction === 'rtl' ? true : undefined,
    alignment: column === voice.direction ? undefined : AlignmentType.END,
    children: [runOf(text, voice)],
  })
}

function runOf(text: string, voice: Voice, look: IRunOptions = {}): TextRun {
  return new TextRun({
    ...look,
    language: tagsOf(voice),
    ...(voice.direction === 'rtl' ? { rightToLeft: true } : {}),
    // Quotation marks and dashes belong to two scripts; the hint gives them the Chinese shapes.
    ...(baseLanguage(voice.language) === 'zh' ? { font: { hint: 'eastAsia' } } : {}),
    children: xmlText(text)
      .split(/(\t|\r\n|\r|\n)/)
      .filter((part) => part !== '')
      .map((part) => (part === '\t' ? new Tab() : /^[\r\n]/.test(part) ? new CarriageReturn() : part)),
  })
}

function tagsOf({ language, direction }: Voice): {
  readonly value: string
  readonly eastAsia?: string
  readonly bidirectional?: string
} {
  const value = languageTag(language)
  if (direction === 'rtl') return { value, bidirectional: value }
  return baseLanguage(language) === 'zh' ? { value, eastAsia: value } : { value }
}

function footerOf({ symbol, title }: ExportTable, reader: Voice): Paragraph {
  return new Paragraph({
    style: 'PageFoot',
    bidirectional: reader.direction === 'rtl' ? true : undefined,
    children: [
      runOf(`${symbol ?? title} · `, reader),
      new TextRun({
        children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
        ...(reader.direction === 'rtl' ? { rightToLeft: true } : {}),
      }),
    ],
  })
}

function stylesOf({ size }: PageLayout): IParagraphStyleOptions[] {
  // Naskh is drawn small for its type size.
  const type = (points: number) => ({ size: points, sizeComplexScript: Math.round(points * 1.2) })
  const small = Math.max(size - 3, 13)
  const style = (
    id: string,
    run: IParagraphStyleOptions['run'],
    paragraph: IParagraphStyleOptions['paragraph'] = {},
  ): IParagraphStyleOptions => ({ id, name: id, basedOn: 'Normal', run, paragraph })
  return [
    style('Symbol', { ...type(18), color: GREY }, { spacing: { after: 40 }, keepNext: true }),
    style('Subtitle', { ...type(18) }, { spacing: { after: 20 } }),
    style('StatusNote', { ...type(18), bold: true }, { spacing: { before: 80, after: 80 } }),
    style('Head', { ...type(size), bold: true }, { keepNext: true }),
    style('HeadSmall', { ...type(14), color: GREY }, { keepNext: true }),
    style('HeadNote', { ...type(14), color: '7A3B12' }, { keepNext: true }),
    style('Cell', type(size), { spacing: { after: 40 } }),
    style('CellHeading', { ...type(small), color: GREY }, { spacing: { after: 20 } }),
    style('CellTitle', { ...type(size), bold: true }, { spacing: { before: 60, after: 60 }, keepNext: true }),
    style('CellNote', type(small), { spacing: { after: 20 } }),
    style('Gap', { ...type(small), color: '8A8A8A' }),
    style('Address', { ...type(14), color: GREY, noProof: true }),
    style('Finding', type(small), { spacing: { after: 40 } }),
    style('PageFoot', { ...type(14), color: GREY }, { alignment: AlignmentType.CENTER }),
    style('TableEnd', { size: 2 }, { spacing: { before: 0, after: 0, line: 20 } }),
  ]
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
