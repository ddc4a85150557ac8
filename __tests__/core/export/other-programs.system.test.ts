import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { printPdf } from '../../../cli/print-pdf'
import { wholeFile } from '../../../core/export/gather-chunks'
import { writeAkn } from '../../../core/export/write-akn'
import type { WriteOptions } from '../../../core/export/write-options'
import { writeTable, type TableFormat } from '../../../core/export/write-table'
import type { ExportTable, TermBase } from '../../../core/model'
import { readVersion } from '../../../core/pipeline'
import { writeTbx } from '../../../core/terms/formats/write-tbx'
import { OMEGAT_JAR, pythonWith, testWith } from '../../support/other-programs'
import { columnOf, paragraphOf, tableOf } from './sample-table'

/*
 * What other people's programs make of our files, where those programs are installed (Debian: translate-toolkit, libxml2-utils, omegat, libreoffice-writer, libreoffice-calc, poppler-utils, python3-openpyxl, python3-docx); a test whose program is absent is left
 * out, and named at the end of the run.
 */

jest.setTimeout(120_000)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'other-programs-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXTS = {
  fr: ['=1+1', 'L’Assemblée générale,', '\tPrie & <demande>\r\nde faire', '« »\u00a0;'],
  ar: ['الجمعية العامة', '١٢٣ “نص”', 'وإذ تشير إلى قرارها 73/338\u200f،', 'ملف'],
  zh: ['大会', '𠀀𠮷', '1.决定', '“项目”'],
  en: ['The General Assembly', 'a "b", c', "it's", '😀 👩‍👧'],
  ru: ['Генеральная Ассамблея', 'ёлка №', '«мир»', '–'],
  es: ['¿Qué?', 'año', '¡Sí!', 'ñ'],
} as const
type Key = keyof typeof TEXTS

const tableIn = (...keys: readonly Key[]): ExportTable =>
  tableOf(keys, TEXTS.fr.map((_, k) => keys.map((key) => TEXTS[key][k]!))) // prettier-ignore

async function write(
  table: ExportTable,
  format: TableFormat,
  options: WriteOptions = {},
  name = `t.${format}`,
) {
  const file = path.join(folder, name)
  writeFileSync(file, wholeFile(await writeTable(table, format, options)).bytes)
  return file
}

function python(module: string, script: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(pythonWith(module)!, ['-c', script, ...args], { encoding: 'utf8' }))
}

describe.each([
  ['fr', 'ar'],
  ['ar', 'zh'],
  ['en', 'ru'],
  ['es', 'fr'],
] as const)('the Translate Toolkit, %s to %s,', (source, target) => {
  // Lines of a segment end in line feeds.
  const expected = TEXTS[source].map((text, k) =>
    [text, TEXTS[target][k]!].map((own) => own.replace(/\r\n?/gu, '\n')),
  )

  testWith('translate-toolkit')('finds the same units in TMX', async () => {
    const script = `import json,sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target)] for u in store.units]))`
    expect(python('translate', script, await write(tableIn(source, target), 'tmx'))).toEqual(expected)
  })

  testWith('translate-toolkit')('finds the same units, ids and notes in XLIFF 1.2', async () => {
    const table = tableIn(source, target)
    const noted = {
      ...table,
      rows: table.rows.map((row, k) => ({ ...row, notes: k === 1 ? ['Diffère & plus.'] : [] })),
    }
    const script = `import json,sys
from translate.storage import xliff
store = xliff.xlifffile.parsefile(sys.argv[1])
print(json.dumps([[u.xmlelement.get('id'), str(u.source), str(u.target), u.getnotes()] for u in store.units]))`
    expect(python('translate', script, await write(noted, 'xliff'))).toEqual(
      expected.map((texts, k) => [`r${k + 1}`, ...texts, k === 1 ? 'Diffère & plus.' : '']),
    )
  })
})

testWith('python')('Python’s csv module reads the records of CSV and TSV, guards included', async () => {
  const keys = ['fr', 'ar', 'zh', 'en', 'ru', 'es'] as const
  const script = `import csv,json,sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
    print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2]))))`
  for (const [format, delimiter] of [
    ['csv', ','],
    ['tsv', '\t'],
  ] as const) {
    const [head, ...records] = python(
      'csv',
      script,
      await write(tableIn(...keys), format),
      delimiter,
    ) as string[][]
    expect(head!.slice(0, 6)).toEqual(keys.map((key) => key.toUpperCase()))
    expect(records.map((record) => record.slice(0, 6))).toEqual(
      TEXTS.fr.map((_, k) =>
        keys
          .map((key) => TEXTS[key][k]!)
          .map((text) => (/^[=\t–]/u.test(text) && !text.startsWith('–') ? `'${text}` : text)),
      ),
    )
  }
})

