import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fetchesSchema } from '../../core/schema'
import { runCli } from '../support/run-cli'
import { send, startSite, type DocumentSite } from '../support/document-site'

const SYMBOL = 'A/RES/76/299'
const text = (language: string) => readFileSync(path.resolve(`corpus/A-RES-76-299/${language}.txt`), 'utf8')

let folder = ''
let site: DocumentSite
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fetch-command-'))
  site = await startSite()
})
afterEach(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

const fetchCli = (args: readonly string[], pattern = `${site.url}/{language}/{symbol}`) =>
  runCli(folder, ['fetch', ...args, '--site', pattern, '--database', 'store.db'])

test('languages that come are kept, one that is missing is told, and the rest go on', async () => {
  for (const language of ['fr', 'ar']) site.on(`/${language}/${SYMBOL}`, send(text(language)))
  const { code, out, err } = await fetchCli([SYMBOL, '--langs', 'fr,en,ar', '--format', 'json'])
  expect(code).toBe(2)
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^A\/RES\/76\/299 fr: \d+ paragraphs, unchanged$/u),
    'concordance: A/RES/76/299 en: the site has no such document; check the symbol',
    expect.stringMatching(/^A\/RES\/76\/299 ar: \d+ paragraphs, in place of an unofficial text$/u),
  ])
  expect(fetchesSchema.parse(JSON.parse(out))).toMatchObject([
    { kind: 'fetched', language: 'fr', status: 'official', outcome: 'unchanged' },
    { kind: 'failed', language: 'en', code: 'missing' },
    { kind: 'fetched', language: 'ar', before: 'unofficial', status: 'official' },
  ])
}, 30_000)

test('without a way to the site there is one line, and nothing more is asked', async () => {
  await site.stop()
  const { code, out, err } = await fetchCli([SYMBOL])
  const { host } = new URL(site.url)
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: `concordance: A/RES/76/299: ${host} cannot be reached; check the connection and try again\n`,
  })
  site = await startSite()
}, 30_000)

test.each([
  [
    ['A/RES/76/299', '--langs', 'fr,pt'],
    undefined,
    /^concordance: usage: --langs: 'pt' is no official language/u,
  ],
  [['A/RES/76/299'], 'https://example.org/{symbol}', /must be an http or https address with \{symbol\}/u],
  [['\u0007'], undefined, /can be no document symbol/u],
])('%j is refused in one line', async (args, pattern, line) => {
  const { code, err } = await fetchCli(args, pattern)
  expect(code).toBe(2)
  expect(err).toMatch(line)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(site.asked).toEqual([])
})
