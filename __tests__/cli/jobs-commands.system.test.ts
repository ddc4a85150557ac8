import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventLine } from '../../cli/describe-work'
import { makeTranslator } from '../../i18n/translator'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { StoreError } from '../../store/database/store-error'
import { failJob, finishJob, takeJob } from '../../store/held-jobs'
import { divideJob, listJobs } from '../../store/jobs'
import { addSmall, until } from '../jobs/workers'
import { runCli } from '../support/run-cli'

const TAKER = { worker: 'w', hold: 60_000 }

let folder = ''
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jobs-commands-'))
  store = await openStore(path.join(folder, 'a.db'))
  await addSmall(store, 1)
})
afterEach(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true, force: true })
})

const jobs = (...args: readonly string[]) => runCli(folder, ['jobs', ...args, '--database', 'a.db'])

test('a job that is added has its id on stdout, is listed, cancelled, and can no longer be cancelled', async () => {
  const { code, out, err } = await jobs('add', 'align-resolution', 'W-0', '--langs', 'fr,en')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^[0-9a-f-]{36}\n$/u)
  const id = out.trim()
  expect((await jobs()).out).toMatch(
    new RegExp(`^${id}  queued     \\S+Z  Align and check W-0 \\(French · English\\)\n$`, 'u'),
  )
  expect(JSON.parse((await jobs('--format', 'json')).out)).toMatchObject([
    { id, state: 'queued', input: { slug: 'W-0', languages: ['fr', 'en'] } },
  ])
  expect(await jobs('cancel', id)).toEqual({ code: 0, out: '', err: '' })
  expect((await jobs()).out).toContain('  cancelled  ')
  expect(await jobs('cancel', id)).toEqual({
    code: 2,
    out: '',
    err: `concordance: ${id}: no such job, or it has ended\n`,
  })
})

test('the corpus is one job; its parts are listed when asked for', async () => {
  expect((await jobs('add', 'align-corpus')).code).toBe(0)
  const whole = (await takeJob(store, TAKER))!
  await divideJob(store, whole, async () => [{ kind: 'align-resolution', input: { slug: 'W-0' } }])
  const lines = async (...more: readonly string[]) => (await jobs(...more)).out.trimEnd().split('\n')
  expect(await lines()).toEqual([expect.stringMatching(/  running 0\/1  .*whole corpus$/u)])
  expect(await lines('--all')).toHaveLength(2)
})

test.each([
  [['add', 'sing'], 'concordance: sing: no such kind of job; there are align-resolution, align-corpus\n'],
  [
    ['add', 'align-resolution', 'W-9', '--langs', 'fr,en'],
    'concordance: W-9: no such resolution in the store\n',
  ],
  [
    ['add', 'align-resolution', 'W-0', '--langs', 'fr'],
    /^concordance: usage: align-resolution does not take/u,
  ],
  [['add', 'align-resolution', '--langs', 'fr,en'], /^concordance: usage: align-resolution does not take/u],
  [['add', 'align-corpus', '--input', '{'], 'concordance: usage: --input is no JSON\n'],
  [['cancel', 'x'], 'concordance: x: no such job, or it has ended\n'],
  [['watch', 'x'], 'concordance: x: no such job\n'],
])('jobs %j is refused on one line, and nothing is added', async (args, line) => {
  const { code, out, err } = await jobs(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  if (typeof line === 'string') expect(err).toBe(line)
  else expect(err).toMatch(line)
  expect(await listJobs(store)).toEqual([])
})

test.each([
  [
    ['worker', '--threads', '0', '--database', 'a.db'],
    /^concordance: usage: --threads: '0' is not a whole number/u,
  ],
  [
    ['worker', '--hold', 'x', '--database', 'a.db'],
    /^concordance: usage: --hold: 'x' is not a whole number/u,
  ],
  [['worker', '--database', 'none.db'], /none\.db: does not exist; check the name\n$/u],
  [['jobs', '--database', 'ftp://x'], /^concordance: ftp: is neither a file nor postgres/u],
])('%j is refused on one line', async (args, line) => {
  const { code, out, err } = await runCli(folder, args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(line)
})

test.each([
  ['done', 0, /  done       .*Align and check W-0/u],
  ['failed', 1, /  failed     .*Align and check W-0 .*: fewer than two of the versions/u],
] as const)('watch waits till a job is %s and ends with %i', async (end, expected, line) => {
  const id = (await jobs('add', 'align-resolution', 'W-0', '--langs', 'fr,en')).out.trim()
  let over = false
  const watching = jobs('watch', id).finally(() => (over = true))
  const job = (await takeJob(store, TAKER))!
  expect(over).toBe(false)
  if (end === 'done') await finishJob(store, job, async () => null)
  else await failJob(store, job, { code: 'nothing', detail: '' })
  const { code, out, err } = await watching
  expect({ code, err }).toEqual({ code: expected, err: '' })
  expect(out).toMatch(line)
})

test('watch without a job waits for all that have not ended, and says at once that there is none', async () => {
  expect(await jobs('watch')).toEqual({ code: 0, out: '', err: '' })
  await jobs('add', 'align-corpus')
  await jobs('add', 'align-resolution', 'W-0', '--langs', 'fr,en')
  const watching = jobs('watch')
  const held = [await takeJob(store, TAKER), await takeJob(store, TAKER)]
  // It must have seen them before they end; what has ended already is not waited for.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  for (const job of held) await finishJob(store, job!, async () => null)
  await until(async () => (await listJobs(store, { states: ['done'] })).length === 2)
  const { code, out } = await watching
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n')).toHaveLength(2)
})

test('what a worker does is told on a line each', async () => {
  await jobs('add', 'align-resolution', 'W-0', '--langs', 'fr,en')
  const job = (await takeJob(store, TAKER))!
  const t = makeTranslator('en')
  expect(eventLine({ kind: 'taken', job }, t)).toBe(
    `taken  ${job.id}  Align and check W-0 (French · English)`,
  )
  const failed = { ...job, attempt: 3, state: 'failed' as const, error: { code: 'internal', detail: 'a\nb' } }
  expect(eventLine({ kind: 'taken', job: failed }, t)).toContain('taken (attempt 3)  ')
  expect(eventLine({ kind: 'ended', job: failed }, t)).toMatch(/^failed  .*unexpected fault.*\(a b\)$/u)
  expect(eventLine({ kind: 'trouble', error: new StoreError('away', 'host/texts') }, t)).toBe(
    'host/texts: the database server cannot be reached; see that it runs and try again',
  )
})
