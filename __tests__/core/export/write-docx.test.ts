import { wholeFile } from '../../../core/export/gather-chunks'
import type { WriteOptions } from '../../../core/export/write-options'
import { writeDocx } from '../../../core/export/write-docx'
import type { ExportParagraph, ExportTable } from '../../../core/model'
import { readDocx, type ReadDocx, type ReadParagraph } from './read-docx'
import { COLUMN_CASES, columnOf, gappedRows, paragraphOf, setClock, tableOf } from './sample-table'

const write = async (table: ExportTable, options: WriteOptions = {}) =>
  wholeFile(await writeDocx(table, options))
const open = async (table: ExportTable, options: WriteOptions = {}): Promise<ReadDocx> =>
  readDocx((await write(table, options)).bytes)

function textsOf({ rows }: ReadDocx): string[][] {
  return rows.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join('\n')))
}

/** A table of one cell, in one language. */
function cellTable(
  language: string,
  cell: readonly ExportParagraph[],
  more: Partial<ExportTable> = {},
): ExportTable {
  const table = tableOf([language], [['x']], more)
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: [cell] })) }
}

async function cellOf(language: string, cell: readonly ExportParagraph[]): Promise<readonly ReadParagraph[]> {
  return (await open(cellTable(language, cell))).rows[1]!.cells[1]!
}

afterEach(() => jest.useRealTimers())

test.each(COLUMN_CASES)('no text stands in another language’s column: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages)
  expect(textsOf(await open(tableOf(languages, rows)))).toEqual([
    ['Par.', ...languages.map((key) => key.toUpperCase())],
    ...rows.map((texts, index) => [`op${index + 1}`, ...texts.map((text) => text || 'absent')]),
  ])
})

test('Arabic paragraphs and their runs of Arabic run from right to left, the others’ none', async () => {
  const languages = ['fr', 'ar', 'zh', 'ru']
  const text = 'نص 73/338 (A/RES/73/338)، Distr.: General، 15-12 نص'
  const table = tableOf(languages, [['un', text, '一', 'один']])
  const [, fr, ar, zh, ru] = (await open(table)).rows[1]!.cells.map(([paragraph]) => paragraph!)
  expect(ar!.text).toBe(text)
  expect(ar!.xml).toContain('<w:bidi/>')
  expect(ar!.runs.map((run) => [run.text, run.xml.includes('<w:rtl/>')])).toEqual([
    ['نص ', true],
    ['73/338', false],
    [' (', true],
    ['A/RES/73/338', false],
    [')، ', true],
    ['Distr.: General', false],
    ['، ', true],
    ['15-12', false],
    [' نص', true],
  ])
  for (const one of [fr!, zh!, ru!]) expect(one.xml).not.toMatch(/<w:(?:bidi|rtl)\b/)
})

test('a highlight that ends inside a symbol does not take it apart in Arabic', async () => {
  const [paragraph] = await cellOf('ar', [
    paragraphOf('قرارها 73/338،', {
      marks: [{ at: 13, mark: '1', note: null }],
      highlights: [{ from: 5, to: 9, severity: 'error', note: 0 }],
    }),
  ])
  expect(
    paragraph!.runs.map((run) => [run.text, run.xml.includes('<w:rtl/>'), run.xml.includes('w:fill')]),
  ).toEqual([
    ['قراره', true, false],
    ['ا ', true, true],
    ['73', false, true],
    ['/338', false, false],
    ['1', false, false],
    ['،', true, false],
  ])
})

test.each([
  ['fr', 'fr', 'ltr', true],
  ['ar', 'fr', 'ltr', true],
  ['fr', 'zh', 'ltr', false],
  ['fr', 'ar', 'rtl', false],
] as const)(
  'a gap in %s is grey, and for a reader of %s (%s) in italics: %s',
  async (language, locale, direction, italic) => {
    const { rows, files } = await open(tableOf([language], [['']], { locale, direction }))
    const [gap] = rows[1]!.cells[1]!
    expect(gap!.text).toBe('absent')
    expect(gap!.xml).toContain('<w:pStyle w:val="Gap"/>')
    expect(gap!.runs.every(({ xml }) => xml.includes('<w:i/>') === italic)).toBe(true)
    expect(files['word/styles.xml']).toMatch(/w:styleId="Gap".*?<w:color w:val="808080"\/>/)
  },
)

