import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { POST as decisions } from '../../app/[locale]/r/[slug]/decisions/route'
import { POST as rows } from '../../app/[locale]/r/[slug]/rows/route'
import { appStore, openReading } from '../../app/open-store'
import { closeStore } from '../../store/database/open-store'
import { decide } from '../../store/decisions'
import { StoreError } from '../../store/database/store-error'

jest.mock('../../store/decisions', () => {
  const real = jest.requireActual<typeof import('../../store/decisions')>('../../store/decisions')
  return { ...real, decide: jest.fn(real.decide) }
})

const SLUG = 'A-RES-76-299'
const folder = mkdtempSync(path.join(tmpdir(), 'settle-routes-'))
const before = { ...process.env }

beforeAll(async () => {
  delete process.env.DATABASE_URL
  process.env.CONCORDANCE_DATA = folder
  await appStore()
}, 60_000)
afterAll(async () => {
  await closeStore(await appStore())
  process.env = before
  rmSync(folder, { recursive: true, force: true })
})

const SAME = { origin: 'http://localhost:3000', 'content-type': 'application/json' }

async function ask(
  post: typeof decisions,
  body: unknown,
  { slug = SLUG, locale = 'fr', headers = SAME as Record<string, string> } = {},
) {
  const request = new Request(`http://localhost:3000/${locale}/r/${slug}/x`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await post(request, { params: Promise.resolve({ locale, slug }) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>) }
}

const KEY = '0123456789abcdef'
const settle = {
  action: 'settle',
  scope: 'finding',
  key: KEY,
  revision: 0,
  verdict: 'accepted',
  reason: null,
}

describe('POST …/decisions', () => {
  it.each([
    ['another origin', settle, { headers: { ...SAME, origin: 'http://example.org' } }, 403],
    ['another port', settle, { headers: { ...SAME, origin: 'http://localhost:3001' } }, 403],
    ['another site', settle, { headers: { ...SAME, 'sec-fetch-site': 'same-site' } }, 403],
    ['no origin at all', settle, { headers: { 'content-type': 'application/json' } }, 403],
    ['an opaque origin', settle, { headers: { ...SAME, origin: 'null' } }, 403],
    ['a form', settle, { headers: { ...SAME, 'content-type': 'text/plain' } }, 415],
    ['no JSON', '{', {}, 400],
    ['no key', { ...settle, key: 'x' }, {}, 400],
    ['a revision below none', { ...settle, revision: -1 }, {}, 400],
    ['nothing to ignore it for', { ...settle, verdict: 'ignored', reason: ' ' }, {}, 400],
    ['a reason of a thousand lines', { ...settle, reason: 'x'.repeat(30_000) }, {}, 413],
    ['an unknown resolution', settle, { slug: 'A-RES-1-1' }, 404],
    ['an unknown locale', settle, { locale: 'de' }, 404],
  ])('refuses what has %s', async (_, body, more, status) => {
    expect((await ask(decisions, body, more)).status).toBe(status)
  })

  it('keeps the first of two, and tells the second in its language what the first did', async () => {
    const first = await ask(decisions, { ...settle, verdict: 'ignored', reason: ' sans objet ' })
    expect(first).toMatchObject({ status: 200, body: { entry: { revision: 1, reason: 'sans objet' } } })
    const second = await ask(decisions, settle, { locale: 'en' })
    expect(second.status).toBe(409)
    expect(second.body?.message).toMatch(/^Someone else .*Ignored · .sans objet./u)
    expect(second.body?.theirs).toMatchObject({ verdict: 'ignored', revision: 1 })
    const undo = { action: 'undo', scope: 'finding', key: KEY, revision: 1 }
    expect(await ask(decisions, undo)).toMatchObject({ status: 200, body: { entry: { verdict: null } } })
    expect((await ask(decisions, undo, { locale: 'en' })).body?.message).toMatch(/reopened/u)
  })

  it('tells who settles one finding that another has settled all like it meanwhile', async () => {
    const everywhere = { scope: 'everywhere', key: '00000000000000ff', revision: 0 }
    expect((await ask(decisions, { ...settle, ...everywhere })).status).toBe(200)
    const one = { ...settle, key: '00000000000000fe' }
    expect(await ask(decisions, { ...one, others: [everywhere] })).toMatchObject({
      status: 409,
      body: { theirs: { scope: 'everywhere' } },
    })
    expect((await ask(decisions, { ...one, others: [{ ...everywhere, revision: 1 }] })).status).toBe(200)
  })
})

describe('POST …/rows', () => {
  it('confirms the row on the page, once, and takes it back', async () => {
    const open = (await openReading(SLUG, ['fr', 'en']))!
    const row = open.check.rows.find(({ cells }) => cells.fr?.includes('op1'))!
    const alignment = open.reading!.alignment.id
    const confirm = { action: 'confirm', languages: ['fr', 'en'], alignment, row: row.id, revision: 0 }
    expect((await ask(rows, confirm)).status).toBe(200)
    expect(await ask(rows, confirm, { locale: 'en' })).toMatchObject({
      status: 409,
      body: { message: expect.stringMatching(/^Someone else/u) },
    })
    const { confirmations } = (await openReading(SLUG, ['fr', 'en']))!.reading!
    const withdraw = { action: 'withdraw', key: confirmations[0]!.key, revision: 1 }
    expect((await ask(rows, withdraw)).status).toBe(200)
    expect((await ask(rows, withdraw)).status).toBe(409)
  }, 60_000)

  it('says so where the page shows an alignment that is no longer the present one', async () => {
    const body = { action: 'confirm', languages: ['fr', 'en'], alignment: 'gone', row: 'r1', revision: 0 }
    expect((await ask(rows, body, { locale: 'en' })).body?.message).toMatch(/have changed/u)
  }, 60_000)
})

it('a store that is away is 503 with what to do', async () => {
  jest.mocked(decide).mockRejectedValueOnce(new StoreError('full'))
  expect(await ask(decisions, settle, { locale: 'en' })).toEqual({
    status: 503,
    body: { message: 'the disk is full: make room and load the page again' },
  })
})
