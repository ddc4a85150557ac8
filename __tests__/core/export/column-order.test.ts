import ExcelJS from 'exceljs'
import type { ExportTable, Language } from '../../../core/model'
import { writeTable } from '../../../core/export/write-table'
import { readCsv } from './read-csv'
import { readDocx } from './read-docx'
import { isGap, sampleTable, stamp } from './table-sample'

/** The text columns of a written table, head and rows, as texts, by the place of the column in the file. */
const READERS: Readonly<
  Record<'docx' | 'xlsx' | 'csv', (table: ExportTable) => Promise<readonly (readonly string[])[]>>
> = {
  docx: async (table) => {
    const { rows } = await readDocx(await writeTable(table, 'docx'))
    return rows.map(({ cells }) => cells.slice(1).map((one) => one.map(({ text }) => text).join('\n')))
  },
  xlsx: async (table) => {
    const book = new ExcelJS.Workbook()
    const bytes = await writeTable(table, 'xlsx')
    await book.xlsx.load(bytes.slice().buffer)
    const lines: string[][] = []
    book.worksheets[0]!.eachRow((row) =>
      lines.push(table.columns.map((_, column) => row.getCell(column + 1).value as string)),
    )
    return lines
  },
  csv: async (table) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeTable(table, 'csv'))
    return readCsv(text.slice(1)).map((fields) => fields.slice(0, table.columns.length))
  },
}

const SETS: readonly (readonly Language[])[] = [
  ['fr', 'en'],
  ['ar', 'fr'],
  ['fr', 'fr-2'],
  ['fr', 'ar', 'zh'],
  ['zh', 'ru', 'ar'],
  ['fr', 'en', 'ar', 'zh', 'ru', 'es'],
  ['es', 'ru', 'zh', 'ar', 'en', 'fr'],
]

describe.each(['docx', 'xlsx', 'csv'] as const)('%s', (format) => {
  test.each(
    SETS.flatMap((languages) => (['ltr', 'rtl'] as const).map((direction) => ({ languages, direction }))),
  )('no text of $languages lands in another’s column, read $direction', async ({ languages, direction }) => {
    const table = sampleTable(languages, { direction, locale: direction === 'rtl' ? 'ar' : 'fr' })
    const lines = await READERS[format](table)
    expect(lines.map((line) => line.slice(0, languages.length))).toEqual([
      languages.map((language) => `Version ${language}`),
      ...table.rows.map((_, k) =>
        languages.map((language, column) => (isGap(k + 1, column) ? 'Absent' : stamp(language, k + 1))),
      ),
    ])
  })

  test('a row that brings too few cells leaves the rest of its line empty of texts', async () => {
    const full = sampleTable(['fr', 'en', 'ar'])
    const rows = full.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) }))
    const lines = await READERS[format]({ ...full, rows })
    for (const line of lines.slice(1)) expect(line.slice(1, 3)).toEqual(['Absent', 'Absent'])
  })

  test('equal tables give equal bytes, at another time too', async () => {
    const table = sampleTable(['fr', 'ar'])
    const first = await writeTable(table, format)
    const now = jest.spyOn(Date, 'now').mockReturnValue(4_000_000_000_000)
    jest.useFakeTimers({
      now: 4_000_000_000_000,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
    })
    try {
      expect(
        Buffer.from(await writeTable(sampleTable(['fr', 'ar']), format)).equals(Buffer.from(first)),
      ).toBe(true)
    } finally {
      jest.useRealTimers()
      now.mockRestore()
    }
  })

  test('a table without rows has its head only', async () => {
    const lines = await READERS[format](sampleTable(['fr', 'ar', 'zh'], { rows: [] }))
    expect(lines.map((line) => line.slice(0, 3))).toEqual([['Version fr', 'Version ar', 'Version zh']])
  })

  test('characters that XML forbids are dropped, and nothing else', async () => {
    const table = sampleTable(['fr'])
    const text = 'a\u0000b\u0001\u0008c\u000Bd\u001Fe\uFFFEf\uD800g\u{1F600}h\u0085i\u00A0j<&>"\'k_x0041_l'
    const [row] = table.rows
    const lines = await READERS[format]({
      ...table,
      rows: [{ ...row!, cells: [[{ ...row!.cells[0]![0]!, text }]] }],
    })
    const expected =
      format === 'csv' ? text.replace('\uD800', '\uFFFD') : 'abcdefg\u{1F600}h\u0085i\u00A0j<&>"\'k_x0041_l'
    expect(lines[1]![0]).toBe(expected)
  })
})
