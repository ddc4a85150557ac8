import type { ExportLoss, ExportParagraph, ExportRow, ExportStream, Language } from '../model'
import { makeXml, XML_DECLARATION, type XmlMaker } from '../text/make-xml'
import { tallyLosses } from '../text/tally-losses'
import { exchangeCode } from './exchange-code'
import { gatherChunks } from './gather-chunks'
import { segmentLabels, segmentRuns } from './segment-runs'
import type { Run } from './split-runs'
import type { WriteOptions } from './write-options'

/** A row as a unit of XLIFF needs it: source and target as XML, null where there is no target. */
interface Unit {
  readonly row: ExportRow
  readonly source: string
  readonly target: string | null
  /** What is known of the row beside its texts, by name. */
  readonly data: readonly (readonly [string, string])[]
}

/** What differs between the versions of XLIFF. */
interface Dialect {
  readonly head: string
  readonly unit: (unit: Unit) => string
  readonly end: string
  readonly inline: (run: Run, id: number) => string
}

/**
 * The first two columns of a table as XLIFF 1.2 (OASIS, 1 February 2008): a unit a row, the first column as source, findings as notes. A confirmed row is approved and final, one with findings needs a review, any
 * other is translated. A row without a target has none; one without a source, which the format asks for, is left out and counted.
 */
export function writeXliff(
  table: ExportStream,
  options: WriteOptions = {},
): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(table, options, dialect12))
}

/** The same as XLIFF 2.1 (OASIS, 13 February 2018): a unit a row with one segment, its data in the metadata module, findings as notes. */
export function writeXliff2(
  table: ExportStream,
  options: WriteOptions = {},
): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(table, options, dialect21))
}

function* writePieces(
  table: ExportStream,
  { unit = 'paragraph', inline = false, version = '0' }: WriteOptions,
  makeDialect: (table: ExportStream, xml: XmlMaker, version: string) => Dialect,
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  // Version 2 has an element for what XML forbids.
  const xml = makeXml(tally, makeDialect === dialect21 ? codePoint : undefined)
  const dialect = makeDialect(table, xml, version)
  const [source, target] = table.columns
  const write = (cell: readonly ExportParagraph[], language: Language): string => {
    let count = 0
    return segmentRuns(cell, language, { unit, inline, tally })
      .map((run) => (run.mark || run.italic ? dialect.inline(run, (count += 1)) : xml.text(run.text)))
      .join('')
  }
  yield `${XML_DECLARATION}${dialect.head}`
  for (const row of table.rows) {
    const [left = [], right = []] = row.cells
    if (source === undefined || !left.some(({ text }) => text !== '')) {
      tally.add('no-source')
      continue
    }
    const sides = [
      ['label-source', left],
      ['label-target', right],
    ] as const
    yield dialect.unit({
      row,
      data: [
        ...dataOf(row, table),
        ...sides.flatMap(([name, cell]): readonly (readonly [string, string])[] => {
          const labels = segmentLabels(cell, unit)
          return labels === null ? [] : [[name, labels]]
        }),
      ],
      source: write(left, source.language),
      target:
        target === undefined || !right.some(({ text }) => text !== '') ? null : write(right, target.language),
    })
  }
  yield dialect.end
  return tally.list()
}

/** A character as XLIFF 2 writes what XML forbids. */
function codePoint(character: string): string {
  return `<cp hex="${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}"/>`
}

function dataOf(row: ExportRow, { symbol, adopted }: ExportStream): readonly (readonly [string, string])[] {
  return [
    ...(symbol === null ? [] : [['symbol', symbol] as const]),
    ['address', row.address],
    ...(adopted === null || adopted === undefined ? [] : [['date', adopted] as const]),
    ['kind', row.kind],
    ['confidence', String(Math.round(row.confidence * 1000) / 1000)],
  ]
}

/** What is to be said of the status of the two versions, each with its side. */
function statusNotes({
  columns,
}: ExportStream): readonly { readonly side: 'source' | 'target'; readonly note: string }[] {
  return (['source', 'target'] as const).flatMap((side, k) => {
    const { language, statusNote = null } = columns[k] ?? {}
    return language === undefined || statusNote === null
      ? []
      : [{ side, note: `${exchangeCode(language)}: ${statusNote}` }]
  })
}

function codesOf({ columns }: ExportStream): {
  readonly source: string
  readonly target: string | undefined
} {
  const [source, target] = columns
  return {
    source: source === undefined ? 'und' : exchangeCode(source.language),
    target: target && exchangeCode(target.language),
  }
}

