import { appStore, openReading } from '../../../app/open-store'
import { concordanceClient, type Refused } from '../../../docs/client/concordance-client'
import { saveResolution } from '../../../store/resolutions'
import { decide } from '../../../store/decisions'
import { TOKEN, URL_HERE, withOwnStore } from './with-own-store'
import { sendHere } from './send-here'

withOwnStore()

const { ask, all } = concordanceClient({ url: URL_HERE, token: TOKEN, send: sendHere })
const SLUG = 'A-RES-76-299'
const DECLARATION = 'A-RES-217(III)'

let alignment = ''
beforeAll(async () => {
  const open = await openReading(SLUG, ['fr', 'en', 'ar'])
  alignment = open!.reading!.alignment.id
}, 60_000)

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function refusal(work: Promise<unknown>) {
  return work.then(
    () => {
      throw new Error('not refused')
    },
    (error: unknown) => (error as Refused).problem,
  )
}

function raw(address: string, headers: Record<string, string> = {}, method = 'GET') {
  return sendHere(`${URL_HERE}/api/v1${address}`, { method, headers })
}

describe('documents and versions', () => {
  it('lists resolutions with their versions and finds them by the beginning of a symbol and by language', async () => {
    const { value } = await ask('get', '/documents', { query: { symbol: 'a/res/76/' } })
    expect(value.items.map(({ slug }) => slug)).toEqual([SLUG])
    expect(value.items[0]!.versions.map(({ language }) => language)).toEqual([
      'ar',
      'en',
      'es',
      'fr',
      'ru',
      'zh',
    ])
    expect(value.next).toBeNull()
    expect((await ask('get', '/documents', { query: { symbol: '%' } })).value.items).toEqual([])
    expect((await ask('get', '/documents', { query: { language: 'de' } })).value.items).toEqual([])
  })

  it('gives a version with its text, and the very file that it was read from', async () => {
    const { value: document } = await ask('get', '/documents/{document}', { path: { document: SLUG } })
    const own = document.versions.find(({ language }) => language === 'fr')!
    const { value: version } = await ask('get', '/versions/{version}', { path: { version: own.id } })
    expect(version).toMatchObject({ id: own.id, language: 'fr', document: SLUG, file: own.file })
    expect(version.paragraphs.find(({ address }) => address === 'op1')!.text).toMatch(/\p{L}/u)
    const file = await raw(`/versions/${own.id}/file`)
    expect(file.headers.get('content-type')).toBe(own.file!.type)
    expect((await file.arrayBuffer()).byteLength).toBe(own.file!.size)
    expect(file.headers.get('content-disposition')).toContain(own.file!.name)
    const again = await raw(`/versions/${own.id}/file`, { 'if-none-match': file.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  it('lists versions by document, language and status', async () => {
    const found = await collect(all('/versions', { query: { document: SLUG, limit: 2 } }))
    expect(found.map(({ language }) => language)).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    const official = await collect(all('/versions', { query: { status: 'official', language: 'fr' } }))
    expect(official.every(({ status, language }) => status === 'official' && language === 'fr')).toBe(true)
    expect(official.length).toBeGreaterThan(1)
  })
})

describe('alignments, rows and findings', () => {
  it('lists the alignments of a document with their versions', async () => {
    const { value } = await ask('get', '/alignments', { query: { document: SLUG, language: 'ar' } })
    expect(value.items).toMatchObject([{ id: alignment, pivot: 'fr', supersededAt: null }])
    expect(value.items[0]!.versions.map(({ language }) => language)).toEqual(['fr', 'en', 'ar'])
    expect((await ask('get', '/alignments/{alignment}', { path: { alignment } })).value).toEqual(
      value.items[0],
    )
  })

  it('gives the rows in order, page by page, and their texts where they are asked for', async () => {
    const { check } = (await openReading(SLUG, ['fr', 'en', 'ar']))!
    const rows = await collect(
      all('/alignments/{alignment}/rows', { path: { alignment }, query: { limit: 7 } }),
    )
    expect(rows.map(({ id }) => id)).toEqual(check.rows.map(({ id }) => id))
    expect(rows[0]!.texts).toBeUndefined()
    const id = check.rows.find(({ cells }) => cells.fr?.includes('op1'))!.id
    const { value } = await ask('get', '/alignments/{alignment}/rows/{row}', { path: { alignment, row: id } })
    const said = check.versions[0]!.paragraphs.find(({ address }) => address === 'op1')!.text
    expect(value.texts!.fr).toMatchObject([{ address: 'op1', text: said }])
    expect(value.confirmation).toMatchObject({ revision: 0, confirmed: false })
    const query = { kind: ['operative'] as const, limit: 200 }
    const { value: operative } = await ask('get', '/alignments/{alignment}/rows', {
      path: { alignment },
      query: { ...query, kind: [...query.kind] },
    })
    expect(operative.items.map((row) => row.id)).toEqual(
      check.rows.filter(({ kind }) => kind === 'operative').map((row) => row.id),
    )
  })

  it('filters findings by code, severity, language and by whether they are open', async () => {
    const { check, reading } = (await openReading(DECLARATION, ['fr', 'es', 'zh']))!
    const alignment = reading!.alignment.id
    const found = await collect(all('/findings', { query: { alignment, limit: 5 } }))
    expect(found.length).toBeGreaterThan(5)
    expect(found.map(({ code, row }) => [code, row])).toEqual(
      check.findings.map(({ code, row }) => [code, row]),
    )
    const first = found[0]!
    const { value } = await ask('get', '/findings/{finding}', { path: { finding: first.id } })
    expect(value).toEqual(first)
    const same = await collect(
      all('/findings', { query: { alignment, code: [first.code], severity: [first.severity] } }),
    )
    expect(same).toEqual(
      found.filter(({ code, severity }) => code === first.code && severity === first.severity),
    )
    const chinese = await collect(all('/findings', { query: { alignment, language: 'zh' } }))
    expect(chinese).toEqual(found.filter(({ places }) => (places.zh ?? []).length > 0))
    await decide(await appStore(), {
      scope: 'finding',
      key: first.keys.finding,
      revision: 0,
      verdict: 'accepted',
      reason: null,
      resolution: DECLARATION,
      by: 'A',
    })
    const closed = await collect(all('/findings', { query: { alignment, open: false } }))
    expect(closed).toMatchObject([
      { id: first.id, decision: { verdict: 'accepted', by: 'A', document: DECLARATION } },
    ])
    const open = await collect(all('/findings', { query: { alignment, open: true, limit: 3 } }))
    expect(open.map(({ id }) => id)).toEqual(found.slice(1).map(({ id }) => id))
  })
})

it('looks terms up in any language and gives them page by page, each once', async () => {
  const { value } = await ask('get', '/terms', { query: { q: 'assemblée générale', limit: 1 } })
  const [best] = value.items
  expect(best!.terms.fr!.map(({ wording }) => wording.toLowerCase())).toContain('assemblée générale')
  expect((await ask('get', '/terms/{term}', { path: { term: best!.id } })).value).toEqual(best)
  const ids = (await collect(all('/terms', { query: { limit: 200 } }))).map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(800)
  expect(new Set(ids).size).toBe(ids.length)
})

it('pages hold while others add: nothing is given twice, nothing that was there is left out', async () => {
  const store = await appStore()
  const add = (number: number) =>
    saveResolution(store, {
      slug: `A-RES-80-${number}`,
      symbol: `A/RES/80/${number}`,
      adopted: null,
      meeting: null,
      titles: {},
    })
  for (let k = 10; k < 20; k += 2) await add(k)
  const seen: string[] = []
  let number = 11
  for await (const { slug } of all('/documents', { query: { symbol: 'A/RES/80/', limit: 2 } })) {
    seen.push(slug)
    if (number < 20) await add(number)
    number += 2
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(expect.arrayContaining(['A-RES-80-10', 'A-RES-80-12', 'A-RES-80-14', 'A-RES-80-16']))
  expect(seen).toEqual([...seen].sort())
})

it('an answer that has not changed is 304, one that has is told anew; the next page stands in Link', async () => {
  const first = await raw('/documents?symbol=A/RES/80/&limit=2')
  const etag = first.headers.get('etag')!
  const next = ((await first.json()) as { next: string }).next
  expect(first.headers.get('link')).toBe(
    `</api/v1/documents?symbol=A%2FRES%2F80%2F&limit=2&cursor=${next}>; rel="next"`,
  )
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    expect((await raw('/documents?symbol=A/RES/80/&limit=2', { 'if-none-match': known })).status).toBe(304)
  const other = await raw('/documents?symbol=A/RES/80/&limit=3', { 'if-none-match': etag })
  expect(other.status).toBe(200)
})

it.each([
  ['/documents?limit=0', 400, 'bad-query', 'limit'],
  ['/documents?limit=201', 400, 'bad-query', 'limit'],
  ['/documents?limit=many', 400, 'bad-query', 'limit'],
  ['/documents?colour=red', 400, 'bad-query', undefined],
  ['/documents?cursor=x', 400, 'bad-cursor', undefined],
  ['/findings?code=nonsense', 400, 'bad-query', 'code.0'],
  ['/findings?open=perhaps', 400, 'bad-query', 'open'],
  ['/documents/A-RES-1-1', 404, 'not-found', undefined],
  ['/documents/%E0%A4%A', 404, 'not-found', undefined],
  ['/versions/none', 404, 'not-found', undefined],
  ['/versions/none/file', 404, 'not-found', undefined],
  ['/alignments/none', 404, 'not-found', undefined],
  ['/alignments/none/rows', 404, 'not-found', undefined],
  ['/findings/none', 404, 'not-found', undefined],
  ['/findings/none.0', 404, 'not-found', undefined],
  ['/decisions/finding/0000000000000000', 404, 'not-found', undefined],
  ['/decisions/somewhere/xyz', 404, 'not-found', undefined],
  ['/terms/none', 404, 'not-found', undefined],
  ['/jobs/none', 404, 'not-found', undefined],
  ['/documents/A-RES-76-299/exports/none?languages=fr', 404, 'not-found', undefined],
  ['/nowhere', 404, 'not-found', undefined],
])('refuses %s with %i %s', async (address, status, code, name) => {
  const response = await raw(address)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await response.json()) as { errors?: { name: string }[] }
  expect(problem).toMatchObject({ status, code, type: `/en/api#problem-${code}` })
  if (name !== undefined) expect(problem.errors!.map((one) => one.name)).toContain(name)
})

it('a cursor of one list is none of another', async () => {
  const { value } = await ask('get', '/versions', { query: { limit: 1 } })
  const problem = await refusal(ask('get', '/documents', { query: { cursor: value.next! } }))
  expect(problem.code).toBe('bad-cursor')
})

it('problems are told in the language asked for', async () => {
  const problem = (await (await raw('/nowhere', { 'accept-language': 'fr-CA, en;q=0.5' })).json()) as object
  expect(problem).toMatchObject({ title: 'Il n’y a rien à cette adresse', type: '/fr/api#problem-not-found' })
})

it('a method that an address does not have is 405, with those that it has', async () => {
  const headers = { authorization: `Bearer ${TOKEN}` }
  for (const method of ['DELETE', 'PUT', 'PATCH']) {
    const response = await raw('/documents', headers, method)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS')
  }
  expect((await raw('/documents', {}, 'OPTIONS')).status).toBe(204)
})

it('describes itself', async () => {
  const { value } = await ask('get', '/')
  expect(value.resources.documents).toBe('/api/v1/documents')
  const { value: described } = await ask('get', '/openapi.json')
  expect(described).toMatchObject({ openapi: '3.1.0' })
})
