import type { ExportColumn, ExportLoss, ExportParagraph, ExportRow, ExportStream, Severity } from '../model'
import { paragraphDirection } from '../text/paragraph-direction'
import { tallyLosses } from '../text/tally-losses'
import { escapeHtml } from './escape-html'
import { exchangeCode } from './exchange-code'
import { gatherChunks } from './gather-chunks'
import { groupNotes } from './group-notes'
import { htmlStyles } from './html-styles'
import { joinLabel } from '../text/join-label'
import { splitRuns } from './split-runs'

type Escape = (text: string) => string

/** A finding as the list at the end has it: its number is its place there, from 1. */
interface ListedNote {
  readonly anchor: string
  readonly address: string
  readonly text: string
}

/**
 * A table as one file of HTML that needs nothing beside it: no script, no font, no picture. Every cell carries its language and direction, every finding stands as a note at the end, numbered, and is
 * linked from what it marks; unofficial versions are named at the head and above their column. Keys, kinds and labels stand in attributes and elements of their own, by which the page can be read back.
 */
export function writeHtml(table: ExportStream): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(table))
}

function* writePieces(table: ExportStream): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const escape = (text: string) => escapeHtml(text, tally)
  const notes: ListedNote[] = []
  const anchors = new Set<string>()
  yield head(table, escape)
  let part: string | undefined
  let open = false
  for (const row of table.rows) {
    if (row.part !== part || !open) {
      yield `${open ? '</tbody>\n' : ''}<tbody>\n${row.part === undefined ? '' : partRow(row.part, table, escape)}`
      open = true
      part = row.part
    }
    const first = notes.length
    const anchor = anchors.has(row.address) ? row.id : row.address
    anchors.add(anchor)
    notes.push(...row.notes.map((text) => ({ anchor, address: row.address, text })))
    yield rowHtml(row, table, { anchor, first, escape })
  }
  yield `${open ? '</tbody>\n' : ''}</table></main>\n${foot(table, notes, escape)}</body>\n</html>\n`
  return tally.list()
}

function head(table: ExportStream, escape: Escape): string {
  const { locale, direction, symbol, title, subtitle, columns, labels } = table
  const lines = [
    ...subtitle.map((line) => `<p>${escape(line)}</p>`),
    ...groupNotes(columns).map((note) => `<p class="unofficial">${escape(note)}</p>`),
  ]
  return `<!doctype html>
<html lang="${escape(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Concordance">
<title>${escape(symbol === null || symbol === title ? title : `${symbol} · ${title}`)}</title>
<style>${htmlStyles(columns.length, symbol ?? '', title)}</style>
</head>
<body>
<header>
${symbol === null || symbol === title ? '' : `<p><bdi>${escape(symbol)}</bdi></p>\n`}<h1>${escape(title)}</h1>
${lines.join('\n')}
</header>
<main><table data-columns="${columns.length}"${symbol === null ? '' : ` data-symbol="${written(symbol)}"`} style="--columns:${columns.length}">
<thead><tr><th scope="col" class="gutter"><span>${escape(labels.address)}</span></th>${columns
    .map((column) => columnHead(column, escape))
    .join('')}</tr></thead>
`
}

/** An attribute's value that repeats what stands in the page, where its losses are counted. */
const written = (text: string) => escapeHtml(text, tallyLosses())

function columnHead(column: ExportColumn, escape: Escape): string {
  const { language, direction, heading, statusName, status: known } = column
  const keys = ` data-language="${written(language)}"${known === undefined ? '' : ` data-status="${known}"`}`
  const status = statusName === null ? '' : `<small dir="auto">${escape(statusName)}</small>`
  // The name is the reader's word; it stands where the column's text begins.
  const align = direction === 'rtl' ? 'right' : 'left'
  return `<th scope="col"${keys} style="text-align:${align}">${escape(heading)}${status}</th>`
}

function partRow(part: string, { columns }: ExportStream, escape: Escape): string {
  return `<tr><th scope="rowgroup" class="part" colspan="${columns.length + 1}">${escape(part)}</th></tr>\n`
}

function rowHtml(
  row: ExportRow,
  { columns, labels }: ExportStream,
  { anchor, first, escape }: { readonly anchor: string; readonly first: number; readonly escape: Escape },
): string {
  const refs = row.notes.map((_, k) => {
    const grave = row.noteSides?.[k]?.severity === 'error' ? ' class="error"' : ''
    return `<a href="#f${first + k + 1}"${grave}>${first + k + 1}</a>`
  })
  const gutter =
    `<th scope="row" class="gutter"><a href="#${escape(anchor)}"><bdi>${escape(row.address)}</bdi></a>` +
    `${refs.length === 0 ? '' : `<span class="notes">${refs.join(' ')}</span>`}</th>`
  const cells = columns.map((column, k) => {
    const cell = row.cells[k] ?? []
    const name = escape(column.heading)
    if (cell.length === 0)
      return `<td class="gap" data-name="${name}"><span>${escape(labels.gap)}</span></td>`
    const language = escape(exchangeCode(column.language))
    return `<td lang="${language}" dir="${column.direction}" data-name="${name}">${cell
      .map((paragraph) => paragraphHtml(paragraph, column, first, escape))
      .join('')}</td>`
  })
  return `<tr id="${escape(anchor)}" data-kind="${row.kind}">${gutter}${cells.join('')}</tr>\n`
}

function paragraphHtml(
  paragraph: ExportParagraph,
  { language, direction }: ExportColumn,
  first: number,
  escape: Escape,
): string {
  let at = 0
  const runs = splitRuns(paragraph).map(({ text, italic, severity, mark }) => {
    if (mark) return markHtml(text, paragraph, at, escape)
    const from = at
    at += text.length
    const inner = italic ? `<i>${escape(text)}</i>` : escape(text)
    const note = severity === null ? null : noteAt(paragraph, from, at, severity)
    if (note === null) return inner
    return `<a class="finding${severity === 'error' ? ' error' : ''}" href="#f${first + note + 1}">${inner}</a>`
  })
  const turned = paragraphDirection(paragraph.text, direction) === direction ? '' : ' dir="ltr"'
  return `<p class="text"${turned}>${labelHtml(joinLabel(paragraph.label, language), escape)}${runs.join('')}</p>`
}

/** A label in an element of its own, so that it can be told from the text when the page is read again. */
function labelHtml(label: string, escape: Escape): string {
  return label === '' ? '' : `<span class="label">${escape(label)}</span>`
}

function markHtml(text: string, { marks }: ExportParagraph, at: number, escape: Escape): string {
  const note = marks.find((one) => one.at === at && one.mark === text)?.note ?? null
  const inner = note === null ? escape(text) : `<a href="#${escape(note)}">${escape(text)}</a>`
  return `<sup>${inner}</sup>`
}

/** The first note of that severity which covers a stretch. */
function noteAt(
  { highlights }: ExportParagraph,
  from: number,
  to: number,
  severity: Severity,
): number | null {
  return highlights.find((one) => one.severity === severity && one.from <= from && one.to >= to)?.note ?? null
}

function foot({ labels }: ExportStream, notes: readonly ListedNote[], escape: Escape): string {
  if (notes.length === 0) return ''
  const items = notes.map(
    ({ anchor, address, text }, k) =>
      `<li id="f${k + 1}"><a href="#${escape(anchor)}"><bdi>${escape(address)}</bdi></a> ${escape(text)}</li>`,
  )
  return `<footer>\n<h2>${escape(labels.findings)}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</footer>\n`
}