testWith('openpyxl')(
  'openpyxl reads each text in its column, as a string, with its direction, and the comment of an unofficial version',
  async () => {
    const keys = ['fr', 'ar', 'zh', 'en', 'ru', 'es'] as const
    const table = tableIn(...keys)
    const columns = table.columns.map((column) =>
      column.language === 'ar' ? { ...column, statusName: 'Non', statusNote: 'Non officielle.' } : column,
    )
    const script = `import json,sys,openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[[c.value, c.data_type, c.alignment.readingOrder] for c in row[:6]] for row in sheet.iter_rows(min_row=2)]
  + [[c.comment.text if c.comment else None for c in sheet[1][:6]], sheet.freeze_panes, sheet.auto_filter.ref]))`
    const found = python('openpyxl', script, await write({ ...table, columns }, 'xlsx')) as unknown[]
    // The library leaves the escapes of carriage returns as they are.
    const cell = (text: string, key: Key) => [
      text.replaceAll('\r', '_x000D_'),
      's',
      key === 'ar' && !/^[^\p{Script=Arabic}]*$/u.test(text) ? 2 : 1,
    ]
    expect(found).toEqual([
      ...TEXTS.fr.map((_, k) => keys.map((key) => cell(TEXTS[key][k]!, key))),
      [null, 'Non officielle.', null, null, null, null],
      'A2',
      'A1:J5',
    ])
  },
)

testWith('python-docx')(
  'python-docx reads each text in its column, with direction and languages, and the footnotes and comments',
  async () => {
    const keys = ['fr', 'ar', 'zh', 'en', 'ru', 'es'] as const
    const table = tableIn(...keys)
    const rows = table.rows.map((row, k) => ({
      ...row,
      notes: k === 1 ? ['Diffère.'] : [],
      cells: row.cells.map((cell, at) =>
        cell.map((own) =>
          k !== 1
            ? own
            : {
                ...own,
                marks: [
                  {
                    at: 1,
                    mark: '1',
                    note: 'fn1',
                    words: { label: null, text: `note ${keys[at]}`, italics: [] },
                  },
                ],
                highlights: at < 2 ? [{ from: 0, to: 1, severity: 'error' as const, note: 0 }] : [],
              },
        ),
      ),
    }))
    const script = `import json,sys,docx,zipfile,re
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
table = docx.Document(sys.argv[1]).tables[0]
parts = zipfile.ZipFile(sys.argv[1])
xml = lambda name: docx.oxml.parse_xml(parts.read(name))
texts = lambda part, tag: [''.join(t.text for t in own.iter(W + 't')) for own in part.iter(W + tag)]
print(json.dumps([[[p.text, p._p.pPr.find(W + 'bidi') is not None, p.runs[-1]._r.rPr.find(W + 'lang').get(W + 'val')]
  for p in (c.paragraphs[0] for c in table.rows[k].cells[1:7])] for k in (2, 4)] + [texts(xml('word/footnotes.xml'), 'footnote'), texts(xml('word/comments.xml'), 'comment')]))`
    const found = python('docx', script, await write({ ...table, rows }, 'docx')) as unknown[]
    const tags = { fr: 'fr-FR', ar: 'ar-SA', zh: 'zh-CN', en: 'en-GB', ru: 'ru-RU', es: 'es-ES' }
    const rowOf = (k: number, mark: string) =>
      keys.map((key) => {
        const text = TEXTS[key][k]!
        return [`${text.slice(0, 1)}${mark}${text.slice(1)}`, key === 'ar', tags[key]]
      })
    expect(found).toEqual([
      rowOf(1, '1').map(([text, ...rest], at) => [
        TEXTS[keys[at]!][1]!.startsWith('\uD840') ? `1${TEXTS[keys[at]!][1]}` : text,
        ...rest,
      ]),
      rowOf(3, ''),
      ['', '', ...keys.map((key) => `\u00a01 note ${key}`)],
      ['Diffère.', 'Diffère.'],
    ])
  },
)

testWith('xmllint')('xmllint finds every file of XML well-formed', async () => {
  const files = [
    await write(tableIn('fr', 'ar'), 'tmx'),
    await write(tableIn('fr', 'ar'), 'tmx', { inline: true }, 'inline.tmx'),
    await write(tableIn('fr', 'ar'), 'xliff'),
    await write(tableIn('fr', 'ar'), 'xliff2'),
  ]
  for (const language of ['fr', 'ar', 'zh']) {
    const name = path.resolve(__dirname, `../../../corpus/A-RES-76-299/${language}.txt`)
    const version = readVersion(readFileSync(name), { name, language })
    const source = { symbol: 'A/RES/76/299', title: 'T', adopted: '2022-07-28', pivot: 'fr' }
    files.push(path.join(folder, `${language}.akn.xml`))
    writeFileSync(files.at(-1)!, wholeFile(writeAkn(version, source)).bytes)
  }
  expect(spawnSync('xmllint', ['--noout', ...files], { encoding: 'utf8' }).stderr).toBe('')
})

