import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { wholeFile } from '../../core/export/gather-chunks'
import { writeTable } from '../../core/export/write-table'
import { InputError, UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { alignVersions } from '../../core/pipeline'
import { buildExportTable } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'
import { importDocument, type ImportRequest, type ImportResult } from '../../jobs/import-document'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { doctor } from '../../store/doctor'
import { readDocument } from '../../store/documents'
import { listStored } from '../../store/resolutions'
import { readVersions } from '../../store/versions'
import { shapeText } from '../core/segment/shape-fixtures'

const bytes = (text: string) => new TextEncoder().encode(text)

let folder = ''
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-document-'))
  store = await openStore(path.join(folder, 'store.db'))
})
afterEach(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true })
})

const importText = (text: string, options: Partial<ImportRequest> = {}) =>
  importDocument(store, { name: 'a.txt', bytes: bytes(text), ...options })

/** `fr official added <unknown` or `refused worse: …`, in one line. */
function notation(result: ImportResult): string {
  if (result.kind === 'refused') return `refused ${result.reason}: ${result.detail}`
  return result.texts
    .map(
      ({ language, status, outcome, before }) =>
        `${language} ${status} ${outcome}${before === null ? '' : ` over ${before}`}`,
    )
    .join('; ')
}

const COUNCIL = 'S-RES-2999_(2031)'
const first = shapeText('council', 'fr')
const second = first.replace('sans délai', 'sans plus attendre')

test('keeps a text with its bytes, and makes its resolution from what the text says', async () => {
  const result = await importText(first, { name: 'résolution.txt' })
  expect(result).toMatchObject({ kind: 'imported', slug: COUNCIL, symbol: 'S/RES/2999 (2031)', rows: 0 })
  expect(notation(result)).toBe('fr unknown added')
  expect(await listStored(store)).toEqual([
    {
      slug: COUNCIL,
      symbol: 'S/RES/2999 (2031)',
      adopted: '2031-03-12',
      meeting: 9871,
      titles: { fr: 'Résolution 2999 (2031)' },
    },
  ])
  const [kept] = await readVersions(store, COUNCIL)
  expect(kept).toMatchObject({ origin: 'imported', source: null })
  expect(kept!.version.paragraphs).toHaveLength(18)
  const document = await readDocument(store, kept!.document!)
  expect(document).toMatchObject({ name: 'résolution.txt', type: 'text/plain' })
  expect(new Uint8Array(document!.bytes)).toEqual(bytes(first))
  expect((await doctor(store)).problems).toEqual([])
})

test('brings the six versions of a resolution together under one symbol', async () => {
  for (const language of UN_LANGUAGES)
    expect(notation(await importText(shapeText('council', language)))).toBe(`${language} unknown added`)
  const versions = await readVersions(store, COUNCIL)
  expect(versions.map(({ version }) => version.language)).toEqual([...UN_LANGUAGES].sort())
  const [resolution] = await listStored(store)
  expect(Object.keys(resolution!.titles).sort()).toEqual([...UN_LANGUAGES].sort())
})

test.each<[string, string, Partial<ImportRequest>, string]>([
  ['unofficial', 'official', {}, 'fr official replaced over unofficial'],
  ['unofficial', 'unknown', {}, 'fr unknown replaced over unofficial'],
  ['official', 'official', {}, 'fr official replaced over official'],
  ['official', 'unofficial', {}, 'refused worse: fr official'],
  ['official', 'unknown', {}, 'refused worse: fr official'],
  ['unknown', 'unofficial', {}, 'refused worse: fr unknown'],
  ['official', 'unofficial', { force: true }, 'fr unofficial replaced over official'],
])('over an %s text an %s one, %j: %s', async (before, after, options, expected) => {
  await importText(first, { status: before as 'official' })
  const result = await importText(second, { status: after as 'official', ...options })
  expect(notation(result)).toBe(expected)
  const [kept] = await readVersions(store, COUNCIL)
  const replaced = result.kind === 'imported'
  expect(kept!.version.status).toBe(replaced ? after : before)
  expect(kept!.version.paragraphs.some(({ text }) => text.includes('sans plus attendre'))).toBe(replaced)
})

test.each<[string, string, string]>([
  ['official', 'unknown', 'fr official unchanged over official'],
  ['official', 'official', 'fr official unchanged over official'],
  ['unknown', 'official', 'fr official replaced over unknown'],
])('the very text again, %s before and %s now: %s', async (before, after, expected) => {
  await importText(first, { status: before as 'official' })
  expect(notation(await importText(first, { status: after as 'official' }))).toBe(expected)
})

test('a table of ours brings nothing new: the texts are those that were written, whatever their file left out', async () => {
  await loadShippedCorpus(store, process.cwd(), 'test')
  const kept = await readVersions(store, 'A-RES-76-299')
  expect(kept.some(({ version }) => version.removed.length > 0)).toBe(true)
  const shipped = kept.map(({ version }) => version)
  const check = { ...alignVersions(shipped, { terms: [], lexicon: [], names: [] }), findings: [], hits: {} }
  const about = { check, symbol: 'A/RES/76/299', title: null, adopted: null, meeting: null }
  const table = buildExportTable(about, makeTranslator('fr'), { locale: 'fr', languages: ['fr', 'ar', 'zh'] })
  for (const format of ['docx', 'html'] as const) {
    const file = wholeFile(await writeTable(table, format)).bytes
    expect(notation(await importDocument(store, { name: `a.${format}`, bytes: file }))).toBe(
      'fr official unchanged over official; ar unofficial unchanged over unofficial; zh unofficial unchanged over unofficial',
    )
  }
})