test('each run carries its language', async () => {
  const languages = ['fr', 'ar', 'zh', 'en', 'ru', 'es', 'fr-2', 'pt-BR']
  const table = tableOf(languages, [
    languages.map((key) => (key === 'ar' ? 'نص' : key === 'zh' ? '一' : `${key} 1`)),
  ])
  const cells = (await open(table)).rows[1]!.cells.slice(1)
  const tags = ['fr-FR', 'ar-SA', 'zh-CN', 'en-GB', 'ru-RU', 'es-ES', 'fr-FR', 'pt-BR']
  cells.forEach(([paragraph], at) => {
    for (const run of paragraph!.runs) expect(run.xml).toContain(`<w:lang w:val="${tags[at]}"`)
  })
  expect(cells[1]![0]!.xml).toContain('w:bidi="ar-SA"')
  expect(cells[2]![0]!.xml).toContain('w:eastAsia="zh-CN"')
})

test.each(['ltr', 'rtl'] as const)('a table for a reader of %s runs that way', async (direction) => {
  const { xml, before } = await open(tableOf(['fr', 'ar'], [['un', 'واحد']], { direction, locale: 'ar' }))
  expect(xml.includes('<w:bidiVisual/>')).toBe(direction === 'rtl')
  for (const one of before) expect(one.xml.includes('<w:bidi/>')).toBe(direction === 'rtl')
})

test('the head row repeats, a short row is kept on one page and a long one may split', async () => {
  const { rows } = await open(
    tableOf(
      ['fr', 'zh'],
      [
        ['un', '一'],
        ['deux '.repeat(400), ''],
        ['', '一'.repeat(900)],
      ],
    ),
  )
  expect(rows.map((row) => row.xml.includes('<w:tblHeader/>'))).toEqual([true, false, false, false])
  expect(rows.map((row) => row.xml.includes('<w:cantSplit/>'))).toEqual([false, true, false, false])
})

test.each([
  [['fr', 'ar'], 11906, 16838],
  [['fr', 'ar', 'zh'], 16838, 11906],
])(
  '%s: the page is A4, %d by %d, and the columns fill it between its margins',
  async (languages, width, height) => {
    const { xml } = await open(tableOf(languages, [languages]))
    expect(xml).toMatch(new RegExp(`<w:pgSz w:w="${width}" w:h="${height}"`))
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
    const margin = Number(/<w:pgMar [^>]*w:left="(\d+)"/.exec(xml)![1])
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, own]) => Number(own))
    expect(widths).toHaveLength(languages.length + 1)
    expect(Math.abs(widths.reduce((sum, own) => sum + own, 0) - (width - 2 * margin))).toBeLessThan(10)
  },
)

test('highlights shade exactly their characters, across italics, and the gravest wins', async () => {
  const [paragraph] = await cellOf('fr', [
    paragraphOf('abcdefghij', {
      label: '7.',
      italics: [{ from: 0, to: 4 }],
      marks: [{ at: 6, mark: '2', note: 'fn2' }],
      highlights: [
        { from: 2, to: 6, severity: 'warning', note: 0 },
        { from: 5, to: 8, severity: 'error', note: 1 },
      ],
    }),
  ])
  expect(
    paragraph!.runs.map(({ text, xml }) => [
      text,
      /w:fill="(\w+)"/.exec(xml)?.[1] ?? '',
      /<w:i\/>/.test(xml),
      xml.includes('superscript'),
    ]),
  ).toEqual([
    ['7. ', '', false, false],
    ['ab', '', true, false],
    ['cd', 'FBEDBE', true, false],
    ['e', 'FBEDBE', false, false],
    ['f', 'F4C6BD', false, false],
    ['2', '', false, true],
    ['gh', 'F4C6BD', false, false],
    ['ij', '', false, false],
  ])
})

test.each([
  ['fr', 'i', 'abcd'],
  ['ru', 'i', 'abcd'],
  ['ar', 'b', 'نصوص'],
  ['zh', 'b', '一二三四'],
])('italics in %s are <w:%s>', async (language, tag, text) => {
  const [paragraph] = await cellOf(language, [paragraphOf(text, { italics: [{ from: 0, to: 2 }] })])
  const looks = paragraph!.runs.flatMap(({ xml }) => ['i', 'b'].filter((one) => xml.includes(`<w:${one}/>`)))
  expect(looks).toEqual([tag])
})

