import { writeCsv } from '../../../core/export/write-csv'
import { COLUMN_CASES, columnOf, gappedRows, paragraphOf, tableOf } from './sample-table'

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
  return parse(await writeCsv(tableOf(['fr'], [[text]])))[1]![0]!
}

test.each(COLUMN_CASES)('no text stands in another language’s column: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages)
  const [head, ...records] = parse(await writeCsv(tableOf(languages, rows)))
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
  const records = parse(await writeCsv(tableOf(['fr', 'en'], [['un'], ['un', 'one', 'eins']])))
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
  expect(parse(await writeCsv(table))[0]!.slice(0, 2)).toEqual(['FR', 'AR (traduction non officielle)'])
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
    await writeCsv({
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
  expect(parse(await writeCsv(filled))[1]![0]).toBe('1.重申\n甲 第七条\nab¹²cd*')
})

test('equal tables give equal bytes, and a table without rows or columns is a head alone', async () => {
  const table = tableOf(['fr'], [['un']])
  expect(await writeCsv(table)).toEqual(await writeCsv(structuredClone(table)))
  expect(parse(await writeCsv(tableOf([], [])))).toEqual([['Par.', 'Nature', 'Confiance', 'Constats']])
})
