import ExcelJS, { type Worksheet } from 'exceljs'
import JSZip from 'jszip'
import { wholeFile } from '../../../core/export/gather-chunks'
import { writeXlsx } from '../../../core/export/write-xlsx'
import type { ExportTable } from '../../../core/model'
import { COLUMN_CASES, columnOf, gappedRows, paragraphOf, setClock, tableOf, REVIEW } from './sample-table'

const write = async (table: ExportTable) => wholeFile(await writeXlsx(table))

async function open(table: ExportTable): Promise<readonly [Worksheet, Worksheet]> {
  const workbook = new ExcelJS.Workbook()
  const { bytes } = await write(table)
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [texts, about] = workbook.worksheets
  return [texts!, about!]
}

function rowsOf(sheet: Worksheet): unknown[][] {
  const rows: unknown[][] = []
  sheet.eachRow((row) =>
    rows.push(Array.from({ length: sheet.columnCount }, (_, k) => row.getCell(k + 1).value ?? '')),
  )
  return rows
}

afterEach(() => jest.useRealTimers())

test.each(COLUMN_CASES)('no text stands in another language’s column: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages)
  const [sheet] = await open(tableOf(languages, rows))
  expect(rowsOf(sheet)).toEqual([
    [...languages.map((key) => key.toUpperCase()), 'Par.', 'Nature', 'Confiance', 'Constats'],
    ...rows.map((texts, index) => [...texts.map((text) => text), `op${index + 1}`, 'dispositif', 0.988, '']),
  ])
})

test.each(['=1+1', '+1', '-1', '@a', '12', '1e5', 'TRUE', '2022-07-28', "'x", '#REF!', '{"formula":"1"}'])(
  'a string stays a string: %j',
  async (text) => {
    const [sheet] = await open(tableOf(['fr'], [[text]]))
    expect(sheet.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getCell('A2').value).toBe(text)
  },
)

test('characters that XML forbids become U+FFFD, no others do, and they are told', async () => {
  const [sheet] = await open(
    tableOf(['fr'], [['a\u{1}b\uD800c\uFFFEd'], [' \u{7F}\u{85}\r\n𠀀 _x000D_ _x41 <&>"\' ']]),
  )
  expect(sheet.getCell('A2').value).toBe('a\uFFFDb\uFFFDc\uFFFDd')
  expect(sheet.getCell('A3').value).toBe(' \u{7F}\u{85}\r\n𠀀 _x000D_ _x41 <&>"\' ')
})

/** A cell's runs as exceljs reads them: `/italic/`, `*bold*`. */
function stressed(sheet: Worksheet, cell: string): string {
  const { value } = sheet.getCell(cell)
  if (typeof value !== 'object' || value === null || !('richText' in value)) return String(value)
  return value.richText
    .map(({ text, font }) => (font?.italic ? `/${text}/` : font?.bold ? `*${text}*` : text))
    .join('')
}

test('italics are runs of the cell: bold where a script has none, in the column’s font', async () => {
  const stress = { italics: [{ from: 0, to: 3 }], marks: [{ at: 3, mark: '12', note: null }] }
  const cells = ['fr', 'ar', 'zh', 'ru'].map((_, k) => [
    paragraphOf(['Prie le Conseil', 'تطلب إلى', '请大会审议', 'Просит'][k]!, { ...stress, label: '7.' }),
    paragraphOf('_x0041_\r\n=1', { italics: [{ from: 0, to: 1 }, { from: 4, to: 99 }] }), // prettier-ignore
  ])
  const table = tableOf(
    ['fr', 'ar', 'zh', 'ru'],
    [
      ['', '', '', ''],
      ['plain', '', '', ''],
    ],
  )
  const [sheet] = await open({ ...table, rows: [{ ...table.rows[0]!, cells }, table.rows[1]!] })
  const rest = (open: string) => `\n${open}_${open}x00${open}41_\r\n=1${open}`
  expect(stressed(sheet, 'A2')).toBe(`7. /Pri/¹²e le Conseil${rest('/')}`)
  expect(stressed(sheet, 'B2')).toBe(`7. *تطل*¹²ب إلى${rest('*')}`)
  expect(stressed(sheet, 'C2')).toBe(`7.*请大会*¹²审议${rest('*')}`)
  expect(stressed(sheet, 'D2')).toBe(`7. /Про/¹²сит${rest('/')}`)
  expect(sheet.getCell('A3').value).toBe('plain')
  const { richText } = sheet.getCell('B2').value as ExcelJS.CellRichTextValue
  expect(richText[1]!.font).toMatchObject({ name: 'Noto Naskh Arabic', size: 12, bold: true })
})

