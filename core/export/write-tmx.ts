import type { ExportLoss, ExportParagraph, ExportRow, ExportStream, Language } from '../model'
import { makeXml, XML_DECLARATION, type XmlMaker } from '../text/make-xml'
import { tallyLosses } from '../text/tally-losses'
import { exchangeCode } from './exchange-code'
import { gatherChunks } from './gather-chunks'
import { segmentLabels, segmentRuns } from './segment-runs'
import type { Run } from './split-runs'
import type { WriteOptions } from './write-options'

/**
 * A table as TMX 1.4b (LISA OSCAR, 26 April 2005): a unit a row, a variant a column that has text. The first column is the source. A row with fewer than two texts is left out and counted. Each unit carries
 * symbol, address, date of adoption, kind, confidence and whether it is confirmed as `prop`, and its findings as notes; each variant its labels, the header the versions' status.
 * There is no document type: readers that refuse one for safety would refuse the file.
 */
export function writeTmx(
  table: ExportStream,
  options: WriteOptions = {},
): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(table, options))
}

function* writePieces(
  table: ExportStream,
  { unit = 'paragraph', inline = false, version = '0' }: WriteOptions,
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const xml = makeXml(tally)
  const { columns, symbol, adopted } = table
  const codes = columns.map(({ language }) => exchangeCode(language))
  const segment = (cell: readonly ExportParagraph[], language: Language) => {
    const runs = segmentRuns(cell, language, { unit, inline, tally })
    return inline ? inlineText(runs, xml) : xml.text(runs.map(({ text }) => text).join(''))
  }
  yield `${XML_DECLARATION}<tmx version="1.4">\n${header(table, codes[0] ?? 'und', unit, version, xml)}<body>\n`
  for (const row of table.rows) {
    const present = columns.flatMap(({ language }, k) => {
      const cell = row.cells[k] ?? []
      return cell.some(({ text }) => text !== '') ? [{ language, code: codes[k]!, cell }] : []
    })
    if (present.length < 2) {
      tally.add('gaps')
      continue
    }
    yield xml.open('tu', { tuid: unitId(symbol, row) }) +
      row.notes.map((note) => xml.element('note', {}, xml.text(note))).join('') +
      properties(row, symbol, adopted ?? null, xml) +
      present
        .map(({ language, code, cell }) => {
          const labels = segmentLabels(cell, unit)
          return (
            xml.open('tuv', { 'xml:lang': code }) +
            (labels === null ? '' : property('label', labels, xml)) +
            `<seg>${segment(cell, language)}</seg></tuv>`
          )
        })
        .join('') +
      '</tu>\n'
  }
  yield '</body>\n</tmx>\n'
  return tally.list()
}

function header(
  { columns, title, locale }: ExportStream,
  source: string,
  unit: string,
  version: string,
  xml: XmlMaker,
): string {
  const notes = [
    title,
    ...columns.flatMap(({ language, statusNote }) =>
      statusNote === null ? [] : [`${exchangeCode(language)}: ${statusNote}`],
    ),
  ]
  return `${xml.element(
    'header',
    {
      creationtool: 'Concordance',
      creationtoolversion: version,
      segtype: unit,
      'o-tmf': 'Concordance',
      adminlang: locale,
      srclang: source,
      datatype: 'plaintext',
    },
    notes.map((note) => xml.element('note', { 'xml:lang': locale }, xml.text(note))).join('') +
      columns
        .flatMap(({ language, status }) =>
          status === undefined ? [] : property(`status-${exchangeCode(language)}`, status, xml),
        )
        .join(''),
  )}\n`
}

/** Identifiers of units may not have white space; the symbol keeps those of several texts apart in one memory. */
function unitId(symbol: string | null, { id }: ExportRow): string {
  return symbol === null ? id : `${symbol.replace(/\s+/gu, '_')}#${id}`
}

function properties(row: ExportRow, symbol: string | null, adopted: string | null, xml: XmlMaker): string {
  return (
    (symbol === null ? '' : property('symbol', symbol, xml)) +
    property('address', row.address, xml) +
    (adopted === null ? '' : property('date', adopted, xml)) +
    property('kind', row.kind, xml) +
    property('confidence', String(Math.round(row.confidence * 1000) / 1000), xml) +
    (row.confirmed === true ? property('confirmed', 'yes', xml) : '')
  )
}

function property(type: string, value: string, xml: XmlMaker): string {
  return xml.element('prop', { type }, xml.text(value))
}

/** Italics as highlighted text, footnote marks as placeholders that hold what is printed. */
function inlineText(runs: readonly Run[], xml: XmlMaker): string {
  let count = 0
  return runs
    .map(({ text, italic, mark }) => {
      if (mark) return xml.element('ph', { x: String((count += 1)), type: 'fnote' }, xml.text(text))
      return italic
        ? xml.element('hi', { x: String((count += 1)), type: 'italic' }, xml.text(text))
        : xml.text(text)
    })
    .join('')
}
