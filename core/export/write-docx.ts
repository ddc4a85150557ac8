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
  type IRunOptions,
} from 'docx'
import type { ExportColumn, ExportParagraph, ExportRow, ExportTable } from '../model'
import { baseLanguage } from '../text/languages'
import { FONTS, KIND_STYLES, SHADES, docxStyles } from './docx-styles'
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

const HAIRLINE = { style: BorderStyle.SINGLE, size: 2, color: 'C9C9C9' } as const
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '404040' } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Figures and Latin letters among Arabic, with the signs that hold them together: `73/338`, `A/RES/73/338`. */
const LATIN_AMONG_ARABIC = /((?:\p{Script=Latin}|[0-9])+(?:[/.,:-](?:\p{Script=Latin}|[0-9])+)*)/u

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
        ...flow(voice),
        children: runsOf(paragraph, voice),
      }),
  )
}

function runsOf(paragraph: ExportParagraph, voice: Voice): TextRun[] {
  const upright = voice.direction === 'rtl' || baseLanguage(voice.language) === 'zh'
  const label = joinLabel(paragraph.label, voice.language)
  return [
    ...runOf(label, voice),
    ...splitRuns(paragraph).flatMap(({ text, italic, severity, mark }) =>
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
    ...flow(voice),
    alignment: column === voice.direction ? undefined : AlignmentType.END,
    children: runOf(text, voice),
  })
}

function flow({ direction }: Voice): { readonly bidirectional?: true } {
  return direction === 'rtl' ? { bidirectional: true } : {}
}

function runOf(text: string, voice: Voice, look: IRunOptions = {}): TextRun[] {
  const rightToLeft = voice.direction === 'rtl'
  const parts = rightToLeft ? xmlText(text).split(LATIN_AMONG_ARABIC) : [xmlText(text)]
  return parts.flatMap((part, index) => {
    if (part === '') return []
    // A font for Arabic need not have figures, and a reader should see the same ones in every column.
    const foreign = rightToLeft && index % 2 === 1
    return new TextRun({
      ...look,
      language: tagsOf(voice),
      ...(rightToLeft ? { rightToLeft } : {}),
      ...(foreign ? { font: { cs: FONTS.ascii } } : {}),
      // Quotation marks and dashes belong to two scripts; the hint gives them the Chinese shapes.
      ...(baseLanguage(voice.language) === 'zh' ? { font: { hint: 'eastAsia' } } : {}),
      children: withBreaks(part),
    })
  })
}

/** In a run's text Word takes a tab or a line break for a space: they are elements of their own. */
function withBreaks(text: string): (string | Tab | CarriageReturn)[] {
  return text
    .split(/(\t|\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : /^[\r\n]/.test(part) ? new CarriageReturn() : part))
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
    ...flow(reader),
    children: [
      ...runOf(`${symbol ?? title} · `, reader),
      new TextRun({
        children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
        ...(reader.direction === 'rtl' ? { rightToLeft: true, font: { cs: FONTS.ascii } } : {}),
      }),
    ],
  })
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
