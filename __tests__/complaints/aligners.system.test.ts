import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { wholeFile } from '../../core/export/gather-chunks'
import { writeTable, type TableFormat } from '../../core/export/write-table'
import type { Alignment, Check, Knowledge, Language, Version } from '../../core/model'
import { alignVersions, checkVersions, keyVersions, readVersion } from '../../core/pipeline'
import { buildExportTable } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'
import { loadKnowledge } from '../../jobs/corpus'
import { readDocx } from '../core/export/read-docx'
import { pick, seeded } from '../support/random'

/** What users of aligners complain about most, a test for each. */

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')
let shipped: Knowledge
beforeAll(async () => {
  shipped = await loadKnowledge(root)
})

const read = (
  language: Language,
  text: string,
  name = 'text.txt',
  unit: 'paragraph' | 'sentence' = 'paragraph',
) => readVersion(new TextEncoder().encode(text), { name, language, unit })
const align = (...versions: readonly Version[]) => alignVersions(keyVersions(versions), shipped)
const corpus = (language: Language) =>
  readFileSync(path.join(root, 'corpus/A-RES-76-299', `${language}.txt`), 'utf8')

/** A line a row: the addresses in each cell. */
const cells = ({ rows, versions }: Alignment) =>
  rows.map((row) => versions.map(({ language }) => row.cells[language]!.join('+')).join(' ~ '))

/** The text of a row's cell. */
function textIn({ rows, versions }: Alignment, row: number, language: Language): string {
  const own = versions.find((one) => one.language === language)!
  return rows[row]!.cells[language]!.map((address) => own.paragraphs.find((one) => one.address === address)!.text).join('\n')
} // prettier-ignore

/** That every paragraph of every version stands in exactly one row. */
function expectNothingLost(alignment: Alignment): void {
  for (const { language, paragraphs } of alignment.versions)
    expect(alignment.rows.flatMap((row) => row.cells[language]!).sort()).toEqual(
      paragraphs.map(({ address }) => address).sort(),
    )
}

const tableOf = (check: Check, languages: readonly Language[]) =>
  buildExportTable({ check, symbol: null, title: 'A/RES/1/1', adopted: null, meeting: null }, makeTranslator('fr'), { locale: 'fr', languages }) // prettier-ignore

/** The columns of text of an exported table, read back: a list of rows, the heading first. */
async function readBack(check: Check, languages: readonly Language[], format: TableFormat): Promise<readonly (readonly string[])[]> {
  const { bytes } = wholeFile(await writeTable(tableOf(check, languages), format))
  if (format === 'csv') {
    const rows = parse(new TextDecoder().decode(bytes), { bom: true, relax_column_count: true }) as string[][]
    return rows.map((row) => row.slice(0, languages.length))
  }
  if (format === 'docx') {
    const { rows } = await readDocx(bytes)
    return rows.map(({ cells: own }) => own.slice(1, languages.length + 1).map((cell) => cell.map(({ text }) => text).join('\n')))
  }
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const rows: string[][] = []
  workbook.worksheets[0]!.eachRow((row) => rows.push(languages.map((_, k) => row.getCell(k + 1).text)))
  return rows
} // prettier-ignore

