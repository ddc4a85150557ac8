import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import JSZip from 'jszip'
import { checkSchema } from '../../core/schema'
import { alignStored } from '../../jobs/align-stored'
import { loadKnowledge } from '../../jobs/corpus'
import { alignHere } from '../../jobs/aligning'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { confirmRow } from '../../store/confirmations'
import { closeStore, openStore } from '../../store/database/open-store'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { readResolution } from '../../store/read-resolution'
import { allOf, parseXml, textOf } from '../core/export/parse-xml'
import { testWith } from '../support/other-programs'
import { readUnits } from '../core/export/read-columns'
import { runCli } from '../support/run-cli'

jest.setTimeout(120_000)

const root = path.resolve(__dirname, '../..')
const text = (language: string) => path.join(root, '__tests__/core/segment/fixtures', `${language}.txt`)
const SYMBOL = 'A/RES/76/299'
const before = { ...process.env }

let folder = ''
let database = ''
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-command-'))
  database = path.join(folder, 'store.db')
  process.env.CONCORDANCE_DATA = path.join(folder, 'nothing')
  process.env.LC_ALL = 'fr'
  delete process.env.CHROMIUM
  const store = await openStore(database)
  await loadShippedCorpus(store, root, '1')
  const knowledge = await loadKnowledge(root)
  await alignStored(
    store,
    { slug: 'A-RES-76-299', languages: ['fr', 'en'], aligner: '1', options: '' },
    alignHere(knowledge),
  )
  const reading = (await readResolution(store, 'A-RES-76-299', { languages: ['fr', 'en'] }))!
  const row = reading.check.rows.find(({ cells }) => cells['fr']!.includes('pp4'))!
  await confirmRow(store, {
    resolution: 'A-RES-76-299',
    cells: cellRefs(row.cells, indexRefs(reading.check.versions)),
    revision: 0,
    by: null,
  })
  await closeStore(store)
})
afterAll(() => {
  process.env = before
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runCli(folder, args)
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

describe('concordance export SYMBOL', () => {
  test('takes the texts that the program brings where there is no store, and makes none', async () => {
    const { code, out, err } = await run('export', SYMBOL, '--format', 'csv', '--langs', 'ar,fr')
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/ar-fr\.csv: \d+ passages in italics are plain\n$/u),
    ])
    expect(out.slice(1).split('\r\n')[0]).toBe(
      'Arabe (traduction non officielle),Français,Paragraphe,Nature,Fiabilité de l’alignement,Constats',
    )
    expect(existsSync(path.join(folder, 'nothing'))).toBe(false)
  })

  test('takes the store’s alignment, in the order of --langs, and knows what is confirmed', async () => {
    const whole = await run(
      'export',
      'a-res-76-299',
      '--database',
      database,
      '--format',
      'tmx',
      '--langs',
      'en,fr',
    )
    expect(whole.code).toBe(0)
    const units = allOf(parseXml(whole.out), 'tu')
    expect(allOf(units[0]!, 'tuv').map(({ attributes }) => attributes['xml:lang'])).toEqual(['en', 'fr'])
    const confirmed = await run(
      'export',
      SYMBOL,
      '--database',
      database,
      '--format',
      'tmx',
      '--langs',
      'fr,en',
      '--confirmed',
    )
    const kept = allOf(parseXml(confirmed.out), 'tu')
    expect(kept).toHaveLength(1)
    expect(textOf(allOf(kept[0]!, 'seg')[0])).toMatch(/^Considérant que l'adoption/u)
    expect(allOf(kept[0]!, 'prop').map(({ attributes }) => attributes['type'])).toContain('confirmed')
  })

  test('says where no row is confirmed, which is no failure', async () => {
    const { code, out, err } = await run('export', SYMBOL, '--database', database, '--format', 'csv', '--langs', 'ru,zh', '--confirmed') // prettier-ignore
    expect([code, out.trim().split('\n').length]).toEqual([0, 1])
    expect(err).toBe(
      `concordance: ${SYMBOL}: no row of these versions is confirmed, so that the file has none\n`,
    )
  })

  test('confirmed rows stay confirmed as sentences, and in languages that were never aligned', async () => {
    const { out } = await run(
      'export',
      SYMBOL,
      '--database',
      database,
      '--format',
      'tmx',
      '--langs',
      'fr,en,es',
      '--multilingual',
      '--confirmed',
      '--unit',
      'sentence',
    )
    const root = parseXml(out)
    expect(allOf(root, 'header')[0]!.attributes['segtype']).toBe('sentence')
    const units = allOf(root, 'tu')
    expect(units.length).toBeGreaterThan(0)
    for (const unit of units) expect(allOf(unit, 'prop').map(textOf)).toContain('yes')
  })

  test.each([
    [['export', 'A/RES/1/1'], 'A/RES/1/1: no such file, and no such resolution in the store'],
    [['export', SYMBOL, '--langs', 'fr,de'], `${SYMBOL}: there is no version in 'de'`],
    [['export', SYMBOL, '--pivot', 'de'], 'usage: --pivot de: not among the versions'],
    [['export', SYMBOL, '--confirmed'], 'usage: --confirmed goes with a resolution of the store'],
    [['export', SYMBOL, '--database', 'absent.db'], 'absent.db: no such file'],
    [
      ['export', SYMBOL, '--format', 'tmx', '--langs', 'fr'],
      'usage: --format tmx takes two or more versions',
    ],
    [
      ['export', SYMBOL, '--format', 'tmx'],
      'usage: --format tmx makes several files of 6 versions; name a folder or a .zip with -o, or make one of all languages with --multilingual',
    ],
    [
      ['export', SYMBOL, '--format', 'akn', '-o', 'a.xml'],
      'usage: --format akn makes several files that name each other; -o must be a folder or a .zip',
    ],
    [['export', SYMBOL, '--format', 'doc'], "usage: option '--format <format>' argument 'doc' is invalid"],
    [
      ['export', SYMBOL, '--json', '--format', 'csv'],
      "usage: option '--json' cannot be used with option '--format <format>'",
    ],
    [['export', 'absent.txt', 'other.txt'], 'absent.txt: no such file'],
  ])('%j ends with 2 and a line that says what to do', async (args, line) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err.startsWith(`concordance: ${line}`)).toBe(true)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('concordance export, several files', () => {
  const NAMES = ['ar', 'en'].map((own) => `A-RES-76-299.fr-${own}.xlf`)

  test('go into a folder, which is made', async () => {
    expect((await run('export', SYMBOL, '--format', 'xliff', '--langs', 'fr,ar,en', '-o', 'new/')).code).toBe(
      0,
    )
    expect(readdirSync(path.join(folder, 'new')).sort()).toEqual(NAMES)
    expect(allOf(parseXml(read(`new/${NAMES[0]!}`)), 'file')[0]!.attributes['target-language']).toBe('ar')
  })

  test('go into an archive, which is the same for the same files', async () => {
    await run('export', SYMBOL, '--format', 'xliff', '--langs', 'fr,ar,en', '-o', 'a.zip')
    await run('export', SYMBOL, '--format', 'xliff', '--langs', 'fr,ar,en', '-o', 'b.zip')
    const [a, b] = ['a.zip', 'b.zip'].map((name) => readFileSync(path.join(folder, name)))
    expect(a!.equals(b!)).toBe(true)
    expect(Object.keys((await JSZip.loadAsync(a!)).files).sort()).toEqual(NAMES)
  })

  test('go beside each other under a name that says their languages, and are named on stderr', async () => {
    const { code, err } = await run('export', SYMBOL, '--langs', 'fr,ar,en', '-o', 'table.xlf')
    expect(code).toBe(0)
    expect(err).toContain('concordance: table.xlf: written as table.fr-ar.xlf, table.fr-en.xlf')
    expect(existsSync(path.join(folder, 'table.xlf'))).toBe(false)
    expect(readUnits(read('table.fr-en.xlf')).length).toBeGreaterThan(20)
  })

  test('of Akoma Ntoso: one a version and one of links whose targets are all there', async () => {
    await run('export', SYMBOL, '--format', 'akn', '--langs', 'fr,zh', '-o', 'akn/')
    const names = readdirSync(path.join(folder, 'akn')).sort()
    expect(names).toEqual([
      'A-RES-76-299.alignment.akn.xml',
      'A-RES-76-299.fr.akn.xml',
      'A-RES-76-299.zh.akn.xml',
    ])
    for (const { attributes } of allOf(parseXml(read('akn/A-RES-76-299.alignment.akn.xml')), 'link'))
      for (const target of attributes['target']!.split(' ')) {
        const [file, id] = target.split('#')
        expect(read(`akn/${file!}`)).toContain(`eId="${id!}"`)
      }
  })
})

describe('concordance export, formats', () => {
  const pair = ['export', text('fr'), text('en')] as const

  test('JSON is the published shape, the same by --json and by default', async () => {
    const [plain, named] = [await run(...pair), await run(...pair, '--json')]
    expect(plain.out).toBe(named.out)
    const check = checkSchema.strict().parse(JSON.parse(plain.out))
    expect(check.versions.map(({ language }) => language)).toEqual(['fr', 'en'])
  })

  test('the ending of -o decides', async () => {
    for (const [name, start] of [
      ['t.html', '<!doctype html>'],
      ['t.md', '<!-- Concordance: fr=unknown, en=unknown'],
      ['t.tsv', '\uFEFFFrançais\t'],
      ['t.docx', 'PK'],
      ['t.tbx', '<?xml'],
    ] as const) {
      expect((await run(...pair, '-o', name)).code).toBe(0)
      expect(read(name).startsWith(start)).toBe(true)
    }
  })

  test('TBX has the terms of this text in its languages, in either version, or all terms', async () => {
    const count = async (...args: readonly string[]) => {
      const base = parseXml((await run(...pair, ...args)).out)
      expect(
        new Set(
          [...allOf(base, 'langSet'), ...allOf(base, 'langSec')].map(
            ({ attributes }) => attributes['xml:lang'],
          ),
        ),
      ).toEqual(new Set(['fr', 'en']))
      return [base.name, allOf(base, 'termEntry').length + allOf(base, 'conceptEntry').length] as const
    }
    const [two, own] = await count('--format', 'tbx')
    const [three, same] = await count('--format', 'tbx3')
    expect([two, three, own]).toEqual(['martif', 'tbx', same])
    expect(own).toBeGreaterThan(5)
    expect((await count('--format', 'tbx', '--all-terms'))[1]).toBeGreaterThan(5 * own)
  })

  test('what a file does not hold is told, and --inline holds it', async () => {
    const plain = await run(...pair, '--format', 'tmx', '-o', 'plain.tmx')
    expect(plain.err.split('\n')).toEqual([
      'concordance: plain.tmx: 4 footnote marks were left out; --inline keeps them',
      'concordance: plain.tmx: 14 passages in italics are plain; --inline keeps them',
      '',
    ])
    expect((await run(...pair, '--format', 'tmx', '--inline', '-o', 'inline.tmx')).err).toBe('')
    expect(allOf(parseXml(read('inline.tmx')), 'ph')).toHaveLength(4)
  })

  test('--no-bom leaves the mark out', async () => {
    expect((await run(...pair, '--format', 'csv', '--no-bom')).out.startsWith('Français,')).toBe(true)
  })

  test('a file appears whole or not at all, keeps its permissions, and a link is followed', async () => {
    writeFileSync(path.join(folder, 'real.tmx'), 'before')
    chmodSync(path.join(folder, 'real.tmx'), 0o640)
    symlinkSync('real.tmx', path.join(folder, 'link.tmx'))
    await run(...pair, '-o', 'link.tmx')
    expect(read('real.tmx').startsWith('<?xml')).toBe(true)
    expect(statSync(path.join(folder, 'real.tmx')).mode & 0o777).toBe(0o640)
    mkdirSync(path.join(folder, 'shut'))
    const failed = await run(...pair, '-o', 'absent/t.tmx')
    expect([failed.code, failed.err]).toEqual([2, 'concordance: absent/t.tmx: no such file\n'])
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('concordance align', () => {
  test('writes the same formats', async () => {
    const { code, out } = await run('align', text('fr'), text('ar'), '--format', 'tmx', '--unit', 'sentence')
    expect(code).toBe(0)
    const tmx = parseXml(out)
    expect(allOf(tmx, 'header')[0]!.attributes).toMatchObject({ segtype: 'sentence', srclang: 'fr' })
    expect(allOf(tmx, 'tu').length).toBeGreaterThan(20)
  })

  test('--json is --format json', async () => {
    const [one, other] = [
      await run('align', text('fr'), text('en'), '--json'),
      await run('align', text('fr'), text('en')),
    ]
    expect(one).toEqual(other)
  })

  test('a batch writes TMX, and refuses what is not one file a line', async () => {
    writeFileSync(path.join(folder, 'list.tsv'), `${text('fr')}\t${text('en')}\tbatch.tmx\n`)
    const { code } = await run('align', '--batch', 'list.tsv', '--format', 'tmx')
    expect(code).toBe(0)
    expect(allOf(parseXml(read('batch.tmx')), 'tu').length).toBeGreaterThan(20)
    const refused = await run('align', '--batch', 'list.tsv', '--format', 'pdf')
    expect([refused.code, refused.err]).toEqual([
      2,
      'concordance: usage: --batch writes one file a line, which --format pdf cannot\n',
    ])
  })
})

test('concordance schema prints a JSON Schema that says what the command prints', async () => {
  const schema = JSON.parse((await run('schema', 'align')).out) as { properties: object; $schema: string }
  expect(Object.keys(schema.properties)).toEqual(['pivot', 'versions', 'rows'])
  expect(schema.$schema).toContain('2020-12')
  expect((await run('schema', 'nothing')).code).toBe(2)
})

describe('PDF', () => {
  test('where no Chromium is at hand, one line says so and nothing is written', async () => {
    const { code, out, err } = await run(
      'export',
      text('fr'),
      text('en'),
      '-o',
      'no.pdf',
      '--browser',
      './absent',
    )
    expect([code, out, err]).toEqual([
      2,
      '',
      'concordance: pdf: ./absent is no program that can be run; name a Chromium with --browser or CHROMIUM\n',
    ])
    expect(existsSync(path.join(folder, 'no.pdf'))).toBe(false)
  })

  test('a program that prints nothing is named', async () => {
    writeFileSync(path.join(folder, 'false.sh'), '#!/bin/sh\nexit 3\n', { mode: 0o755 })
    const { code, err } = await run(
      'export',
      text('fr'),
      text('en'),
      '-o',
      'no.pdf',
      '--browser',
      './false.sh',
    )
    expect([code, err]).toEqual([2, 'concordance: pdf: ./false.sh printed nothing (exit code 3)\n'])
  })

  testWith('chromium', 'pdftotext')('holds each language’s text, as pdftotext finds it', async () => {
    const { code, err } = await run('export', SYMBOL, '--langs', 'fr,ar,zh', '-o', 'table.pdf')
    expect([code, err]).toEqual([0, ''])
    const { stdout } = spawnSync('pdftotext', ['-layout', path.join(folder, 'table.pdf'), '-'], {
      encoding: 'utf8',
    })
    const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
    const all = bare(stdout)
    for (const words of [
      'Proclame la région de l',
      'الجمعية العامة',
      '宣布中亚区域为和平',
      'Traduction non officielle',
    ])
      expect(all).toContain(bare(words))
  })
})
