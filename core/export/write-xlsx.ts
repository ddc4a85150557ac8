import type { ExportChunks, ExportFinding, ExportRow, ExportStream } from '../model'
import { makeXml } from '../text/make-xml'
import { tallyLosses, type LossTally } from '../text/tally-losses'
import { columnHeading } from './column-heading'
import { groupNotes } from './group-notes'
import { rowHeight } from './row-height'
import { columnName, sheetRow, type StyledCell } from './sheet-cells'
import { findingLines, findingsShell, termLines, termsShell, type FoundIn } from './review-sheets'
import { freeSheetName, sheetNames } from './sheet-names'
import { lookKey, type LookedCell } from './sheet-styles'
import { continueStrings } from './shared-strings'
import { sheetString } from './sheet-string'
import { plainSheetText } from './sheet-text'
import { textsShell, textCells } from './texts-sheet'
import type { WriteOptions } from './write-options'
import { makeXlsxShell, type LinesShell, type SheetShell } from './xlsx-shell'
import { openZip, type OpenZip } from './zip-stream'

/** Excel's limit on the head of a printed page, 255, without the command that centres it. */
const LONGEST_HEAD = 250

const ABOUT_WIDTH = 100

/** Where a workbook has its texts. */
const STRINGS = 'xl/sharedStrings.xml'

/**
 * A table as an Excel workbook, row by row. The first sheet has the versions' names in its first row, with the status of an unofficial one in brackets, then address, kind, confidence and findings; where the table can be
 * reviewed also decision, note and row id, behind them two hidden columns by which the file is known again, and on sheets of their own the findings and the terms. The last sheet has symbol, title, subtitle and status notes,
 * which are also comments on the versions' names and, in short, at the head of every printed page. Texts are always strings, whatever they look like; footnote marks are superscript digits in them; italics are
 * italics, bold where a script has none. A cell with findings is tinted by the gravest of them.
 */
export async function writeXlsx(table: ExportStream, { makePack }: WriteOptions = {}): Promise<ExportChunks> {
  const tally = tallyLosses()
  const { review } = table
  const [texts, about] = sheetNames(table.symbol, table.title)
  const findings = freeSheetName(table.labels.findings, [texts, about])
  const terms = freeSheetName(review?.labels.terms ?? '', [texts, about, findings])
  const plain = (text: string) => plainSheetText(text, tally)
  const sheets: readonly SheetShell[] = [
    { ...textsShell(table, texts, plain), pageHead: plain(headOf(table)) },
    ...(review === undefined
      ? []
      : [findingsShell(table, review, findings, plain), termsShell(table, review, terms, plain)]),
  ]
  const shell = await makeXlsxShell(plain(table.title), sheets, aboutOf(table, about, tally))
  return chunksOf(table, shell, sheets, openZip(makePack), tally)
}

function* chunksOf(
  table: ExportStream,
  { files, sheets, styles }: Awaited<ReturnType<typeof makeXlsxShell>>,
  shells: readonly SheetShell[],
  zip: OpenZip,
  tally: LossTally,
): ExportChunks {
  const found: FoundIn[] = []
  const sources: readonly (() => Iterable<readonly LookedCell[]>)[] = [
    () => textLines(table, found),
    () => findingLines(table, found),
    () => termLines(table),
  ]
  const xml = makeXml(tally)
  for (const [path, bytes] of Object.entries(files)) {
    if (path === STRINGS) continue
    const file = zip.add(path)
    file.push(bytes)
    file.end()
  }
  // Begun before the sheets, so that the texts go out at once: rows without their texts wait, packed to a tenth of them.
  const strings = continueStrings(new TextDecoder().decode(files[STRINGS]), zip.add(STRINGS))
  for (const [k, { path, before, after }] of sheets.entries()) {
    const sheet = zip.add(path)
    const number = (cell: StyledCell) => strings.add(sheetString(cell, xml, tally))
    const widths = shells[k]!.columns.map(({ width, hidden = false }) => (hidden ? Infinity : width))
    const names = widths.map((_, at) => columnName(at))
    sheet.push(before)
    let count = 0
    for (const cells of sources[k]!()) {
      count += 1
      const height = rowHeight(
        cells.map(({ value }) => (typeof value === 'string' ? value : '')),
        widths,
      )
      const styled = cells.map((cell) => ({ ...cell, style: styles.get(lookKey(cell.look)) ?? 0 }))
      sheet.push(sheetRow(count + 1, height, styled, names, number))
      yield* zip.take()
    }
    sheet.push(after(count))
    sheet.end()
    yield* zip.take()
  }
  strings.end()
  zip.end()
  yield* zip.take()
  return tally.list()
}

function* textLines(table: ExportStream, found: FoundIn[]): Generator<readonly LookedCell[], void, void> {
  for (const row of table.rows) {
    if (table.review !== undefined) found.push(...foundIn(row))
    yield textCells(row, table)
  }
}

function foundIn({ id, findings = [] }: ExportRow): readonly FoundIn[] {
  return findings.map((finding: ExportFinding) => ({ row: id, finding }))
}

/** The head of a printed page: the symbol, and which versions are unofficial. In it `&` begins a command and stands for itself when doubled. */
function headOf({ symbol, columns }: ExportStream): string {
  const notes = groupNotes(columns.map((column) => ({ ...column, statusNote: column.statusName })))
  const parts = [...(symbol === null ? [] : [symbol]), ...notes].map((part) => part.replaceAll('&', '&&'))
  const text = parts.join('   ')
  return text === '' ? '' : `&C${text.slice(0, LONGEST_HEAD).replace(/(?<!&)((?:&&)*)&$/u, '$1')}`
}

function aboutOf(table: ExportStream, name: string, tally: LossTally): LinesShell {
  const { symbol, title, subtitle, columns, direction } = table
  const lines = [
    ...(symbol === null || symbol === title ? [] : [symbol]),
    title,
    ...subtitle,
    ...columns.flatMap((column) =>
      column.statusNote === null
        ? []
        : [`${columnHeading({ ...column, statusName: null }, table.locale)} — ${column.statusNote}`],
    ),
  ]
  return {
    name,
    rightToLeft: direction === 'rtl',
    width: ABOUT_WIDTH,
    lines: lines.map((line) => ({
      text: plainSheetText(line, tally),
      height: rowHeight([line], [ABOUT_WIDTH]) + (line === title ? 6 : 0),
      title: line === title,
    })),
  }
}