testWith('soffice')('LibreOffice opens the HTML, and each text stands in its column', async () => {
  const keys = ['fr', 'ar', 'zh'] as const
  const table = tableIn(...keys)
  const plain = {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.map((own) => ({ ...own, text: own.text.replace(/\s+/gu, ' ').trim() })),
      ),
    })),
  }
  const file = await write(plain, 'html', {}, 'table.html')
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  execFileSync(
    'soffice',
    [
      profile,
      '--headless',
      '--infilter=HTML (StarCalc)',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'ignore' },
  )
  const csv = readFileSync(path.join(folder, 'table.csv'), 'utf8')
  const line = csv.split('\n').find((own) => own.startsWith('op3'))!
  expect(line).toBe('op3,Prie & <demande> de faire,وإذ تشير إلى قرارها 73/338\u200f،,1.决定')
})

/** What LibreOffice makes of a file, in a folder of its own. */
function convert(file: string, to: string, ...more: readonly string[]): Buffer {
  const out = mkdtempSync(path.join(folder, 'office-'))
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', ...more, '--convert-to', to, '--outdir', out, file], { stdio: 'ignore' }) // prettier-ignore
  return readFileSync(path.join(out, readdirSync(out)[0]!))
}

const ALL = ['fr', 'ar', 'zh', 'en', 'ru', 'es'] as const

testWith('soffice')('LibreOffice reads each text of the Excel sheet in its column', async () => {
  const csv = convert(await write(tableIn(...ALL), 'xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76')
  const [head, ...records] = parse(csv, { bom: true, relax_column_count: true }) as string[][]
  expect(head!.slice(0, 6)).toEqual(ALL.map((key) => key.toUpperCase()))
  // It writes every line break of a cell as a line feed.
  expect(records.map((record) => record.slice(0, 6).map((text) => text.replace(/\r\n?/gu, '\n')))).toEqual(
    TEXTS.fr.map((_, k) => ALL.map((key) => TEXTS[key][k]!.replace(/\r\n?/gu, '\n'))),
  )
})

/** Words of letters and figures alone, which no line break, shaping or raised mark changes, each naming its row and language. */
const wordRows = (languages: readonly string[], patterns: readonly number[]) =>
  patterns.map((pattern, row) =>
    languages.map((language, at) => ((pattern >> at) & 1 ? '' : `r${row}${language}`)),
  )

/** Where each word of a PDF stands: its left edge, and its page and height as one number. */
function wordsOf(pdf: string): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
  const words = new Map<string, { x: number; y: number }>()
  let page = 0
  for (const line of html.split('\n')) {
    if (line.includes('<page ')) page += 1
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</u.exec(line)
    if (found !== null) words.set(found[3]!, { x: Number(found[1]), y: page * 10_000 + Number(found[2]) })
  }
  return words
}

/** That each word stands under the head of its language and under no other, row below row, and no word that is a gap. */
function expectColumns(
  pdf: string,
  languages: readonly string[],
  rows: readonly (readonly string[])[],
  rightToLeft: (language: string) => boolean,
): void {
  const words = wordsOf(pdf)
  const heads = languages.map((language) => words.get(language.toUpperCase())!.x)
  // A column's text begins at the edge of its head, in a column from right to left somewhere between it and its neighbours'.
  const columnOf = (x: number) =>
    heads.map((head, at) => ({ at, far: Math.abs(head - x) })).sort((one, other) => one.far - other.far)[0]!
      .at
  let above = 0
  for (const texts of rows) {
    const found = texts.map((text) => words.get(text))
    expect(texts.map((text, at) => [text, found[at] !== undefined])).toEqual(
      texts.map((text) => [text, text !== '']),
    )
    found.forEach((place, at) => {
      if (place !== undefined)
        expect([texts[at], languages[columnOf(place.x)]]).toEqual([texts[at], languages[at]])
      if (place !== undefined && !rightToLeft(languages[at]!)) expect(place.y).toBeGreaterThan(above)
    })
    above = Math.max(above, ...found.flatMap((place) => (place === undefined ? [] : [place.y - 1])))
  }
}

