import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { GET, POST } from '../../app/[locale]/jobs/list/route'
import { appStore } from '../../app/open-store'
import { threadCount } from '../../app/work-jobs'
import type { ShownJob } from '../../components/JobDesk/shown-job'
import { closeStore } from '../../store/database/open-store'
import { failJob, reportJob, takeJob } from '../../store/held-jobs'
import { addJob, divideJob, readJob } from '../../store/jobs'

const folder = mkdtempSync(path.join(tmpdir(), 'jobs-route-'))
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
beforeEach(async () => {
  await (await appStore()).db.deleteFrom('jobs').execute()
})

const SAME = { origin: 'http://localhost:3000', 'content-type': 'application/json' }

async function post(body: unknown, { locale = 'fr', headers = SAME as Record<string, string> } = {}) {
  const request = new Request(`http://localhost:3000/${locale}/jobs/list`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return answerOf(await POST(request, { params: Promise.resolve({ locale }) }))
}

async function get(locale = 'fr') {
  const request = new Request(`http://localhost:3000/${locale}/jobs/list`)
  return answerOf(await GET(request, { params: Promise.resolve({ locale }) }))
}

async function answerOf(response: Response) {
  const text = await response.text()
  const { jobs = [] } = (text === '' ? {} : JSON.parse(text)) as { jobs?: readonly ShownJob[] }
  return { status: response.status, jobs }
}

const add = { action: 'align-corpus' }
const HOLD = 60_000

it.each([
  ['another origin', add, { headers: { ...SAME, origin: 'http://example.org' } }, 403],
  ['another site', add, { headers: { ...SAME, 'sec-fetch-site': 'cross-site' } }, 403],
  ['no origin at all', add, { headers: { 'content-type': 'application/json' } }, 403],
  ['a form', add, { headers: { ...SAME, 'content-type': 'text/plain' } }, 415],
  ['no JSON', '{', {}, 400],
  ['another action', { action: 'align-everything' }, {}, 400],
  ['nothing to cancel', { action: 'cancel' }, {}, 400],
  ['an unknown locale', add, { locale: 'de' }, 404],
])('refuses what has %s', async (_, body, more, status) => {
  expect((await post(body, more)).status).toBe(status)
  expect((await get()).jobs).toEqual([])
})

it('adds the job once as long as it waits, tells of it in the reader’s words, and cancels it', async () => {
  const { status, jobs } = await post(add)
  expect(status).toBe(200)
  expect((await post(add)).jobs.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id))
  expect(jobs).toMatchObject([
    {
      what: 'Alignement et contrôle de tout le corpus',
      state: 'queued',
      stateWord: 'en attente',
      progress: null,
      cancel: 'Annuler : Alignement et contrôle de tout le corpus',
    },
  ])
  expect((await get('zh')).jobs).toMatchObject([{ what: '对齐并检查整个语料库', stateWord: '等待中' }])
  const cancelled = await post({ action: 'cancel', id: jobs[0]!.id })
  expect(cancelled.jobs).toMatchObject([{ state: 'cancelled', stateWord: 'annulé', cancel: null }])
  expect((await post({ action: 'cancel', id: jobs[0]!.id })).status).toBe(200)
  expect((await post(add)).jobs).toHaveLength(2)
})

it('tells how far a job is, and which of its parts failed and why', async () => {
  const store = await appStore()
  await post(add)
  const whole = (await takeJob(store, { worker: 'w', hold: HOLD }))!
  await reportJob(store, whole, { done: 1, total: 4, hold: HOLD })
  expect((await get('en')).jobs).toMatchObject([
    { state: 'running', progress: { done: 1, total: 4, word: '1 of 4' } },
  ])
  await divideJob(store, whole, async () => [
    { kind: 'align-resolution', input: { slug: 'A-RES-1-1', languages: ['fr', 'ar'] } },
  ])
  const part = (await takeJob(store, { worker: 'w', hold: HOLD }))!
  await failJob(store, part, { code: 'nothing', detail: 'A-RES-1-1' })
  const [job, ...others] = (await get('en')).jobs
  expect(others).toEqual([])
  expect(job).toMatchObject({ state: 'failed', error: '1 text could not be done', progress: null })
  expect(job!.failures[0]!.what).toMatch(/^Align and check .*A-RES-1-1/u)
  expect(job!.failures[0]!.error).toMatch(/^fewer than two of the versions/u)
  expect(job!.times.map(({ word }) => word.split(' ')[0])).toEqual(['Started', 'Ended'])
})

it('names a resolution by its symbol, and the languages beside it', async () => {
  const store = await appStore()
  const input = { slug: 'A-RES-76-299', languages: ['fr', 'ar'] }
  await addJob(store, { kind: 'align-resolution', input })
  const [job] = (await get('es')).jobs
  expect(job!.what).toMatch(/^Alineación y control de .?A\/RES\/76\/299.?$/u)
  expect(job!.languages).toBe('Francés · Árabe')
})

it('a job that another program added is told of, whatever it is', async () => {
  const store = await appStore()
  const id = await addJob(store, { kind: 'strange', input: null })
  expect((await get('ru')).jobs).toMatchObject([{ id, what: 'strange', stateWord: 'ожидает' }])
  expect(await readJob(store, id)).not.toBeNull()
})

it.each([
  [{}, 8, 7],
  [{}, 1, 1],
  [{ CONCORDANCE_THREADS: '0' }, 8, 0],
  [{ CONCORDANCE_THREADS: '3' }, 8, 3],
  [{ CONCORDANCE_THREADS: 'many' }, 8, 7],
])('with %j and %i cores the server works with %i threads', (env, cores, threads) => {
  expect(threadCount(env, cores)).toBe(threads)
})
