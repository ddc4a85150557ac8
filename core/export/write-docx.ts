import type { ExportChunks, ExportRow, ExportStream } from '../model'
import { makeXml } from '../text/make-xml'
import { tallyLosses, type LossTally } from '../text/tally-losses'
import { columnHeading } from './column-heading'
import { gatherAnnotations } from './docx-annotations'
import { cellParagraphs, lineElement, type Desk } from './docx-cell'
import { cellElement, rowElement, type Markup, type Voice } from './docx-elements'
import { docxRowLines } from './docx-row-lines'
import { makeDocxShell, type DocxShell } from './docx-shell'
import { groupNotes } from './group-notes'
import { PAGE, pageLayout, stackedLayout, type PageLayout } from './page-layout'
import { untilNoted } from './until-noted'
import type { WriteOptions } from './write-options'
import { zipStream, type ZipEntry } from './zip-stream'

const HEAD_FILL = 'F2F3F5'

/** Addresses are the same in every language. */
const ADDRESSES: Voice = { language: 'en', direction: 'ltr' }

/** How the table of a document is laid out; `name` is the width of the column of versions' names, 0 where the versions stand in columns. */
interface Plan {
  readonly layout: PageLayout
  readonly name: number
  readonly widths: readonly number[]
}

/**
 * A table as a Word document on A4, row by row: title block, then one row a row with the address first, the texts in the order of the columns (`layout: 'stacked'`: one below the other, with the versions' names in front),
 * and the findings last where there are any. Italics become bold in Chinese and right-to-left scripts, which have no italics; highlights are shades, the gravest darkest, with a comment that says why. Footnote marks are
 * footnotes of Word, whose notes have the language and direction of their version; the rows of notes stay, since notes are laid side by side there and may have findings. A table without rows has its head only.
 */
export async function writeDocx(
  table: ExportStream,
  { layout: wanted = 'columns', makePack }: WriteOptions = {},
): Promise<ExportChunks> {
  const tally = tallyLosses()
  const { noted, rows } = untilNoted(table.rows)
  const plan = planOf(table, wanted === 'stacked', noted)
  const shell = await makeDocxShell(table, plan.layout, plan.widths, wanted)
  return chunksOf({ ...table, rows }, plan, shell, makePack, tally)
}

function planOf({ columns }: ExportStream, stacked: boolean, noted: boolean): Plan {
  const { name, ...layout } = stacked
    ? stackedLayout(noted)
    : { ...pageLayout(columns.length, noted), name: 0 }
  const widths = [
    layout.address,
    ...(stacked ? [name, layout.text] : columns.map(() => layout.text)),
    ...(noted ? [layout.findings] : []),
  ]
  return { layout, name, widths }
}

function* chunksOf(
  table: ExportStream,
  plan: Plan,
  shell: DocxShell,
  makePack: WriteOptions['makePack'],
  tally: LossTally,
): ExportChunks {
  const xml = makeXml(tally)
  const reader: Voice = { language: table.locale, direction: table.direction }
  const annotations = gatherAnnotations(reader, xml)
  const desk: Desk = { reader, xml, annotations, gap: table.labels.gap, tally }
  function* body(): Generator<string, void, void> {
    yield shell.before
    yield* titleBlock(table, desk)
    yield shell.grid
    yield headRow(table, plan, desk)
    for (const row of table.rows)
      yield plan.name > 0 ? stackedRows(row, table, plan, desk) : columnsRow(row, table, plan, desk)
    yield shell.after
  }
  function* entries(): Generator<ZipEntry, void, void> {
    for (const [path, bytes] of Object.entries(shell.files)) yield { path, chunks: [bytes] }
    yield { path: 'word/document.xml', chunks: body() }
    yield { path: 'word/footnotes.xml', chunks: annotations.footnotes() }
    yield { path: 'word/comments.xml', chunks: annotations.comments() }
  }
  yield* zipStream(entries(), makePack)
  return tally.list()
}