describe.each([
  [
    ['fr', 'ar'],
    [0, 1, 2],
  ],
  [
    ['zh', 'fr', 'ar'],
    [0, 1, 2, 3, 4, 5, 6],
  ],
  [[...ALL].reverse(), [0, 1, 2, 4, 8, 16, 32, 21, 42, 62, 31]],
] as const)('columns %j with gaps, printed', (languages, patterns) => {
  const rows = wordRows(languages, patterns)

  testWith('chromium', 'pdftotext')('in our PDF each text stands under its own language', async () => {
    const { bytes } = await printPdf(await writeTable(tableOf([...languages], rows), 'html'), undefined)
    const pdf = path.join(folder, `${languages.join('-')}.pdf`)
    writeFileSync(pdf, bytes)
    expectColumns(pdf, languages, rows, (language) => language === 'ar')
  })

  testWith('soffice', 'pdftotext')('in a PDF that LibreOffice makes of the Word table alike', async () => {
    const pdf = path.join(folder, `${languages.join('-')}-docx.pdf`)
    writeFileSync(pdf, convert(await write(tableOf([...languages], rows), 'docx'), 'pdf'))
    expectColumns(pdf, languages, rows, (language) => language === 'ar')
  })
})

testWith('xmllint', 'schemas of omegat')(
  'TMX and TBX 2 are what OmegaT’s document types ask for',
  async () => {
    const schemas = path.join(folder, 'schemas')
    mkdirSync(schemas)
    for (const [name, bytes] of Object.entries(
      unzipSync(readFileSync(OMEGAT_JAR), { filter: ({ name }) => /^schemas\/.+/u.test(name) }),
    ))
      // prettier-ignore
      writeFileSync(path.join(folder, name), bytes)
    const table = tableIn(...ALL)
    const rows = table.rows.map((row) => ({
    ...row,
    notes: ['Diffère.'],
    confirmed: true,
    cells: row.cells.map((cell) => cell.map((own) => ({ ...own, label: '1.', italics: [{ from: 0, to: 1 }], marks: [{ at: 1, mark: '1', note: null }] }))),
  })) // prettier-ignore
    const lint = (...args: readonly string[]) => spawnSync('xmllint', ['--nonet', '--noout', ...args], { encoding: 'utf8' }) // prettier-ignore
    for (const inline of [false, true]) {
      const file = await write({ ...table, rows }, 'tmx', { inline }, `valid-${String(inline)}.tmx`)
      expect(lint('--dtdvalid', path.join(schemas, 'tmx14.dtd'), file)).toMatchObject({
        status: 0,
        stderr: '',
      })
      // And the check can fail.
      writeFileSync(file, readFileSync(file, 'utf8').replace(' srclang="fr"', ''))
      expect(lint('--dtdvalid', path.join(schemas, 'tmx14.dtd'), file).status).not.toBe(0)
    }
    const base: TermBase = [
    { id: 'a', field: 'f', definition: 'd', terms: { fr: [{ wording: 'la paix', status: 'preferred', match: 'inflected' }], ar: [{ wording: 'السلام', status: 'admitted', match: 'exact' }] } },
  ] // prettier-ignore
    const tbx = path.join(folder, 'valid.tbx')
    writeFileSync(tbx, writeTbx(base, { version: 2, title: 'T' }).replace(/<!DOCTYPE[^>]*>/u, ''))
    expect(lint('--schema', path.join(schemas, 'tbx.xsd'), tbx)).toMatchObject({ status: 0 })
  },
)

testWith('omegat')('OmegaT translates a text by our TMX, whole paragraphs at a time', async () => {
  const project = path.join(folder, 'omegat')
  for (const part of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary'])
    mkdirSync(path.join(project, part), { recursive: true })
  const units = [
    ['L’Assemblée générale,', 'إن الجمعية العامة،'],
    ['Rappelant sa résolution 73/338,', 'وإذ تشير إلى قرارها 73/338،'],
  ] as const
  const rows = tableOf(['fr', 'ar'], units)
  writeFileSync(path.join(project, 'tm/auto/fr-ar.tmx'), wholeFile(await writeTable(rows, 'tmx')).bytes)
  writeFileSync(path.join(project, 'source/text.txt'), units.map(([fr]) => fr).join('\n\n'))
  writeFileSync(
    path.join(project, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>fr</source_lang><target_lang>ar</target_lang><sentence_seg>false</sentence_seg></project></omegat>`,
  )
  const home = path.join(folder, 'home')
  mkdirSync(home)
  execFileSync('omegat', [project, '--mode=console-translate', `--config-dir=${home}`], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home, JAVA_TOOL_OPTIONS: `-Duser.home=${home}` },
  })
  expect(readdirSync(path.join(project, 'target'))).toEqual(['text.txt'])
  expect(readFileSync(path.join(project, 'target/text.txt'), 'utf8').trim()).toBe(
    units.map(([, ar]) => ar).join('\n\n'),
  )
})

test('a table of every script has a column for each', () => {
  expect(tableIn('fr', 'ar').columns).toEqual([columnOf('fr'), columnOf('ar')])
  expect(tableIn('zh').rows[0]!.cells[0]).toEqual([paragraphOf('大会')])
})
