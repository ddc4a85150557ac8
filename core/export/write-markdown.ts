import type { ExportLoss, ExportParagraph, ExportRow, ExportStream, Language } from '../model'
import { tallyLosses, wellFormed } from '../text/tally-losses'
import { columnHeading } from './column-heading'
import { exchangeCode } from './exchange-code'
import { gatherChunks } from './gather-chunks'
import { groupNotes } from './group-notes'
import { joinLabel } from '../text/join-label'
import { splitRuns } from './split-runs'

type Write = (text: string) => string

/** What Markdown or HTML inside it would take for a sign of its own, anywhere in a line. */
const SIGNS = /[\\`*_[\]<>&|~$^#!]/gu

/** What is a sign of its own at the beginning of a line only: lists, headings, rules. */
const AT_START = /^(\s*\d*)([-+=.)])/u

/**
 * A table as Markdown with tables (GitHub Flavored Markdown 0.29): a comment by which it is known again, title, what is known of the text, one table of the versions in their order behind the addresses, then the findings as a numbered list. Text that
 * runs from right to left stands in a `span` that says so; paragraphs of one cell are divided by `<br>`.
 */
export function writeMarkdown(table: ExportStream): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(table))
}

function* writePieces(table: ExportStream): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const write: Write = (text) =>
    wellFormed(text, tally)
      .replace(/\0/gu, () => {
        tally.add('control-characters')
        return '\uFFFD'
      })
      .replace(SIGNS, '\\$&')
      .replace(/\r\n|[\r\n]/gu, '<br>')
  const { columns, labels, locale, symbol, title, subtitle } = table
  const lines = [...subtitle, ...groupNotes(columns)].map((line) => `${startLine(write(line))}  \n`)
  const heading = symbol === null || symbol === title ? title : `${symbol} · ${title}`
  yield `${signOf(table)}\n# ${write(heading)}\n\n${lines.join('')}${lines.length === 0 ? '' : '\n'}`
  const heads = [labels.address, ...columns.map((column) => columnHeading(column, locale))]
  yield `| ${heads.map(write).join(' | ')} |\n|${' --- |'.repeat(heads.length)}\n`
  const notes: string[] = []
  for (const row of table.rows) {
    const first = notes.length
    notes.push(...row.notes.map((note) => `**${write(row.address)}** ${write(note)}`))
    yield rowLine(row, table, first, write)
  }
  if (notes.length > 0) {
    yield `\n## ${write(labels.findings)}\n\n`
    for (const [k, note] of notes.entries()) yield `${k + 1}. ${note}\n`
  }
  return tally.list()
}

/** A comment, which no one sees, that names the columns' versions, their status and the symbol, so that the file can be read back. */
function signOf({ columns, symbol }: ExportStream): string {
  const keys = columns.map(({ language, status }) => language + (status === undefined ? '' : `=${status}`))
  // The heading has the symbol too, and there its losses are counted.
  const known =
    symbol === null ? null : encodeURIComponent(wellFormed(symbol.replaceAll('\0', '\uFFFD'), tallyLosses()))
  return `<!-- Concordance: ${keys.join(', ')}${known === null ? '' : `; ${known.replaceAll('%2F', '/')}`} -->`
}

function rowLine(row: ExportRow, { columns, labels }: ExportStream, first: number, write: Write): string {
  const refs = row.notes.map((_, k) => `<sup>${first + k + 1}</sup>`).join(' ')
  const cells = columns.map(({ language, direction }, k) => {
    const cell = row.cells[k] ?? []
    if (cell.length === 0) return `_${write(labels.gap)}_`
    const text = cell.map((paragraph) => paragraphText(paragraph, language, write)).join('<br>')
    return direction === 'rtl' ? `<span dir="rtl" lang="${exchangeCode(language)}">${text}</span>` : text
  })
  return `| ${write(row.address)}${refs === '' ? '' : ` ${refs}`} | ${cells.join(' | ')} |\n`
}

function paragraphText(paragraph: ExportParagraph, language: Language, write: Write): string {
  const runs = splitRuns({ ...paragraph, highlights: [] }).map(({ text, italic, mark }) => {
    if (mark) return `<sup>${write(text)}</sup>`
    // Elements hold also where the letters around would keep an asterisk from being a sign, as in Chinese.
    return italic ? `<em>${write(text)}</em>` : write(text)
  })
  return write(joinLabel(paragraph.label, language)) + runs.join('')
}

function startLine(line: string): string {
  return line.replace(AT_START, '$1\\$2')
}