test('paragraphs of one cell stay apart; Chinese labels stand close to their texts', async () => {
  expect(
    (await cellOf('zh', [paragraphOf('一', { label: '1.' }), paragraphOf('二')])).map(({ text }) => text),
  ).toEqual(['1.一', '二'])
})

test('there is a findings column exactly when a row has notes, and it is the last', async () => {
  const table = tableOf(
    ['fr', 'ar'],
    [
      ['un', 'واحد'],
      ['deux', 'اثنان'],
    ],
  )
  const rows = table.rows.map((row, at) => ({ ...row, notes: at === 1 ? ['Un & un.', 'Deux.'] : [] }))
  expect(textsOf(await open({ ...table, rows })).map((cells) => cells.slice(3))).toEqual([
    ['Constats'],
    [''],
    ['Un & un.\nDeux.'],
  ])
  expect(textsOf(await open(table))[0]).toHaveLength(3)
})

test('an unofficial version says so under its head and under the title', async () => {
  const columns = [columnOf('fr'), columnOf('ar', 'Non officielle.'), columnOf('zh', 'Non officielle.')]
  const read = await open(tableOf(['fr', 'ar', 'zh'], [], { columns }))
  expect(read.before.map(({ text }) => text)).toEqual([
    'A/RES/1/1',
    'Titre & <essai>',
    'Adoptée un jour',
    'AR · ZH — Non officielle.',
  ])
  expect(textsOf(read)[0]).toEqual(['Par.', 'FR', 'AR\nNon officielle', 'ZH\nNon officielle'])
})

test.each([
  ['1 August 2022', false],
  ['Distr.: General', false],
  ['قرار 1 August', true],
  ['2022', true],
])('“%s” in an Arabic column runs from right to left: %s', async (text, turns) => {
  const [paragraph] = await cellOf('ar', [paragraphOf(text)])
  expect(paragraph!.xml.includes('<w:bidi/>')).toBe(turns)
  expect(paragraph!.xml.includes('<w:jc w:val="end"/>')).toBe(!turns)
  if (!turns) expect(paragraph!.xml).not.toContain('<w:rtl/>')
})

test('a source in Latin letters keeps its full stop behind it for a reader of Arabic', async () => {
  const subtitle = ['المصدر: \u2066Translation made here.\u2069']
  const { before } = await open(tableOf(['fr'], [], { locale: 'ar', direction: 'rtl', subtitle }))
  expect(before.at(-1)!.runs.map(({ text, xml }) => [text, xml.includes('<w:rtl/>')])).toEqual([
    ['المصدر: ', true],
    ['\u2066Translation made here.\u2069', false],
  ])
})

test('a symbol in Chinese has no hint for Chinese shapes, at which it could come apart', async () => {
  const [paragraph] = await cellOf('zh', [paragraphOf('见“A/76/L.74/Add.1”和2022年')])
  expect(paragraph!.runs[1]!.xml).toContain('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>')
  expect(paragraph!.runs.map(({ text, xml }) => [text, xml.includes('eastAsia"/>')])).toEqual([
    ['见“', true],
    ['A/76/L.74/Add.1', false],
    ['”和2022年', true],
  ])
})

test.each([
  ['fr', '<w:i/>', 'L’Assemblée générale,'],
  ['ar', '<w:b/>', 'إن الجمعية العامة،'],
  ['zh', '<w:b/>', '大会，'],
])('the enacting words in %s are %s', async (language, look, text) => {
  const table = cellTable(language, [paragraphOf(text)])
  const rows = table.rows.map((row) => ({ ...row, kind: 'enacting' as const }))
  const [paragraph] = (await open({ ...table, rows })).rows[1]!.cells[1]!
  for (const run of paragraph!.runs) expect(run.xml).toContain(look)
})

test.each([
  ['A/RES/1/1', false],
  [null, true],
])(
  'under %j the page stands before the number of pages for a reader of Arabic too',
  async (symbol, turned) => {
    const { files } = await open(tableOf(['fr'], [], { locale: 'ar', direction: 'rtl', symbol }))
    const foot = Object.entries(files).find(([name]) => /footer\d*\.xml$/.test(name))![1]
    const runs = foot.match(/<w:r>.*?<\/w:r>/g)!
    const slash = runs.find((run) => /\u200e?\/\u200e?<\/w:t>/.test(run) && !run.includes('A/RES'))!
    expect(slash).not.toContain('<w:rtl')
    expect(slash.includes('\u200e/\u200e')).toBe(turned)
    expect(foot.includes('<w:bidi/>')).toBe(turned)
  },
)

