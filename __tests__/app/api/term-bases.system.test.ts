import { appGuard } from '../../../app/app-guard'
import { readTermFile } from '../../../core/terms/formats/read-term-file'
import { concordanceClient, type Refused } from '../../../docs/client/concordance-client'
import { currentDecisions } from '../../../store/decisions'
import { appStore } from '../../../app/open-store'
import { settleInSheet } from '../../support/settle-in-sheet'
import { TOKEN, URL_HERE, withOwnStore } from './with-own-store'
import { sendHere } from './send-here'

withOwnStore()
afterAll(async () => (await appGuard()).stop())

/** The generated client, with a file as the body of what it asks. */
function withFile(bytes: BodyInit, type = 'text/csv') {
  const send: typeof fetch = (input, init) =>
    sendHere(input, { ...init, body: bytes, headers: { ...init?.headers, 'content-type': type } })
  return concordanceClient({ url: URL_HERE, token: TOKEN, send }).ask
}
const { ask, all } = concordanceClient({ url: URL_HERE, token: TOKEN, send: sendHere })
const CSV =
  'id,fr,en,ar\npaix,culture de la paix,culture of peace,ثقافة السلام\ndroit,état de droit,rule of law,\n'

async function problemOf(work: Promise<unknown>) {
  return work.then(
    () => {
      throw new Error('not refused')
    },
    (error: unknown) => (error as Refused).problem,
  )
}

it('a term base is brought, read, searched, replaced and taken away, each with the revision that was seen', async () => {
  const base = 'maison d’été'
  const made = await withFile(CSV)('post', '/term-bases', { query: { name: base, by: 'A' } })
  expect(made.response.status).toBe(201)
  expect(made.value).toMatchObject({
    name: base,
    revision: 1,
    by: 'A',
    concepts: 2,
    languages: ['ar', 'en', 'fr'],
    refused: [],
  })
  expect(made.response.headers.get('location')).toBe(`/api/v1/term-bases/${encodeURIComponent(base)}`)
  const path = { base }
  const read = await ask('get', '/term-bases/{base}', { path })
  expect([read.value.concepts, read.tag]).toEqual([2, '"1"'])
  const found = await ask('get', '/terms', { query: { base, q: 'ثقافة' } })
  expect(found.value.items.map(({ id }) => id)).toEqual(['paix'])
  // The program's own term base is another.
  expect(
    (await ask('get', '/terms', { query: { q: 'culture de la paix' } })).value.items.map(({ id }) => id),
  ).not.toContain('paix')

  const stale = withFile(CSV)('put', '/term-bases/{base}', { path, headers: { 'if-match': '"7"' } })
  expect(await problemOf(stale)).toMatchObject({ status: 412, code: 'revision-stale' })
  const tbx = await (
    await sendHere(`${URL_HERE}/api/v1/term-bases/${encodeURIComponent(base)}/file?format=tbx`)
  ).arrayBuffer()
  expect((await readTermFile(new Uint8Array(tbx), 'a.tbx')).base.map(({ id }) => id)).toEqual([
    'paix',
    'droit',
  ])
  const next = await withFile(`${CSV}etat,État,State,\nnul,,,\n`)('put', '/term-bases/{base}', {
    path,
    headers: { 'if-match': '"1"' },
  })
  expect(next.value).toMatchObject({ revision: 2, concepts: 3, by: null })
  expect(next.value.refused).toMatchObject([{ line: 5, reason: 'no-wording' }])

  expect(
    await problemOf(ask('delete', '/term-bases/{base}', { path, headers: { 'if-match': '"1"' } })),
  ).toMatchObject({ code: 'revision-stale' })
  const gone = await ask('delete', '/term-bases/{base}', { path, headers: { 'if-match': '"2"' } })
  expect(gone.value).toMatchObject({ revision: 3, concepts: 0 })
  expect(await problemOf(ask('get', '/term-bases/{base}', { path }))).toMatchObject({ status: 404 })
  expect(await problemOf(ask('get', '/terms', { query: { base } }))).toMatchObject({
    status: 400,
    code: 'bad-query',
  })
  expect((await ask('get', '/term-bases')).value.items).toEqual([])
  const again = await withFile(CSV)('post', '/term-bases', { query: { name: base } })
  expect(again.value.revision).toBe(4)
  await ask('delete', '/term-bases/{base}', { path, headers: { 'if-match': '"4"' } })
}, 60_000)

