import { unzipSync } from 'fflate'
import { EXPORT_FORMATS } from '../../../core/schema/export-formats'
import { EXPORT_TYPES } from '../../../core/export/write-table'
import { openApi } from '../../../core/schema/openapi'
import { concordanceClient } from '../../../docs/client/concordance-client'
import { TOKEN, URL_HERE, withOwnStore } from './with-own-store'
import { sendHere } from './send-here'

withOwnStore()

const { ask } = concordanceClient({ url: URL_HERE, token: TOKEN, send: sendHere })
const EXPORTS = `${URL_HERE}/api/v1/documents/A-RES-76-299/exports`

it('names the formats with their types', async () => {
  const { value } = await ask('get', '/documents/{document}/exports', { path: { document: 'A-RES-76-299' } })
  expect(value.items.map(({ format }) => format)).toEqual([...EXPORT_FORMATS])
  expect((await sendHere(`${URL_HERE}/api/v1/documents/A-RES-1-1/exports`)).status).toBe(404)
})

it.each(EXPORT_FORMATS.filter((format) => format !== 'akn'))(
  'two versions as %s are one file of the right type and name',
  async (format) => {
    const response = await sendHere(`${EXPORTS}/${format}?languages=fr,en&locale=fr`)
    expect(response.status).toBe(200)
    const { mime, extension } = EXPORT_TYPES[format]
    expect(response.headers.get('content-type')).toBe(mime)
    expect(response.headers.get('content-disposition')).toContain(
      `filename="A-RES-76-299.fr-en.${extension}"`,
    )
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
  },
  60_000,
)

it('several files are an archive', async () => {
  const response = await sendHere(`${EXPORTS}/tmx?languages=fr,en,ar`)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toContain('A-RES-76-299.fr-en-ar.tmx.zip')
  expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toEqual([
    'A-RES-76-299.fr-en.tmx',
    'A-RES-76-299.fr-ar.tmx',
  ])
})

it('holds the rows that a person has confirmed only, where that is asked for', async () => {
  const text = await (await sendHere(`${EXPORTS}/csv?languages=fr,en&confirmed=true&locale=en`)).text()
  expect(text.trim().split('\n')).toHaveLength(1)
})

it('says in a header what the file does not hold, without the file too', async () => {
  const header = async (address: string, method = 'GET') =>
    (await sendHere(`${EXPORTS}/${address}`, { method })).headers.get('concordance-losses')
  const marks =
    /^italics;count=\d+;file="A-RES-76-299\.fr-en\.tmx", footnote-marks;count=\d+;file="A-RES-76-299\.fr-en\.tmx"$/u
  expect(await header('tmx?languages=fr,en')).toMatch(marks)
  expect(await header('tmx?languages=fr,en', 'HEAD')).toMatch(marks)
  expect(await header('tmx?languages=fr,en&inline=true')).toBeNull()
  const { responses } = openApi('1').paths['/documents/{document}/exports/{format}']!.get!
  expect(Object.keys(responses['200']!.headers!)).toEqual(['Concordance-Losses'])
})

it('is written as the query asks', async () => {
  const text = async (address: string) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await (await sendHere(`${EXPORTS}/${address}`)).arrayBuffer(),
    )
  expect(await text('csv?languages=fr,en&bom=false&locale=fr')).toMatch(/^Français,/u)
  expect(await text('tmx?languages=fr,en&unit=sentence')).toContain('segtype="sentence"')
  expect(await text('tmx?languages=fr,en,ar&multilingual=true')).toMatch(/^<\?xml/u)
  const terms = async (query: string) => (await text(`tbx?languages=fr,en${query}`)).length
  expect(await terms('&allTerms=true')).toBeGreaterThan(3 * (await terms('')))
})

it.each([
  ['tmx?languages=fr', 422, 'nothing-to-export'],
  ['csv', 400, 'bad-query'],
  ['csv?languages=fr,de', 400, 'bad-query'],
  ['csv?languages=fr&codes=nonsense', 400, 'bad-query'],
  ['docx?languages=fr,en&layout=round', 400, 'bad-query'],
])('refuses %s with %i %s', async (address, status, code) => {
  const response = await sendHere(`${EXPORTS}/${address}`)
  expect([response.status, await response.json()]).toMatchObject([status, { code }])
})