test('asks for a symbol where neither the text nor the caller names one, and keeps nothing', async () => {
  const text = shapeText('short', 'fr')
  expect(notation(await importText(text))).toBe('refused symbol-missing: ')
  expect(notation(await importText(text, { symbol: '\u0000' }))).toBe('refused symbol-wrong: \u0000')
  expect(await listStored(store)).toEqual([])
  expect(await importText(text, { symbol: ' A/RES/86/7 ' })).toMatchObject({
    slug: 'A-RES-86-7',
    symbol: 'A/RES/86/7',
  })
})

test('the caller’s symbol stands in place of the text’s, in the text too', async () => {
  expect(await importText(first, { symbol: 'A/RES/86/7' })).toMatchObject({ slug: 'A-RES-86-7' })
  const [kept] = await readVersions(store, 'A-RES-86-7')
  expect(kept!.version.symbol).toBe('A/RES/86/7')
})

test('says of a file that cannot be read why, and keeps nothing', async () => {
  const codes: string[] = []
  for (const text of ['', 'Peace.'])
    await importText(text, { symbol: 'A/RES/86/7' }).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error
      codes.push(error.code)
    })
  expect(codes).toEqual(['empty', 'language-unsure'])
  expect(await listStored(store)).toEqual([])
})

test('what a resolution is known to be is kept, and a better text brings its title', async () => {
  await importText(shapeText('rights', 'fr'), { status: 'unofficial' })
  const [known] = await listStored(store)
  expect(known).toMatchObject({
    adopted: '2031-04-04',
    meeting: 56,
    titles: { fr: 'Le droit à l’eau pure en montagne' },
  })
  const retitled = shapeText('rights', 'fr')
    .replace('Le droit à l’eau pure', 'Droit à l’eau potable')
    .replace(/4 avril 2031/gu, '5 avril 2031')
  await importText(retitled, { status: 'official' })
  const [after] = await listStored(store)
  expect(after).toMatchObject({ adopted: '2031-04-04', titles: { fr: 'Droit à l’eau potable en montagne' } })
})

test('two imports of one text at once keep it once', async () => {
  const other = await openStore(path.join(folder, 'store.db'))
  const results = await Promise.all([
    importText(first),
    importDocument(other, { name: 'a.txt', bytes: bytes(first) }),
  ])
  await closeStore(other)
  expect(results.map(notation).sort()).toEqual(['fr unknown added', 'fr unknown unchanged over unknown'])
  expect(await readVersions(store, COUNCIL)).toHaveLength(1)
})

test('killed before any of its statements, an import leaves the text that was there', async () => {
  await importText(first, { name: 'old.txt', status: 'unofficial' })
  await closeStore(store)
  const file = path.join(folder, 'new.txt')
  writeFileSync(file, second)
  const address = path.join(folder, 'store.db')
  const script = path.join(__dirname, 'import-child.ts')
  let ended = false
  let killed = 0
  for (let statement = 1; !ended; statement += 2) {
    const child = spawnSync(process.execPath, ['--import', 'tsx', script, address, file, String(statement)], {
      encoding: 'utf8',
      cwd: path.join(__dirname, '../..'),
    })
    ended = child.status === 0
    expect(`${child.stderr} ${child.signal}`).toBe(ended ? ' null' : ' SIGKILL')
    store = await openStore(address)
    const [kept, ...others] = await readVersions(store, COUNCIL, ['fr' satisfies UnLanguage])
    expect(others).toEqual([])
    expect(kept!.version.paragraphs).toHaveLength(18)
    expect(kept!.version.status).toBe(ended ? 'official' : 'unofficial')
    expect((await readDocument(store, kept!.document!))!.name).toBe(ended ? 'new.txt' : 'old.txt')
    expect((await doctor(store)).problems).toEqual([])
    if (!ended) {
      killed += 1
      await closeStore(store)
    }
  }
  expect(killed).toBeGreaterThan(3)
}, 120_000)

test('a file that calls its own texts official is believed only where a person says so, too', async () => {
  const json = JSON.stringify({
    pivot: 'fr',
    versions: ['fr', 'ar'].map((language, k) => ({
      language,
      symbol: 'A/RES/80/1',
      title: null,
      status: k === 0 ? 'official' : 'unofficial',
      paragraphs: [
        {
          address: 'op1',
          kind: 'operative',
          label: '1.',
          text: ['Décide', 'تقرر'][k],
          marks: [],
          italics: [],
        },
      ],
    })),
    rows: [
      {
        id: 'r1',
        kind: 'operative',
        cells: { fr: ['op1'], ar: ['op1'] },
        confidence: 1,
        evidence: [],
        moved: [],
      },
    ],
  })
  expect(notation(await importText(json, { name: 'a.json' }))).toBe('fr unknown added; ar unofficial added')
  const said = await importText(json, { name: 'a.json', status: 'official' })
  expect(notation(said)).toMatch(/^fr official /u)
})