it('reads TBX and XLSX too, and lists page after page in order of name', async () => {
  await withFile(CSV)('post', '/term-bases', { query: { name: 'b' } })
  const file = async (format: string) =>
    (await sendHere(`${URL_HERE}/api/v1/term-bases/b/file?format=${format}`)).arrayBuffer()
  await withFile(await file('tbx'), 'application/octet-stream')('post', '/term-bases', {
    query: { name: 'c' },
  })
  await withFile(await file('xlsx'), 'application/octet-stream')('post', '/term-bases', {
    query: { name: 'a' },
  })
  const names: string[] = []
  for await (const { name } of all('/term-bases', { query: { limit: 2 } })) names.push(name)
  expect(names).toEqual(['a', 'b', 'c'])
  for (const base of names)
    expect((await ask('get', '/term-bases/{base}', { path: { base } })).value.concepts).toBe(2)
}, 60_000)

it('is done once for a key', async () => {
  const post = () =>
    withFile(CSV)('post', '/term-bases', { query: { name: 'once' }, headers: { 'idempotency-key': 'k1' } })
  const [first, second] = [await post(), await post()]
  expect(second.value).toEqual(first.value)
  expect(second.response.headers.get('idempotent-replayed')).toBe('true')
  expect(await problemOf(withFile(CSV)('post', '/term-bases', { query: { name: 'once' } }))).toMatchObject({
    status: 409,
    code: 'base-exists',
  })
}, 60_000)

it('refuses what cannot be read, and whoever may not change anything', async () => {
  const post = (bytes: BodyInit) => withFile(bytes)('post', '/term-bases', { query: { name: 'bad' } })
  expect(await problemOf(post(''))).toMatchObject({ status: 422, code: 'unreadable-file' })
  expect(await problemOf(post('<?xml version="1.0"?><a/>'))).toMatchObject({
    code: 'unreadable-file',
    detail: expect.stringContaining('not-tbx') as string,
  })
  expect(await problemOf(post('PK\u0003\u0004nonsense'))).toMatchObject({ code: 'unreadable-file' })
  expect(await problemOf(post('id,fr,en\n'))).toMatchObject({ code: 'no-concepts' })
  const address = `${URL_HERE}/api/v1/term-bases?name=bad`
  expect((await sendHere(address, { method: 'POST', body: CSV })).status).toBe(401)
  const evil = { 'sec-fetch-site': 'cross-site', origin: 'http://example.org' }
  expect((await sendHere(address, { method: 'POST', body: CSV, headers: evil })).status).toBe(403)
  expect((await sendHere(`${URL_HERE}/api/v1/term-bases/bad`)).status).toBe(404)
}, 60_000)

it('a workbook that was exported here is settled in, shown and applied', async () => {
  const document = 'A-RES-217(III)'
  const address = `${URL_HERE}/api/v1/documents/${encodeURIComponent(document)}/exports/xlsx?languages=fr,en,ar&locale=en`
  const edited = await settleInSheet(await (await sendHere(address)).arrayBuffer(), ['Decision', 'Note'], {
    2: ['Accepted'],
    3: ['Ignored'],
  })
  const send = withFile(edited, 'application/octet-stream')
  const shown = await send('post', '/documents/{document}/decisions', { path: { document } })
  expect(shown.value).toMatchObject({
    applied: false,
    planned: [{ kind: 'set', line: 2, to: { verdict: 'accepted', reason: null } }],
    refused: [{ line: 3, reason: 'no-reason' }],
  })
  expect(await currentDecisions(await appStore())).toEqual([])
  const how = { path: { document }, query: { apply: true, by: 'B' }, headers: { 'idempotency-key': 'k2' } }
  const done = await send('post', '/documents/{document}/decisions', how)
  expect((await send('post', '/documents/{document}/decisions', how)).value).toEqual(done.value)
  expect(done.value.applied).toBe(true)
  expect(await currentDecisions(await appStore())).toMatchObject([{ verdict: 'accepted', by: 'B' }])
  const other = send('post', '/documents/{document}/decisions', { path: { document: 'A-RES-76-299' } })
  expect(await problemOf(other)).toMatchObject({
    status: 422,
    code: 'unreadable-file',
    detail: expect.stringContaining('open that text') as string,
  })
  const unknown = send('post', '/documents/{document}/decisions', { path: { document: 'A-RES-1-1' } })
  expect(await problemOf(unknown)).toMatchObject({ status: 404 })
}, 60_000)