test('titles and headings have styles of their own', async () => {
  const kinds = ['operative', 'heading', 'title', 'section', 'footnote'] as const
  const table = tableOf(
    ['fr'],
    kinds.map((kind) => [kind]),
  )
  const rows = table.rows.map((row, at) => ({ ...row, kind: kinds[at]! }))
  const styles = (await open({ ...table, rows })).rows.map(
    ({ cells }) => /<w:pStyle w:val="(\w+)"/.exec(cells[1]![0]!.xml)![1],
  )
  expect(styles).toEqual(['Head', 'Cell', 'CellHeading', 'CellTitle', 'CellTitle', 'CellNote'])
})

test('characters that XML forbids become U+FFFD and no others do; tabs and line breaks are elements', async () => {
  const [paragraph] = await cellOf('fr', [
    paragraphOf(' a\u{1}b\uD800c\uFFFE\td\ne\u{7F}\u{85}\u{A0}𠀀<&>"\' '),
  ])
  expect(paragraph!.text).toBe(' a\uFFFDb\uFFFDc\uFFFD\td\ne\u{7F}\u{85}\u{A0}𠀀<&>"\' ')
})

test('every font of the styles has a substitute for machines without it', async () => {
  const { files } = await open(tableOf(['fr'], [['un']]))
  const used = [...files['word/styles.xml']!.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map(
    ([, name]) => name!,
  )
  const named = [...files['word/fontTable.xml']!.matchAll(/<w:font w:name="([^"]+)"><w:altName /g)].map(
    ([, name]) => name!,
  )
  expect(new Set(used)).toEqual(new Set(named))
})

test('equal tables give equal bytes, whatever the clock says', async () => {
  const table = tableOf(['fr', 'ar'], gappedRows(['fr', 'ar']))
  setClock('2001-02-03T04:05:06Z')
  const { bytes: early } = await write(table)
  setClock('2031-12-13T14:15:16Z')
  expect(Buffer.from((await write(structuredClone(table))).bytes).equals(Buffer.from(early))).toBe(true)
  const { files } = await readDocx(early)
  expect(Object.values(files).join('')).not.toContain('2001-02')
  expect(files['docProps/core.xml']).toContain('<dc:title>Titre &#38; &#60;essai&#62;</dc:title>')
})

test('tables without rows or columns are documents with a head', async () => {
  expect(textsOf(await open(tableOf(['fr'], [])))).toEqual([['Par.', 'FR']])
  expect(textsOf(await open(tableOf([], [], { symbol: null, title: '' })))).toEqual([['Par.']])
})

test('a mark is a footnote of Word with the printed mark, its note in the version’s language and direction', async () => {
  const table = tableOf(['fr', 'ar'], [['x', 'x'], ['x', 'x'], ['x', 'x']]) // prettier-ignore
  const marked = (text: string, note: string, words: string) =>
    paragraphOf(text, {
      marks: [{ at: 2, mark: '3', note, words: { label: null, text: words, italics: [{ from: 0, to: 4 }] } }],
    })
  const note = (address: string, text: string) => paragraphOf(text, { address })
  const rows = [
    { ...table.rows[0]!, cells: [[marked('un texte', 'fn1', 'Note française.')], [marked('نص آخر', 'fn1', 'حاشية 53/243.')]] },
    { ...table.rows[1]!, kind: 'footnote' as const, cells: [[note('fn1', 'Note française.')], [note('fn1', 'حاشية 53/243.')]] },
    { ...table.rows[2]!, kind: 'footnote' as const, cells: [[note('fn2', 'Sans appel.')], []] },
  ] // prettier-ignore
  const read = await open({ ...table, rows })
  expect(textsOf(read)).toEqual([
    ['Par.', 'FR', 'AR'],
    ['op1', 'un3 texte', 'نص3 آخر'],
    ['op2', 'Note française.', 'حاشية 53/243.'],
    ['op3', 'Sans appel.', 'absent'],
  ])
  const ids = [
    ...read.xml.matchAll(/<w:footnoteReference w:customMarkFollows="1" w:id="(\d+)"\/><w:t [^>]*>3</gu),
  ]
  expect(ids.map(([, id]) => id)).toEqual(['1', '2'])
  const notes = read.files['word/footnotes.xml']!
  const [fr, ar] = ['1', '2'].map((id) => new RegExp(`<w:footnote w:id="${id}">.*?</w:footnote>`, 'su').exec(notes)![0]) // prettier-ignore
  expect([fr, ar].map((own) => own!.includes('<w:bidi/>'))).toEqual([false, true])
  expect(fr).toMatch(/<w:i\/><w:iCs\/><w:lang w:val="fr-FR"\/><\/w:rPr><w:t xml:space="preserve">Note</u)
  expect(ar).toMatch(/<w:b\/><w:bCs\/><w:rtl\/><w:lang w:val="ar-SA" w:bidi="ar-SA"\/>/u)
})