function titleBlock(
  { symbol, title, subtitle, columns }: ExportStream,
  { reader, xml }: Desk,
): readonly Markup[] {
  return [
    ...(symbol === null || symbol === title ? [] : [lineElement(symbol, reader, 'Symbol', xml)]),
    lineElement(title, reader, 'Title', xml),
    ...subtitle.map((text) => lineElement(text, reader, 'Subtitle', xml)),
    ...groupNotes(columns).map((text) => lineElement(text, reader, 'StatusNote', xml)),
  ]
}

function headRow(table: ExportStream, { name, widths, layout }: Plan, { reader, xml }: Desk): Markup {
  const { columns, labels, locale } = table
  const texts =
    name > 0
      ? [
          lineElement('', reader, 'HeadSmall', xml),
          lineElement(
            columns.map((column) => columnHeading(column, locale)).join(' · '),
            reader,
            'Head',
            xml,
          ),
        ]
      : columns.map((column) => nameOf(column, reader, xml))
  const cells = [
    lineElement(labels.address, reader, 'HeadSmall', xml),
    ...texts,
    ...(layout.findings > 0 ? [lineElement(labels.findings, reader, 'HeadSmall', xml)] : []),
  ]
  return rowElement(
    cells.map((paragraphs, at) => cellElement(widths[at] ?? 0, paragraphs, { fill: HEAD_FILL })).join(''),
    'head',
  )
}

/** A version's name, with its status where it is unofficial. */
function nameOf(
  { heading, statusName, direction }: ExportStream['columns'][number],
  reader: Voice,
  xml: Desk['xml'],
): Markup {
  const status = statusName === null ? '' : lineElement(statusName, reader, 'HeadNote', xml, direction)
  return lineElement(heading, reader, 'Head', xml, direction) + status
}

function columnsRow(row: ExportRow, table: ExportStream, { layout, widths }: Plan, desk: Desk): Markup {
  const { columns, direction } = table
  let cells = cellElement(layout.address, lineElement(row.address, ADDRESSES, 'Address', desk.xml, direction))
  columns.forEach((column, at) => {
    cells += cellElement(layout.text, cellParagraphs(row, column, at, desk))
  })
  if (layout.findings > 0) cells += cellElement(widths.at(-1) ?? 0, findingsOf(row, desk))
  return rowElement(cells, docxRowLines(row, layout) <= linesOfThird(layout) ? 'whole' : 'long')
}

/** A row's versions one below the other; those that take less than a third of a page together stay on one. */
function stackedRows(row: ExportRow, table: ExportStream, { layout, name }: Plan, desk: Desk): Markup {
  const { columns, direction } = table
  const { reader, xml } = desk
  const lines = columns.reduce((sum, _, at) => {
    const cells = [row.cells[at] ?? []]
    return sum + docxRowLines({ ...row, cells }, layout)
  }, 0)
  const kind = lines <= linesOfThird(layout) ? 'whole' : 'long'
  return columns
    .map((column, at) => {
      const merged = at === 0 ? 'begins' : 'goes-on'
      const setting = { keeps: kind === 'whole' && at < columns.length - 1 }
      const address = lineElement(at === 0 ? row.address : '', ADDRESSES, 'Address', xml, direction)
      const { heading, statusName } = column
      const version =
        lineElement(heading, reader, 'Name', xml) +
        (statusName === null ? '' : lineElement(statusName, reader, 'NameNote', xml))
      const findings = at === 0 ? findingsOf(row, desk) : lineElement('', reader, 'Finding', xml)
      return rowElement(
        cellElement(layout.address, address, { merged }) +
          cellElement(name, version) +
          cellElement(layout.text, cellParagraphs(row, column, at, desk, setting)) +
          (layout.findings > 0 ? cellElement(layout.findings, findings, { merged }) : ''),
        kind,
      )
    })
    .join('')
}

/** A third of a page in lines of the text: a row that takes less is kept on one page. */
function linesOfThird({ landscape, margin, size }: PageLayout): number {
  const height = (landscape ? PAGE.width : PAGE.height) - 2 * margin
  // A line is about 1.4 times the type size, which is in half-points.
  return height / 3 / (size * 10 * 1.4)
}

function findingsOf({ notes }: ExportRow, { reader, xml }: Desk): Markup {
  return notes.length === 0
    ? lineElement('', reader, 'Finding', xml)
    : notes.map((note) => lineElement(note, reader, 'Finding', xml)).join('')
}