describe('headers and footers do not pair', () => {
  /** What stands at the edge of a page, in the language of a job number's letter. */
  const edge = (title: string, page: string, letter: string) =>
    `\n\n22-11873 (${letter})\n\n*2211873*\n\n${page}\n\f${title}\nA/RES/76/299\n\n`
  const pages = {
    fr: ['76/299. Zone de paix\n\nL’Assemblée générale,\n\nRappelant sa résolution 73/338,\n\nConsidérant que la coopération', 'régionale renforce la paix,\n\n1. Encourage les États à agir ;\n\n2. Prie le Secrétaire général', 'de faire rapport en 2030.'],
    en: ['76/299. Zone of peace\n\nThe General Assembly,\n\nRecalling its resolution 73/338,\n\nConsidering that regional cooperation strengthens peace,\n\n1. Encourages States', 'to act;\n\n2. Requests the Secretary-General to report', 'in 2030.'],
  } // prettier-ignore
  const print = (language: 'fr' | 'en') => {
    const [title, letter] = language === 'fr' ? ['Zone de paix', 'F'] : ['Zone of peace', 'E']
    const [first, second, third] = pages[language]
    return `${first}${edge(title, '1/3', letter)}${second}${edge(title, '2/3', letter)}${third}`
  }
  const furniture = /22-11873|2211873|\d\/3(?!\d)|A\/RES/u

  test('what stands at the edges of pages is in no row, and what they cut is whole', () => {
    const alignment = align(read('fr', print('fr')), read('en', print('en')))
    expect(cells(alignment)).toEqual(['title ~ title', 'enacting ~ enacting', 'pp1 ~ pp1', 'pp2 ~ pp2', 'op1 ~ op1', 'op2 ~ op2']) // prettier-ignore
    for (const { paragraphs, title } of alignment.versions)
      for (const { text, kind } of paragraphs) {
        expect(text).not.toMatch(furniture)
        if (kind !== 'title') expect(text).not.toContain(title)
      }
    expect(textIn(alignment, 3, 'fr')).toBe('Considérant que la coopération régionale renforce la paix,')
    expect(textIn(alignment, 4, 'en')).toBe('Encourages States to act;')
  })

  test('and it is kept apart, so that nothing disappears unseen', () => {
    const { removed } = read('fr', print('fr'))
    for (const kind of ['job-number', 'barcode', 'page-number', 'running-head'])
      expect(removed.filter((one) => one.kind === kind)).toHaveLength(kind === 'running-head' ? 4 : 2)
  })
})

