import { appStore, openReading } from '../../../app/open-store'
import { LONGEST } from '../../../app/serve-api/read-body'
import { concordanceClient, type Refused } from '../../../docs/client/concordance-client'
import { decisionHistory } from '../../../store/decisions'
import { StoreError } from '../../../store/database/store-error'
import { failJob, takeJob } from '../../../store/held-jobs'
import * as jobs from '../../../store/jobs'
import { TOKEN, URL_HERE, withOwnStore } from './with-own-store'
import { sendHere } from './send-here'

jest.mock('../../../store/jobs', () => {
  const real = jest.requireActual<typeof import('../../../store/jobs')>('../../../store/jobs')
  return { ...real, addJob: jest.fn(real.addJob) }
})

withOwnStore()

const { ask } = concordanceClient({ url: URL_HERE, token: TOKEN, send: sendHere })
const SLUG = 'A-RES-76-299'
const path = (number: number) => ({
  scope: 'finding',
  key: number.toString(16).padStart(16, '0'),
})
const DECISION = '/decisions/{scope}/{key}' as const

async function problemOf(work: Promise<unknown>) {
  return work.then(
    () => {
      throw new Error('not refused')
    },
    (error: unknown) => (error as Refused).problem,
  )
}

function send(address: string, body: BodyInit | null, headers: Record<string, string> = {}, method = 'POST') {
  return sendHere(`${URL_HERE}/api/v1${address}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    body,
  })
}

describe('decisions', () => {
  it('are settled, read, settled anew and taken back, each with the revision that was seen', async () => {
    const body = { verdict: 'ignored', reason: 'sans objet', by: 'A', document: SLUG } as const
    const first = await ask('put', DECISION, { path: path(1), body, headers: { 'if-match': '"0"' } })
    expect(first.value).toMatchObject({ revision: 1, verdict: 'ignored', reason: 'sans objet', by: 'A' })
    expect(first.tag).toBe('"1"')
    const read = await ask('get', DECISION, { path: path(1) })
    expect([read.value, read.tag]).toEqual([first.value, '"1"'])
    const second = await ask('put', DECISION, {
      path: path(1),
      body: { verdict: 'error' },
      headers: { 'if-match': read.tag! },
    })
    expect(second.value.history.map(({ verdict }) => verdict)).toEqual(['ignored', 'error'])
    const undone = await ask('delete', DECISION, { path: path(1), headers: { 'if-match': '"2"' } })
    expect(undone.value).toMatchObject({ revision: 3, verdict: 'ignored', undoes: 2 })
    const { value } = await ask('get', '/decisions', { query: { document: SLUG, verdict: 'ignored' } })
    expect(value.items).toMatchObject([{ ...path(1), revision: 3, document: SLUG }])
  })

  it('of two writers the second learns what the first did, and nothing is lost', async () => {
    const asWriter = (by: string) =>
      ask('put', DECISION, {
        path: path(2),
        body: { verdict: 'accepted', by },
        headers: { 'if-none-match': '*' },
      }).then(
        ({ value }) => ({ kept: value.by, theirs: null }),
        (error: unknown) => ({ kept: null, theirs: (error as Refused).problem }),
      )
    const results = await Promise.all(['A', 'B'].map(asWriter))
    const kept = results.flatMap((result) => result.kept ?? [])
    expect(kept).toHaveLength(1)
    const refused = results.find(({ theirs }) => theirs !== null)!.theirs!
    expect(refused).toMatchObject({
      status: 412,
      code: 'revision-stale',
      theirs: { by: kept[0], revision: 1 },
    })
    expect(await decisionHistory(await appStore(), 'finding', path(2).key)).toHaveLength(1)
  })

  it('a finding that was settled under another of its keys meanwhile is told too', async () => {
    await ask('put', '/decisions/{scope}/{key}', {
      path: { ...path(3), scope: 'everywhere' },
      body: { verdict: 'accepted' },
      headers: { 'if-match': '"0"' },
    })
    const others = [{ scope: 'everywhere' as const, key: path(3).key, revision: 0 }]
    const problem = await problemOf(
      ask('put', DECISION, {
        path: path(4),
        body: { verdict: 'error', others },
        headers: { 'if-match': '"0"' },
      }),
    )
    expect(problem).toMatchObject({ code: 'revision-stale', theirs: { scope: 'everywhere' } })
  })

  it.each([
    ['no revision', { verdict: 'error' }, {}, 428, 'revision-required'],
    ['a revision that is none', { verdict: 'error' }, { 'if-match': 'W/"1"' }, 400, 'bad-header'],
    ['no reason to ignore it', { verdict: 'ignored', reason: ' ' }, { 'if-match': '"0"' }, 400, 'bad-body'],
    ['another verdict', { verdict: 'maybe' }, { 'if-match': '"0"' }, 400, 'bad-body'],
    [
      'a letter that no database keeps',
      { verdict: 'error', reason: 'a\u0000b' },
      { 'if-match': '"0"' },
      400,
      'bad-body',
    ],
    ['a part that is not known', { verdict: 'error', colour: 1 }, { 'if-match': '"0"' }, 400, 'bad-body'],
    [
      'an unknown document',
      { verdict: 'error', document: 'A-RES-1-1' },
      { 'if-match': '"0"' },
      422,
      'unknown-document',
    ],
    [
      'too long a body',
      { verdict: 'error', reason: 'x'.repeat(LONGEST.json) },
      { 'if-match': '"0"' },
      413,
      'too-large',
    ],
  ])('refuses what has %s', async (_, body, headers, status, code) => {
    const response = await send(
      `/decisions/finding/${path(9).key}`,
      JSON.stringify(body),
      { 'content-type': 'application/json', ...headers } as Record<string, string>,
      'PUT',
    )
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
    expect(await decisionHistory(await appStore(), 'finding', path(9).key)).toEqual([])
  })

  it('takes JSON only, and only JSON that is whole', async () => {
    const headers = { 'if-match': '"0"' }
    const address = `/decisions/finding/${path(9).key}`
    const text = await send(address, '{}', { ...headers, 'content-type': 'text/plain' }, 'PUT')
    expect([text.status, text.headers.get('accept-post')]).toEqual([415, 'application/json'])
    const cut = await send(address, '{', { ...headers, 'content-type': 'application/json' }, 'PUT')
    expect(cut.status).toBe(400)
  })
})

describe('confirmations of rows', () => {
  const CONFIRMATION = '/alignments/{alignment}/rows/{row}/confirmation' as const

  it('are made and taken back; the second of two learns of the first', async () => {
    const open = (await openReading(SLUG, ['fr', 'en']))!
    const row = open.check.rows.find(({ cells }) => cells.fr?.includes('op1'))!.id
    const where = { alignment: open.reading!.alignment.id, row }
    const before = await ask('get', CONFIRMATION, { path: where })
    expect([before.value.confirmed, before.tag]).toEqual([false, '"0"'])
    const headers = { 'if-match': before.tag! }
    const made = await ask('put', CONFIRMATION, { path: where, body: { by: 'A' }, headers })
    expect(made.value).toMatchObject({ revision: 1, confirmed: true, by: 'A' })
    const problem = await problemOf(ask('put', CONFIRMATION, { path: where, body: { by: 'B' }, headers }))
    expect(problem).toMatchObject({
      code: 'revision-stale',
      theirs: { by: 'A', revision: 1, confirmed: true },
    })
    const confirmed = await ask('get', '/alignments/{alignment}/rows', {
      path: { alignment: where.alignment },
      query: { confirmed: true },
    })
    expect(confirmed.value.items.map(({ id }) => id)).toEqual([row])
    const undone = await ask('delete', CONFIRMATION, { path: where, headers: { 'if-match': made.tag! } })
    expect(undone.value).toMatchObject({ revision: 2, confirmed: false })
    const again = await problemOf(
      ask('delete', CONFIRMATION, { path: where, headers: { 'if-match': made.tag! } }),
    )
    expect(again).toMatchObject({ status: 412, theirs: { revision: 2, confirmed: false } })
    expect((await ask('get', CONFIRMATION, { path: where })).tag).toBe('"2"')
  }, 60_000)
})

describe('jobs', () => {
  it('are added, listed, read and cancelled; one that has ended is not', async () => {
    const body = { kind: 'align-resolution', input: { slug: SLUG, languages: ['fr', 'en'] } } as const
    const send = { body: { ...body, input: { ...body.input, languages: ['fr', 'en'] } } }
    const { value, response } = await ask('post', '/jobs', send)
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe(`/api/v1/jobs/${value.id}`)
    expect((await ask('post', '/jobs', send)).value.id).toBe(value.id)
    expect((await ask('get', '/jobs/{job}', { path: { job: value.id } })).value).toEqual(value)
    const { value: whole } = await ask('post', '/jobs', { body: { kind: 'align-corpus', input: {} } })
    const { value: page } = await ask('get', '/jobs', { query: { limit: 1 } })
    const { value: next } = await ask('get', '/jobs', { query: { limit: 1, cursor: page.next! } })
    expect(new Set([...page.items, ...next.items].map(({ id }) => id))).toEqual(new Set([value.id, whole.id]))
    expect(next.next).toBeNull()
    const cancel = () => ask('post', '/jobs/{job}/cancel', { path: { job: whole.id } })
    expect((await cancel()).value.state).toBe('cancelled')
    expect((await cancel()).value.state).toBe('cancelled')
    const store = await appStore()
    const held = (await takeJob(store, { worker: 'w', hold: 60_000 }))!
    await failJob(store, held, { code: 'nothing', detail: '' })
    const problem = await problemOf(ask('post', '/jobs/{job}/cancel', { path: { job: held.id } }))
    expect(problem).toMatchObject({ status: 409, code: 'job-ended' })
    const { value: failed } = await ask('get', '/jobs', { query: { state: ['failed'] } })
    expect(failed.items.map(({ id }) => id)).toEqual([held.id])
  })

  it('of no kind, or for no document, are refused', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await send('/jobs', '{"kind":"sweep"}', json)).status).toBe(400)
    const lost = { kind: 'align-resolution' as const, input: { slug: 'A-RES-1-1', languages: ['fr', 'en'] } }
    expect((await problemOf(ask('post', '/jobs', { body: lost }))).code).toBe('unknown-document')
    expect((await problemOf(ask('post', '/jobs/{job}/cancel', { path: { job: 'none' } }))).status).toBe(404)
  })
})

describe('a key', () => {
  const json = { 'content-type': 'application/json', 'idempotency-key': 'k-1' }
  const job = { kind: 'align-resolution', input: { slug: SLUG, languages: ['fr', 'ru'] } }

  it('does a request once: the first answer again, and another request with it is refused', async () => {
    const first = await send('/jobs', JSON.stringify(job), json)
    const added = (await first.json()) as { id: string }
    expect(first.headers.has('idempotent-replayed')).toBe(false)
    await ask('post', '/jobs/{job}/cancel', { path: { job: added.id } })
    const again = await send('/jobs', JSON.stringify(job, null, 2), { ...json, 'idempotency-key': '"k-1"' })
    expect(again.status).toBe(202)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await again.json()).toEqual(added)
    const other = await send('/jobs', JSON.stringify({ ...job, kind: 'align-corpus', input: {} }), json)
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'key-reused'])
    expect((await send('/jobs', JSON.stringify(job), { ...json, 'idempotency-key': ' ' })).status).toBe(400)
  })

  it('of two requests at a time lets one be done, and answers both alike', async () => {
    const own = { ...json, 'idempotency-key': 'k-2' }
    const body = JSON.stringify({ ...job, input: { slug: SLUG, languages: ['fr', 'zh'] } })
    const answers = await Promise.all([send('/jobs', body, own), send('/jobs', body, own)])
    const [one, other] = await Promise.all(answers.map((response) => response.json()))
    expect(one).toEqual(other)
    const replayed = answers.filter((response) => response.headers.has('idempotent-replayed'))
    expect(replayed).toHaveLength(1)
  })

  it('keeps no refusal: what failed may be tried again', async () => {
    const own = { ...json, 'idempotency-key': 'k-3' }
    jest.mocked(jobs.addJob).mockRejectedValueOnce(new StoreError('full'))
    const failed = await send('/jobs', JSON.stringify(job), own)
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await failed.json()).toMatchObject({ code: 'store-unavailable' })
    expect((await send('/jobs', JSON.stringify(job), own)).status).toBe(202)
  })

  it('is forgotten after a day', async () => {
    const own = { ...json, 'idempotency-key': 'k-4' }
    const first = await (await send('/jobs', JSON.stringify(job), own)).json()
    const { db } = await appStore()
    const at = new Date(Date.now() - 24 * 60 * 60 * 1000 - 1).toISOString()
    await db.updateTable('answers').set({ at }).where('key', '=', 'k-4').execute()
    await ask('post', '/jobs/{job}/cancel', { path: { job: (first as { id: string }).id } })
    const second = await send('/jobs', JSON.stringify(job), own)
    expect(second.headers.has('idempotent-replayed')).toBe(false)
    expect(await second.json()).not.toEqual(first)
  })
})

describe('files', () => {
  const TEXT = [
    'Resolution adopted by the General Assembly on 3 May 2023',
    '77/901. Clean rivers',
    'The General Assembly,',
    'Recalling its earlier resolutions on water,',
    '1. Calls upon all States to keep their rivers clean;',
    '2. Decides to consider the matter again at its next session.',
  ].join('\n\n')

  it('are taken as they are, or in a form; the second is unchanged', async () => {
    const query = 'symbol=A/RES/77/901&language=en&name=rivers.txt'
    const made = await send(`/documents?${query}`, TEXT, { 'content-type': 'text/plain' })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe('/api/v1/documents/A-RES-77-901')
    expect(await made.json()).toMatchObject({
      symbol: 'A/RES/77/901',
      texts: [{ language: 'en', outcome: 'added', status: 'unknown' }],
    })
    const { value } = await ask('get', '/documents/{document}', { path: { document: 'A-RES-77-901' } })
    expect(value.versions[0]!.file).toMatchObject({ name: 'rivers.txt', size: Buffer.byteLength(TEXT) })
    const form = () => {
      const parts = new FormData()
      parts.set('file', new File([TEXT], 'rivers.txt'))
      parts.set('symbol', 'A/RES/77/901')
      parts.set('language', 'en')
      parts.set('status', 'official')
      return parts
    }
    const key = { 'idempotency-key': 'file-1' }
    const second = await send('/documents', form(), key)
    expect(await second.json()).toMatchObject({ texts: [{ outcome: 'replaced', before: 'unknown' }] })
    // Another boundary, the same request.
    const replayed = await send('/documents', form(), key)
    expect(replayed.headers.get('idempotent-replayed')).toBe('true')
    const worse = await send(`/documents?${query}`, `${TEXT} Done.`, { 'content-type': 'text/plain' })
    expect([worse.status, await worse.json()]).toMatchObject([409, { code: 'worse-text' }])
    const forced = await send(`/documents?${query}&force=true`, `${TEXT} Done.`, {
      'content-type': 'text/plain',
    })
    expect(forced.status).toBe(201)
  })

  it.each([
    ['nothing', '', 'text/plain', 'symbol=A/RES/77/902', 422, 'unreadable-file'],
    ['no symbol', TEXT.replace('77/901. ', ''), 'text/plain', 'language=en', 422, 'symbol-missing'],
    ['a symbol that is none', TEXT, 'text/plain', 'symbol=%20', 422, 'symbol-wrong'],
    ['a query in its body', 'a=b', 'application/x-www-form-urlencoded', '', 415, 'unsupported-type'],
    ['a form that is none', 'x', 'multipart/form-data; boundary=y', '', 400, 'bad-body'],
    ['an unknown parameter', TEXT, 'text/plain', 'colour=red', 400, 'bad-query'],
  ])('are refused where there is %s', async (_, body, type, query, status, code) => {
    const response = await send(`/documents?${query}`, body, { 'content-type': type })
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
  })

  it('that are too large are refused before they are read', async () => {
    const headers = { 'content-type': 'text/plain', 'content-length': String(LONGEST.file + 1) }
    const response = await send('/documents', 'x', headers)
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'too-large' }])
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    })
    const streamed = await sendHere(`${URL_HERE}/api/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
  })
})