function dialect12(table: ExportStream, xml: XmlMaker, version: string): Dialect {
  const { source, target } = codesOf(table)
  const { locale } = table
  const tool = xml.element('tool', {
    'tool-id': 'concordance',
    'tool-name': 'Concordance',
    'tool-version': version,
  })
  const notes = statusNotes(table).map(({ side, note }) =>
    xml.element('note', { 'xml:lang': locale, annotates: side }, xml.text(note)),
  )
  return {
    head:
      xml.open('xliff', { version: '1.2', xmlns: 'urn:oasis:names:tc:xliff:document:1.2' }) +
      xml.open('file', {
        original: table.symbol ?? table.title,
        'source-language': source,
        'target-language': target,
        datatype: 'plaintext',
        'tool-id': 'concordance',
      }) +
      `\n${xml.element('header', {}, tool + notes.join(''))}\n<body>\n`,
    unit: (unit) => unit12(unit, table.locale, xml, source, target),
    end: '</body>\n</file>\n</xliff>\n',
    inline: ({ text, mark }, id) =>
      mark
        ? xml.element('x', { id: String(id), ctype: 'x-footnote', 'equiv-text': text })
        : xml.element('g', { id: String(id), ctype: 'italic' }, xml.text(text)),
  }
}

function unit12(
  { row, source, target, data }: Unit,
  locale: string,
  xml: XmlMaker,
  from: string,
  to: string | undefined,
): string {
  const contexts = data.map(([name, value]) =>
    xml.element('context', { 'context-type': `x-${name}` }, xml.text(value)),
  )
  const notes = row.notes.map((note) =>
    xml.element('note', { 'xml:lang': locale, from: 'Concordance' }, xml.text(note)),
  )
  const confirmed = row.confirmed === true && target !== null
  return `${xml.element(
    'trans-unit',
    {
      id: row.id,
      resname: row.address,
      'xml:space': 'preserve',
      ...(confirmed ? { approved: 'yes' } : {}),
    },
    xml.element('source', { 'xml:lang': from }, source) +
      (target === null
        ? ''
        : xml.element(
            'target',
            {
              'xml:lang': to,
              state: confirmed ? 'final' : row.notes.length > 0 ? 'needs-review-translation' : 'translated',
            },
            target,
          )) +
      xml.element('context-group', { purpose: 'information' }, contexts.join('')) +
      notes.join(''),
  )}\n`
}

function dialect21(table: ExportStream, xml: XmlMaker): Dialect {
  const { source, target } = codesOf(table)
  const notes = statusNotes(table).map(({ note }) =>
    xml.element('note', { category: 'status' }, xml.plain(note)),
  )
  const statuses = table.columns
    .slice(0, 2)
    .flatMap(({ language, status }) =>
      status === undefined ? [] : [[`status-${exchangeCode(language)}`, status] as const],
    )
  return {
    head:
      xml.open('xliff', {
        xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
        'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
        version: '2.1',
        srcLang: source,
        trgLang: target,
      }) +
      `\n${xml.open('file', { id: 'f1', original: table.symbol ?? table.title, 'xml:space': 'preserve' })}\n` +
      (statuses.length === 0 ? '' : `${metadata('concordance:versions', statuses, xml)}\n`) +
      (notes.length === 0 ? '' : `${xml.element('notes', {}, notes.join(''))}\n`),
    unit: (unit) => unit21(unit, xml),
    end: '</file>\n</xliff>\n',
    inline: ({ text, mark }, id) =>
      mark
        ? xml.element('ph', { id: String(id), type: 'other', subType: 'concordance:footnote', equiv: text })
        : xml.element('pc', { id: String(id), type: 'fmt', subType: 'xlf:i' }, xml.text(text)),
  }
}

/** Values by name in the metadata module. */
function metadata(category: string, values: Unit['data'], xml: XmlMaker): string {
  const metas = values.map(([type, value]) => xml.element('mda:meta', { type }, xml.plain(value)))
  return xml.element('mda:metadata', {}, xml.element('mda:metaGroup', { category }, metas.join('')))
}

function unit21({ row, source, target, data }: Unit, xml: XmlMaker): string {
  const notes = row.notes.map((note) => xml.element('note', { category: 'finding' }, xml.plain(note)))
  const confirmed = row.confirmed === true
  const state = target === null ? 'initial' : confirmed ? 'final' : 'translated'
  const subState = target !== null && !confirmed && row.notes.length > 0 ? 'concordance:findings' : undefined
  return `${xml.element(
    'unit',
    { id: row.id, name: row.address },
    metadata('concordance:row', data, xml) +
      (notes.length === 0 ? '' : xml.element('notes', {}, notes.join(''))) +
      xml.element(
        'segment',
        { state, subState },
        xml.element('source', {}, source) + (target === null ? '' : xml.element('target', {}, target)),
      ),
  )}\n`
}