describe('footnotes and tables do not vanish', () => {
  test('every note stands in a row of its own, in all versions', () => {
    const alignment = align(read('fr', corpus('fr')), read('en', corpus('en')), read('zh', corpus('zh')))
    const notes = cells(alignment).filter((line) => line.startsWith('fn'))
    expect(notes).toEqual([1, 2, 3, 4].map((n) => `fn${n} ~ fn${n} ~ fn${n}`))
    for (const { paragraphs } of alignment.versions)
      expect(paragraphs.flatMap(({ marks }) => marks.map(({ note }) => note)).filter(Boolean)).toEqual(
        expect.arrayContaining(['fn1', 'fn2', 'fn3', 'fn4']),
      )
  })

  test('notes at the foot of the page that cuts a paragraph do not end up in it', () => {
    const fr = read('fr', '1. Rappelle la résolution 70/1¹ et\n\n¹ Résolution 70/1.\n\f\nla Charte ;\n\n2. Décide d’agir.\n')
    const en = read('en', '1. Recalls resolution 70/1¹ and the Charter;\n\n2. Decides to act.\n\n¹ Resolution 70/1.\n')
    const alignment = align(fr, en)
    expectNothingLost(alignment)
    expect(fr.paragraphs.filter(({ kind }) => kind === 'footnote').map(({ text }) => text)).toEqual(['Résolution 70/1.'])
    expect(fr.paragraphs[0]!.text).not.toContain('Résolution 70/1.')
    expect(cells(alignment).filter((line) => line.includes('fn'))).toEqual(['fn1 ~ fn1'])
  }) // prettier-ignore

  test('every cell of a table is a paragraph beside its counterpart', () => {
    const page = (rows: readonly (readonly string[])[], before: string) =>
      `<p>${before}</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const fr = [['Pays', 'Contribution en 2021'], ['Kazakhstan', '12 500 dollars'], ['Mongolie', '3 750 dollars']]
    const en = [['Country', 'Contribution in 2021'], ['Kazakhstan', '12,500 dollars'], ['Mongolia', '3,750 dollars']]
    const alignment = align(
      read('fr', page(fr, 'Les contributions sont indiquées ci-dessous.'), 'a.html'),
      read('en', page(en, 'The contributions are listed below.'), 'b.html'),
    )
    expectNothingLost(alignment)
    const pairs = alignment.rows.map((_, k) => [textIn(alignment, k, 'fr'), textIn(alignment, k, 'en')])
    for (const [k, text] of fr.flat().entries()) expect(pairs).toContainEqual([text, en.flat()[k]])
  }) // prettier-ignore
})

describe('2:3 beads lose no text', () => {
  const fr = [
    'Les États d’Asie centrale ont appliqué les résolutions 61/101 et 61/102 de 2018. La réunion d’Achgabat du 12 mai 2019 a rappelé les résolutions 73/284, 74/285 et 75/286.',
    'La réunion de Tachkent du 3 juin 2021 a rappelé les résolutions 76/287 et 77/288. Le fonds a réuni 44 pays et 30 organisations, dont 12 du système.',
  ]
  const en = ['The States of Central Asia applied resolutions 61/101 and 61/102 of 2018.', 'The Ashgabat meeting of 12 May 2019 recalled resolutions 73/284, 74/285 and 75/286. The Tashkent meeting of 3 June 2021 recalled resolutions 76/287 and 77/288.', 'The fund brought together 44 countries and 30 organizations, 12 of them of the system.'] // prettier-ignore

  test.each<TableFormat>(['csv', 'xlsx', 'docx'])('two paragraphs and the three that they became are one row, whole in %s', async (format) => {
    const ends = { fr: ['Le programme de 1999 compte 7 points.', 'Le fonds de 2005 dispose de 81 millions.'], en: ['The programme of 1999 has 7 points.', 'The fund of 2005 has 81 million.'] }
    const check = checkVersions([[ends.fr[0]!, ...fr, ends.fr[1]!], [ends.en[0]!, ...en, ends.en[1]!]].map((texts, k) => read(k === 0 ? 'fr' : 'en', texts.map((text) => `<p>${text}</p>`).join(''), 'text.html')), shipped)
    expect(cells(check)).toEqual(['p1 ~ p1', 'p2+p3 ~ p2+p3+p4', 'p4 ~ p5'])
    expectNothingLost(check)
    const rows = await readBack(check, ['fr', 'en'], format)
    const [left, right] = rows[2]!
    for (const text of fr) expect(left).toContain(text)
    for (const text of en) expect(right).toContain(text)
  }) // prettier-ignore

  test.each(Array.from({ length: 12 }, (_, seed) => seed))('nothing is lost wherever the cuts are (seed %i)', (seed) => {
    const random = seeded(seed)
    const words = (language: 'fr' | 'en') => Array.from({ length: 120 }, (_, k) => (k % 9 === 0 ? `${1000 + k}` : language === 'fr' ? `mot${k % 13}` : `word${k % 13}`))
    const cut = (list: readonly string[]) => {
      const parts: string[][] = [[]]
      for (const word of list) {
        parts.at(-1)!.push(word)
        if (pick(random, 12) === 0) parts.push([])
      }
      return parts.filter((part) => part.length > 0).map((part) => `<p>${part.join(' ')}.</p>`).join('')
    }
    const alignment = align(read('fr', cut(words('fr')), 'a.html'), read('en', cut(words('en')), 'b.html'))
    expectNothingLost(alignment)
    for (const { paragraphs } of alignment.versions) expect(paragraphs.map(({ text }) => text).join(' ').match(/\b1\d{3}\b/gu)).toHaveLength(14)
  }) // prettier-ignore
})

describe('crossing items are moves, not merges', () => {
  const countries = [['L’Allemagne', 'Germany', 41], ['La Chine', 'China', 52], ['L’Espagne', 'Spain', 63], ['La France', 'France', 74], ['Le Japon', 'Japan', 85], ['Le Royaume-Uni', 'The United Kingdom', 96]] as const // prettier-ignore
  const texts = {
    fr: [
      'Le Secrétaire général présente ci-dessous la liste des contributions.',
      ...countries.map(([name, , n]) => `${name} a versé ${n} dollars au fonds de 19${n} par la résolution ${n - 20}/${n + 100}.`),
      'Le fonds est clos.',
    ],
    en: [
      'The Secretary-General presents below the list of contributions.',
      // Sorted by their English names.
      ...[1, 3, 0, 4, 2, 5].map((k) => countries[k]!).map(([, name, n]) => `${name} gave ${n} dollars to the fund of 19${n} by resolution ${n - 20}/${n + 100}.`),
      'The fund is closed.',
    ],
  } // prettier-ignore
  const list = (language: 'fr' | 'en') =>
    read(language, texts[language].map((text) => `<p>${text}</p>`).join(''), 'text.html')

  test('an alphabetical list pairs country with country, and what stands elsewhere is moved', () => {
    const alignment = align(list('fr'), list('en'))
    expect(cells(alignment)).toEqual([
      'p1 ~ p1',
      'p2 ~ p4',
      'p3 ~ p2',
      'p4 ~ p6',
      'p5 ~ p3',
      'p6 ~ p5',
      'p7 ~ p7',
      'p8 ~ p8',
    ])
    const moved = alignment.rows.filter((row) => row.moved.length > 0)
    expect(moved.map((row) => row.moved)).toEqual(moved.map(() => ['en']))
    expect(moved).toHaveLength(2)
  })

  test('and that is no difference: no paragraph is reported absent', () => {
    const { findings } = checkVersions([list('fr'), list('en')], shipped)
    expect(findings.filter(({ code }) => code === 'gap')).toEqual([])
  })
})

describe('all versions in one table', () => {
  const LANGUAGES = ['fr', 'en', 'es', 'ru', 'ar', 'zh'] as const
  let check: Check
  beforeAll(() => {
    check = checkVersions(LANGUAGES.map((language) => read(language, corpus(language))), shipped) // prettier-ignore
  })

  test.each<TableFormat>(['csv', 'xlsx', 'docx'])('six columns, every paragraph of every version in its own, in %s', async (format) => {
    const [, ...rows] = await readBack(check, LANGUAGES, format)
    expect(rows).toHaveLength(check.rows.length)
    for (const row of rows) expect(row).toHaveLength(6)
    for (const [k, { paragraphs }] of check.versions.entries())
      for (const { kind, text } of paragraphs) {
        // Marks stand inside the text of an export, so a stretch without them is looked for.
        const stretch = text.slice(0, 12)
        if (kind === 'preambular' || kind === 'operative') expect(rows.some((row) => row[k]!.includes(stretch))).toBe(true)
      }
    const one = rows.find((row) => row[0]!.includes('soixante-dix-septième session'))!
    expect([one[1], one[3], one[5]]).toEqual([expect.stringContaining('seventy-seventh session'), expect.stringContaining('семьдесят седьмой сессии'), expect.stringContaining('第七十七届会议')])
  }) // prettier-ignore
})

describe('a three-language export keeps each language in its own column', () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    fr: [
      'Encourage les États à agir en 2021 ;',
      'Invite 12 pays à la réunion ;',
      'Décide de se réunir en 2030.',
    ],
    en: ['Encourages States to act in 2021;', 'Decides to meet in 2030.'],
    ar: ['تشجع الدول على العمل في عام 2021؛', 'تدعو 12 بلدا إلى الاجتماع؛', 'تقرر أن تجتمع في عام 2030.'],
  }
  const numbers: Readonly<Record<string, readonly number[]>> = { fr: [1, 2, 3], en: [1, 3], ar: [1, 2, 3] }
  const enacting: Readonly<Record<string, string>> = { fr: 'L’Assemblée générale,', en: 'The General Assembly,', ar: 'إن الجمعية العامة،' } // prettier-ignore
  const heading: Readonly<Record<string, string>> = { fr: 'Français', en: 'Anglais', ar: 'Arabe' }
  const orders = [['fr', 'en', 'ar'], ['fr', 'ar', 'en'], ['en', 'fr', 'ar'], ['en', 'ar', 'fr'], ['ar', 'fr', 'en'], ['ar', 'en', 'fr']] // prettier-ignore

  test.each(orders.flatMap((order) => (['csv', 'xlsx', 'docx'] as const).map((format) => [format, order] as const)))('%s: %j, also where a version has a gap', async (format, order) => {
    const versions = order.map((language) => read(language, [enacting[language]!, ...texts[language]!.map((text, k) => `${numbers[language]![k]!}. ${text}`)].join('\n\n')))
    const [head, ...rows] = await readBack(checkVersions(versions, shipped), order, format)
    expect(head!.map((cell) => cell.replace(/ \(.*$/u, ''))).toEqual(order.map((language) => heading[language]))
    expect(rows.map((row) => row.map((cell) => cell !== '' && !cell.startsWith('Absent')))).toEqual([0, 1, 2, 3].map((at) => order.map((language) => language !== 'en' || at !== 2)))
    for (const [k, language] of order.entries()) {
      const column = rows.map((row) => row[k]!)
      for (const [at, text] of texts[language]!.entries()) expect(column[numbers[language]![at]!]).toContain(text)
    }
  }) // prettier-ignore
})

describe('two right-to-left texts stand side by side', () => {
  const first = '1. تشجع الدول على العمل في عام 2021؛\n\n2. تقرر أن تجتمع في عام 2030.'
  const second = '1. تحث الدول على العمل في عام 2021؛\n\n2. تقرر الاجتماع في عام 2030.'
  const check = () => checkVersions(keyVersions([read('ar', first), read('ar', second)]), shipped)

  test('the second is a version of its own, aligned with the first', () => {
    const own = check()
    expect(own.versions.map(({ language }) => language)).toEqual(['ar', 'ar-2'])
    expect(own.rows.map(({ cells: row }) => [row.ar, row['ar-2']].map((list) => list!.length))).toEqual([[1, 1], [1, 1]]) // prettier-ignore
  })

  test.each<[TableFormat, readonly Language[]]>([
    ['csv', ['ar', 'ar-2']],
    ['csv', ['ar-2', 'ar']],
    ['xlsx', ['ar', 'ar-2']],
    ['xlsx', ['ar-2', 'ar']],
    ['docx', ['ar', 'ar-2']],
    ['docx', ['ar-2', 'ar']],
  ])('%s has both, in the order asked for: %j', async (format, order) => {
    const [head, ...rows] = await readBack(check(), order, format)
    expect(head!.map((cell) => cell.replace(/ \(Trad.*$/u, ''))).toEqual(order.map((key) => (key === 'ar' ? 'Arabe' : 'Arabe (2)'))) // prettier-ignore
    const openings = order.map((key) => (key === 'ar' ? 'تشجع' : 'تحث'))
    for (const [k, opening] of openings.entries()) expect(rows[0]![k]).toContain(opening)
  })

  test('in DOCX every paragraph of both runs from right to left', async () => {
    const { rows } = await readDocx(wholeFile(await writeTable(tableOf(check(), ['ar', 'ar-2']), 'docx')).bytes)
    const paragraphs = rows.slice(1).flatMap(({ cells: own }) => own.slice(1, 3).flat())
    expect(paragraphs).toHaveLength(4)
    for (const { xml, runs } of paragraphs) {
      expect(xml).toContain('<w:bidi/>')
      for (const run of runs.filter(({ text }) => /\p{Script=Arabic}/u.test(text))) expect(run.xml).toContain('<w:rtl/>')
    }
  }) // prettier-ignore

  test('in XLSX both are read and set from the right', async () => {
    const workbook = new ExcelJS.Workbook()
    const { bytes } = wholeFile(await writeTable(tableOf(check(), ['ar', 'ar-2']), 'xlsx'))
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    for (const cell of ['A2', 'B2', 'A3', 'B3'])
      expect(workbook.worksheets[0]!.getCell(cell).alignment).toMatchObject({ readingOrder: 'rtl', horizontal: 'right' }) // prettier-ignore
  })
})
