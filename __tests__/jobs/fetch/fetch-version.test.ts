import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { UnLanguage } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { fetchVersion } from '../../../jobs/fetch/fetch-version'
import { importDocument } from '../../../jobs/import-document'
import { closeStore, openStore, type Store } from '../../../store/database/open-store'
import { doctor } from '../../../store/doctor'
import { readDocument } from '../../../store/documents'
import { readVersions } from '../../../store/versions'
import { send, startSite, type Answer, type DocumentSite } from '../../support/document-site'

const SLUG = 'A-RES-76-299'
const SYMBOL = 'A/RES/76/299'
const text = (language: string) => readFileSync(`corpus/${SLUG}/${language}.txt`, 'utf8')
const asPage = (plain: string) =>
  `<!doctype html><html><body>${plain
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n')}</body></html>`

let folder = ''
let store: Store
let site: DocumentSite
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fetch-version-'))
  store = await openStore(path.join(folder, 'store.db'))
  site = await startSite()
})
afterEach(async () => {
  await site.stop()
  await closeStore(store)
  rmSync(folder, { recursive: true })
})

/** Serves an answer for a language and gets it: `added`, `replaced over unofficial`, or the error as `code: detail`. */
async function get(language: UnLanguage, answer: Answer | null, symbol = SYMBOL): Promise<string> {
  if (answer !== null) site.on(`/${language}/${symbol}`, answer)
  return fetchVersion(store, {
    symbol,
    language,
    site: `${site.url}/{language}/{symbol}`,
    read: importFile,
    limits: { time: 5000, attempts: 1 },
  }).then(
    ({ outcome, before }) => (before === null ? outcome : `${outcome} over ${before}`),
    (error: unknown) => (error as Error).message,
  )
}

test('an official text is kept with its very bytes and its address', async () => {
  expect(await get('fr', send(text('fr')))).toBe('added')
  const [kept] = await readVersions(store, SLUG)
  expect(kept).toMatchObject({
    origin: 'imported',
    source: `${site.url}/fr/${SYMBOL}`,
    version: { language: 'fr', symbol: SYMBOL, status: 'official' },
  })
  const file = await readDocument(store, kept!.document!)
  expect(file?.name).toBe(`${SLUG}.fr.txt`)
  expect(Buffer.from(file!.bytes).toString()).toBe(text('fr'))
  expect((await doctor(store)).problems).toEqual([])
})

test('a page of HTML that is the document is one', async () => {
  expect(await get('en', send(asPage(text('en')), 'text/html'))).toBe('added')
})

test('all six languages come, and once more they are unchanged', async () => {
  const all = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
  for (const language of all) expect(await get(language, send(text(language)))).toBe('added')
  for (const language of all) expect(await get(language, null)).toBe('unchanged over official')
})

test('an unofficial text gives way, also where its words are the same', async () => {
  const draft = new TextEncoder().encode(text('en').replace('Encourages', 'Invites'))
  await importDocument(store, { bytes: draft, name: 'en.txt', status: 'unofficial' })
  expect(await get('en', send(text('en')))).toBe('replaced over unofficial')
})

const LANDING = `<!doctype html><html><head><title>${SYMBOL}</title></head><body><p>${SYMBOL}</p>
<p>The document that you asked for is shown below. Choose a language.</p><a href="/">Home</a></body></html>`

test.each<[string, UnLanguage, Answer | null, string]>([
  ['no such language', 'ru', null, 'missing'],
  ['a page instead of the document', 'en', send(LANDING, 'text/html'), 'not-document'],
  ['a page that calls itself a PDF', 'en', send(LANDING, 'application/pdf'), 'not-document'],
  [
    'a page of three words',
    'es',
    send('<!doctype html><html><body><p>Page</p></body></html>', 'text/html'),
    'not-document',
  ],
  ['another symbol', 'en', send(text('en').replaceAll('76/299', '76/298')), 'wrong-symbol: A/RES/76/298'],
  ['another language', 'es', send(text('en')), 'wrong-language: en'],
  ['nothing', 'en', send(''), 'empty'],
])('%s is told, and nothing is changed', async (_, language, answer, told) => {
  await get('fr', send(text('fr')))
  const before = createHash('sha256')
    .update(JSON.stringify(await readVersions(store, SLUG)))
    .digest('hex')
  expect(await get(language, answer)).toBe(told)
  const after = createHash('sha256')
    .update(JSON.stringify(await readVersions(store, SLUG)))
    .digest('hex')
  expect(after).toBe(before)
  expect(await readVersions(store, 'A-RES-76-298')).toEqual([])
})