test('a stressed text is cut at Excel’s limit too', async () => {
  const paragraph = paragraphOf('a'.repeat(40_000), { italics: [{ from: 30_000, to: 40_000 }] })
  const table = tableOf(['fr'], [['']])
  const whole = { ...table, rows: [{ ...table.rows[0]!, cells: [[paragraph]] }] }
  const [sheet] = await open(whole)
  expect(stressed(sheet, 'A2')).toBe(`${'a'.repeat(30_000)}/${'a'.repeat(2_766)}…/`)
  expect((await write(whole)).losses).toEqual([{ code: 'long-texts', count: 1 }])
})

test('a text beyond Excel’s limit is cut at it', async () => {
  const [sheet] = await open(tableOf(['fr'], [['a'.repeat(40_000)]]))
  expect(sheet.getCell('A2').value).toBe(`${'a'.repeat(32_766)}…`)
  const { losses } = await write(tableOf(['fr', 'ar'], [['a'.repeat(40_000), 'a'.repeat(32_767)]]))
  expect(losses).toEqual([{ code: 'long-texts', count: 1 }])
})

test('Arabic cells are read from right to left, the others from left to right', async () => {
  const [sheet] = await open(tableOf(['fr', 'ar', 'zh'], [['un', 'واحد', '一']]))
  expect(['A2', 'B2', 'C2'].map((at) => sheet.getCell(at).alignment.readingOrder)).toEqual([
    'ltr',
    'rtl',
    'ltr',
  ])
  for (const at of ['A2', 'B2', 'C2', 'D2']) {
    expect(sheet.getCell(at).alignment).toMatchObject({ vertical: 'top', wrapText: true })
  }
})

test.each(['ltr', 'rtl'] as const)('both sheets run %s when the table does', async (direction) => {
  const sheets = await open(tableOf(['fr', 'ar'], [['un', 'واحد']], { direction }))
  expect(sheets.map((sheet) => sheet.views[0]?.rightToLeft ?? false)).toEqual([
    direction === 'rtl',
    direction === 'rtl',
  ])
})

test('the head is frozen, filtered and repeated in print', async () => {
  const [sheet] = await open(tableOf(['fr', 'ar'], [['un', 'واحد']]))
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.autoFilter).toBe('A1:F2')
  expect(sheet.pageSetup.printTitlesRow).toBe('1:1')
})

test('a Latin line in an Arabic column is read from left to right, on the column’s side', async () => {
  const [sheet] = await open(tableOf(['ar'], [['1 August 2022'], ['28 تموز']]))
  expect(sheet.getCell('A2').alignment).toMatchObject({ readingOrder: 'ltr', horizontal: 'right' })
  expect(sheet.getCell('A3').alignment).toMatchObject({ readingOrder: 'rtl', horizontal: 'right' })
})

test('on paper every page says which versions are unofficial, and both sheets fit its width', async () => {
  const columns = [columnOf('fr'), columnOf('ar', 'Non officielle. Longue note.')]
  const [sheet, about] = await open(tableOf(['fr', 'ar'], [], { columns, symbol: 'A & B' }))
  expect(sheet.headerFooter.oddHeader).toBe('&CA && B   AR — Non officielle')
  for (const one of [sheet, about]) expect(one.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1 })
})

test('the head of a printed page keeps to Excel’s limit and does not end in half a sign', async () => {
  const [sheet] = await open(tableOf(['fr'], [], { symbol: `${'x'.repeat(247)}&&&&` }))
  expect(sheet.headerFooter.oddHeader).toBe(`&C${'x'.repeat(247)}&&`)
})

test('an unofficial version says so in a word in its head, in a comment on it and on the second sheet', async () => {
  const columns = [columnOf('fr'), columnOf('ar', 'Traduction non officielle.')]
  const [texts, about] = await open(tableOf(['fr', 'ar'], [['un', 'واحد']], { columns }))
  expect(JSON.stringify(texts.getCell('B1').note)).toContain('Traduction non officielle.')
  expect(texts.getCell('A1').note).toBeUndefined()
  expect([texts.getCell('A1').value, texts.getCell('B1').value]).toEqual([
    'FR',
    'AR (traduction non officielle)',
  ])
  expect(rowsOf(about).flat()).toEqual([
    'A/RES/1/1',
    'Titre & <essai>',
    'Adoptée un jour',
    'AR — Traduction non officielle.',
  ])
})