test('a highlight has a comment with its sentence in the reader’s language, once a paragraph, over exactly its characters', async () => {
  const table = tableOf(['fr', 'ar'], [['x', 'x']], { locale: 'ar', direction: 'rtl' })
  const highlight = (from: number, to: number, note: number) => ({
    from,
    to,
    severity: 'error' as const,
    note,
  })
  const row = {
    ...table.rows[0]!,
    notes: ['الأول', 'الثاني'],
    cells: [
      [paragraphOf('abcdefgh', { highlights: [highlight(1, 4, 0), highlight(2, 6, 1), highlight(7, 8, 0)] })],
      [paragraphOf('نص', { highlights: [highlight(0, 2, 1)] })],
    ],
  }
  const read = await open({ ...table, rows: [row] })
  const [, fr] = read.rows[1]!.cells
  const inOrder = [
    ...fr![0]!.xml.matchAll(/<w:comment(Range(?:Start|End)|Reference) w:id="(\d)"|<w:t [^>]*>([^<]*)</gu),
  ]
  expect(inOrder.map(([, kind, id, text]) => text ?? `${kind!.replace('Range', '')[0]}${id}`).join(' ')).toBe(
    'a S0 b S1 cd E0 R0 ef E1 R1 g h',
  )
  const comments = read.files['word/comments.xml']!.match(/<w:comment .*?<\/w:comment>/gsu)!
  expect(comments.map((own) => /<w:t [^>]*>([^<]*)/u.exec(own)![1])).toEqual(['الأول', 'الثاني', 'الثاني'])
  for (const own of comments) expect(own).toMatch(/<w:bidi\/>.*<w:rtl\/>/su)
  expect(read.files['[Content_Types].xml']).toContain('/word/comments.xml')
})

test.each(COLUMN_CASES)('stacked, each version stands under its name and in its order: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages).slice(0, 8)
  const read = await open(tableOf(languages, rows), { layout: 'stacked' })
  expect(textsOf(read).slice(1)).toEqual(
    rows.flatMap((texts, k) =>
      texts.map((text, at) => [at === 0 ? `op${k + 1}` : '', languages[at]!.toUpperCase(), text || 'absent']),
    ),
  )
  expect(read.xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u)
  expect(read.xml.match(/<w:vMerge w:val="restart"\/>/gu)).toHaveLength(rows.length)
}) // prettier-ignore

test('Arabic words in a French sentence are a run from right to left', async () => {
  const table = tableOf(['fr', 'ar'], [['un', 'واحد']])
  const rows = table.rows.map((row) => ({
    ...row,
    notes: ['La date est « \u206812 أيلول 2018\u2069 » ici.'],
  }))
  const [note] = (await open({ ...table, rows })).rows[1]!.cells.at(-1)!
  expect(note!.runs.map(({ text, xml }) => [text.replaceAll('\u200f', ''), /<w:rtl\/>/u.test(xml)])).toEqual([
    ['La date est « ', false],
    ['12 أيلول 2018', true],
    [' » ici.', false],
  ])
})

test('what XML forbids is told', async () => {
  const { losses } = await write(tableOf(['fr', 'ar'], [['a\u{1}\u{2}', '\uD800']]))
  expect(losses).toEqual([
    { code: 'control-characters', count: 2 },
    { code: 'lone-surrogates', count: 1 },
  ])
})
