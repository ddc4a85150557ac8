import { wholeFile } from '../../../core/export/gather-chunks'
import * as csv from '../../../core/export/write-csv'
import type { ExportTable } from '../../../core/model'
import { parse as parseRecords } from 'csv-parse/sync'
import { unguardFormula } from '../../../core/text/guard-formula'
import { pick, seeded } from '../../support/random'
import { COLUMN_CASES, columnOf, gappedRows, paragraphOf, tableOf } from './sample-table'

const writeCsv = (table: ExportTable) => wholeFile(csv.writeCsv(table)).bytes

/** Records of a file after RFC 4180; a file that is not one throws. */
function parse(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark')
  const records: string[][] = [[]]
  let rest = text.slice(1)
  while (rest !== '') {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (field === null) throw new Error(`no field at ${rest.slice(0, 30)}`)
    records.at(-1)!.push((field[1] ?? '').replaceAll('""', '"') + (field[2] ?? ''))
    rest = rest.slice(field[0].length)
    if (field[3] === '\r\n' && rest !== '') records.push([])
  }
  return records
}

async function firstCell(text: string): Promise<string> {
  return parse(writeCsv(tableOf(['fr'], [[text]])))[1]![0]!
}

test.each(COLUMN_CASES)('no text stands in another language’s column: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages)
  const [head, ...records] = parse(writeCsv(tableOf(languages, rows)))
  expect(head).toEqual([
    ...languages.map((key) => key.toUpperCase()),
    'Par.',
    'Nature',
    'Confiance',
    'Constats',
  ])
  expect(records).toEqual(
    rows.map((texts, index) => [...texts.map((text) => text), `op${index + 1}`, 'dispositif', '0.988', '']),
  )
})

test('a row with fewer or more cells than columns keeps its other fields in their columns', async () => {
  const records = parse(writeCsv(tableOf(['fr', 'en'], [['un'], ['un', 'one', 'eins']])))
  expect(records.map((record) => record.slice(0, 3))).toEqual([
    ['FR', 'EN', 'Par.'],
    ['un', '', 'op1'],
    ['un', 'one', 'op2'],
  ])
})

test('an unofficial version says so in a word in its heading, the others do not', async () => {
  const table = tableOf([], [], {
    columns: [columnOf('fr'), columnOf('ar', 'Traduction non officielle. Une longue note.')],
  })
  expect(parse(writeCsv(table))[0]!.slice(0, 2)).toEqual(['FR', 'AR (traduction non officielle)'])
})

test.each([
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\tx',
  '\rx',
  ' =1',
  '\u{A0}-1',
  '\uFEFF=1',
  '\uFEFF\tx',
  '\uFEFF\rx',
  '\n+1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '\u{200F}=1',
  "'=1",
])('a cell that a spreadsheet would run gets an apostrophe: %j', async (text) => {
  expect(await firstCell(text)).toBe(`'${text}`)
})

test.each(['1+1', 'a=b', '– tiret', '— tiret', '« texte »', '(=1)', "'a", '', '7. =1'])(
  'any other cell stays as it is: %j',
  async (text) => {
    expect(await firstCell(text)).toBe(text)
  },
)

test('headings and findings are neutralised too', async () => {
  const table = tableOf(['fr'], [['un']])
  const [head, record] = parse(
    writeCsv({
      ...table,
      columns: [{ ...columnOf('fr'), heading: '=fr' }],
      rows: table.rows.map((row) => ({ ...row, notes: ['@un', 'deux'] })),
    }),
  )
  expect([head![0], record![4]]).toEqual(["'=fr", "'@un\ndeux"])
})

test('quotation marks, commas, line breaks and every script come back as they were', async () => {
  const text = 'a "b", c;\nd\re\r\nf،و。𠀀\u{7F}'
  expect(await firstCell(text)).toBe(text)
})

test('a cell holds labels, raised footnote marks and one line a paragraph', async () => {
  const table = tableOf(['zh'], [['']])
  const cell = [
    paragraphOf('重申', { label: '1.' }),
    paragraphOf('第七条', { label: '甲' }),
    paragraphOf('abcd', {
      label: null,
      marks: [
        { at: 2, mark: '12', note: 'fn12' },
        { at: 4, mark: '*', note: null },
      ],
    }),
  ]
  const filled = { ...table, rows: table.rows.map((row) => ({ ...row, cells: [cell] })) }
  expect(parse(writeCsv(filled))[1]![0]).toBe('1.重申\n甲 第七条\nab¹²cd*')
})