test('a cell holds labels, raised marks and one line a paragraph; its tint is that of its gravest finding', async () => {
  const table = tableOf(['fr', 'en'], [['', 'x']])
  const cell = [
    paragraphOf('Un texte', {
      label: '7.',
      marks: [{ at: 2, mark: '13', note: null }],
      highlights: [
        { from: 0, to: 2, severity: 'warning', note: 0 },
        { from: 0, to: 2, severity: 'error', note: 1 },
      ],
    }),
    paragraphOf('Suite', { label: 'a)' }),
  ]
  const rows = table.rows.map((row) => ({ ...row, cells: [cell, row.cells[1]!], notes: ['Un.', '=Deux'] }))
  const [sheet] = await open({ ...table, rows })
  expect(sheet.getCell('A2').value).toBe('7. Un¹³ texte\na) Suite')
  expect(sheet.getCell('F2').value).toBe('Un.\n=Deux')
  expect(sheet.getCell('A2').fill).toMatchObject({ fgColor: { argb: 'FFFBE3DF' } })
  expect(sheet.getCell('B2').fill).toMatchObject({ pattern: 'none' })
})

test('equal tables give equal bytes, whatever the clock says', async () => {
  const table = tableOf(['fr', 'ar'], gappedRows(['fr', 'ar']), {
    columns: [columnOf('fr', 'n'), columnOf('ar')],
  })
  setClock('2001-02-03T04:05:06Z')
  const { bytes: early } = await write(table)
  setClock('2031-12-13T14:15:16Z')
  expect(Buffer.from((await write(structuredClone(table))).bytes).equals(Buffer.from(early))).toBe(true)
  const zip = await JSZip.loadAsync(early)
  expect(Object.values(zip.files).map(({ date }) => date.toISOString().slice(0, 10))).toEqual(
    Object.keys(zip.files).map(() => '1980-01-01'),
  )
})

test('tables without rows or columns are workbooks with a head', async () => {
  expect(rowsOf((await open(tableOf(['fr'], [])))[0])).toEqual([
    ['FR', 'Par.', 'Nature', 'Confiance', 'Constats'],
  ])
  expect(rowsOf((await open(tableOf([], [], { symbol: null, title: '' })))[0])).toEqual([
    ['Par.', 'Nature', 'Confiance', 'Constats'],
  ])
})

const finding = (k: number, verdictName = '', reason = '') => ({ address: 'op1', codeName: 'Nombre', severity: 'error' as const, severityName: 'Erreur', languageName: 'Arabe', found: '=1+1', expected: '24', sentence: 'Diffère.', verdictName, reason, ref: `ref${k}` }) // prettier-ignore

test('a table that can be reviewed has decision, note and row id behind the findings, hidden references, and sheets of findings and terms', async () => {
  const table = tableOf(
    ['fr', 'ar'],
    [
      ['un', 'واحد'],
      ['deux', 'اثنان'],
      ['trois', 'ثلاثة'],
    ],
    { review: REVIEW },
  )
  const [one, two, three] = table.rows
  const rows = [
    { ...one!, findings: [finding(1, 'Accepté', 'car')] },
    { ...two!, findings: [finding(2, 'Accepté'), finding(3)] },
    { ...three!, findings: [] },
  ]
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await write({ ...table, rows })).bytes.buffer as ArrayBuffer)
  const [texts, found, terms] = workbook.worksheets
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'A-RES-1-1',
    'Constats',
    'Termes',
    'A-RES-1-1 (i)',
  ])
  const lines = rowsOf(texts!)
  expect(lines.map((line) => line.slice(6, 10))).toEqual([
    ['Décision', 'Remarque', 'Ligne', 'concordance:findings 1 fr fr,ar A/RES/1/1'],
    ['Accepté', 'car', 'r1', 'ref1'],
    ['Plusieurs', '', 'r2', 'ref2\nref3'],
    ['', '', 'r3', ''],
  ])
  expect([7, 8, 9, 10, 11].map((at) => texts!.getColumn(at).hidden)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(rowsOf(found!)).toEqual([
    ['Ligne', 'Par.', 'Code', 'Gravité', 'Version', 'Trouvé', 'Attendu', 'Phrase', 'Décision', 'Remarque', 'concordance:findings 1 fr fr,ar A/RES/1/1'],
    ['r1', 'op1', 'Nombre', 'Erreur', 'Arabe', '=1+1', '24', 'Diffère.', 'Accepté', 'car', 'ref1'],
    ['r2', 'op1', 'Nombre', 'Erreur', 'Arabe', '=1+1', '24', 'Diffère.', 'Accepté', '', 'ref2'],
    ['r2', 'op1', 'Nombre', 'Erreur', 'Arabe', '=1+1', '24', 'Diffère.', '', '', 'ref3'],
  ]) // prettier-ignore
  expect(rowsOf(terms!)).toEqual([
    ['Notion', 'FR', 'AR', 'Nombre'],
    ['state', 'État (2)\nEtat (1)', 'دولة (3)', 6],
  ])
  expect(texts!.getCell('G2').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"Erreur,Accepté,Ignoré"'],
  })
  for (const sheet of [texts!, found!, terms!])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
})