test('equal tables give equal bytes, and a table without rows or columns is a head alone', async () => {
  const table = tableOf(['fr'], [['un']])
  expect(writeCsv(table)).toEqual(writeCsv(structuredClone(table)))
  expect(parse(writeCsv(tableOf([], [])))).toEqual([['Par.', 'Nature', 'Confiance', 'Constats']])
})

test('a TSV file has the same fields between tabs, and quotes those with a tab in them', () => {
  const table = tableOf(
    ['fr', 'ar'],
    [
      ['un\tdeux', '=1'],
      ['', 'نص "أ"'],
    ],
  )
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(wholeFile(csv.writeTsv(table)).bytes)
  expect(text.split('\r\n')).toEqual([
    '\uFEFFFR\tAR\tPar.\tNature\tConfiance\tConstats',
    `"un\tdeux"\t'=1\top1\tdispositif\t0.988\t`,
    `\t"نص ""أ"""\top2\tdispositif\t0.988\t`,
    '',
  ])
})

test('the byte order mark can be left out', () => {
  const table = tableOf(['fr'], [['un']])
  for (const write of [csv.writeCsv, csv.writeTsv]) {
    const { bytes } = wholeFile(write(table, { mark: false }))
    expect([...bytes.slice(0, 2)]).toEqual([70, 82])
  }
})

test('half a surrogate pair becomes U+FFFD and is counted', () => {
  const { bytes, losses } = wholeFile(csv.writeCsv(tableOf(['fr'], [['a\uD800b'], ['😀\uDC00']])))
  expect(
    parse(bytes)
      .slice(1)
      .map(([text]) => text),
  ).toEqual(['a\uFFFDb', '😀\uFFFD'])
  expect(losses).toEqual([{ code: 'lone-surrogates', count: 2 }])
})

test('a long table comes piece by piece', () => {
  const table = tableOf(
    ['fr'],
    Array.from({ length: 1000 }, (_, k) => [`texte ${k}`]),
  )
  const chunks = [...csv.writeCsv(table)]
  expect(chunks.length).toBeGreaterThan(4)
  expect(chunks.join('')).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table)))
})

const PIECES = ['الجمعية', '大会', '𠀀', "l'État", 'ёлка', '¿', '=1+1', '＝1', '-', '@', '\uFEFF', '\u200F', "'", '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '\u0000', '\u0001', '\u2028', '😀', '👩‍👧'] // prettier-ignore

test.each(['csv', 'tsv'] as const)(
  '%s gives back random texts of all scripts, guards taken off',
  (format) => {
    const random = seeded(11)
    const text = () =>
      Array.from({ length: 1 + pick(random, 8) }, () => PIECES[pick(random, PIECES.length)]!).join('')
    const rows = Array.from({ length: 400 }, () => [text(), text()])
    const write = format === 'csv' ? csv.writeCsv : csv.writeTsv
    const { bytes, losses } = wholeFile(write(tableOf(['ar', 'zh'], rows)))
    const delimiter = format === 'csv' ? ',' : '\t'
    const records = parseRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).slice(1), {
      delimiter,
      record_delimiter: '\r\n',
    }) as string[][]
    expect(records.slice(1).map((record) => record.slice(0, 2).map(unguardFormula))).toEqual(rows)
    for (const field of records.slice(1).flatMap((record) => record.slice(0, 2)))
      expect(field).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
    const guarded = records.flat().filter((field) => unguardFormula(field) !== field)
    expect(losses).toEqual([{ code: 'formula-cells', count: guarded.length }])
  },
)

test('italics are counted, in any version', () => {
  const paragraph = (italics: number) => ({
    address: 'op1', label: null, text: 'Décide, prie', marks: [], highlights: [],
    italics: [{ from: 0, to: 6 }, { from: 8, to: 12 }].slice(0, italics),
  }) // prettier-ignore
  const table = tableOf(['fr', 'ar'], [['', '']])
  const rows = [[paragraph(2), paragraph(0)], [paragraph(1)]].map((cell, k) => ({ ...table.rows[0]!, id: `r${k}`, cells: [cell, [paragraph(k)]] })) // prettier-ignore
  expect(wholeFile(csv.writeCsv({ ...table, rows })).losses).toEqual([{ code: 'italics', count: 4 }])
})
