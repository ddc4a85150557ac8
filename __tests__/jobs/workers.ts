import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { closeStore, openStore, write, type Store } from '../../store/database/open-store'
import { releaseJob, takeJob } from '../../store/held-jobs'
import type { Job } from '../../store/job-row'
import { addJob, listJobs, readJob } from '../../store/jobs'
import { saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, versionOf } from '../store/fixtures'

const root = path.resolve(__dirname, '../..')

/** Texts that are aligned in no time. */
const TEXTS = {
  fr: ['Décide de se réunir à nouveau en 2031 ;', 'Prie le Secrétaire général de faire rapport.'],
  en: ['Decides to meet again in 2031;', 'Requests the Secretary-General to report.'],
}

/** Adds so many small resolutions, `W-0`, `W-1`, …, each in French and English, and gives their slugs. */
export async function addSmall(store: Store, count: number): Promise<readonly string[]> {
  const slugs = Array.from({ length: count }, (_, k) => `W-${k}`)
  await write(store, [], async (inner) => {
    for (const slug of slugs) {
      await saveResolution(inner, { ...RESOLUTION, slug, symbol: slug })
      for (const language of ['fr', 'en'] as const)
        await saveVersion(inner, {
          resolution: slug,
          version: versionOf(
            language,
            TEXTS[language].map((text) => `${text} ${slug}`),
          ),
          origin: 'imported',
        })
    }
  })
  return slugs
}

/** How many of these jobs each worker did. */
function sharesOf(jobs: readonly Job[]): ReadonlyMap<string | null, number> {
  const shares = new Map<string | null, number>()
  for (const { worker } of jobs) shares.set(worker, (shares.get(worker) ?? 0) + 1)
  return shares
}

/** A worker as a process of its own, with what it wrote. */
export interface WorkerProcess {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

/** Starts `concordance worker` with one thread. */
export function startProcess(address: string, hold = 2): WorkerProcess {
  const child = spawn(
    process.execPath,
    ['cli/concordance.mjs', 'worker', '--database', address, '--threads', '1', '--hold', String(hold)],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  )
  return { child, ended }
}

/** Waits till a question is answered with yes. */
export async function until(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise((resolve) => setTimeout(resolve, 50))
}

const over = ({ state }: Pick<Job, 'state'>) => state !== 'queued' && state !== 'running'

/** Processes that share the jobs of one database. */
export function describeWorkers(newAddress: () => string): void {
  const workers: WorkerProcess[] = []
  let store: Store
  const start = (address: string) => {
    const worker = startProcess(address)
    workers.push(worker)
    return worker
  }

  afterEach(async () => {
    for (const { child, ended } of workers.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await closeStore(store)
  })

  test('two processes share 200 jobs; one is killed in the middle, one job was held by a dead worker before, and all are done once to effect', async () => {
    const address = newAddress()
    store = await openStore(address)
    const slugs = await addSmall(store, 200)
    const whole = await addJob(store, { kind: 'align-corpus', input: {} })
    const dead = await addJob(store, {
      kind: 'align-resolution',
      input: { slug: 'W-0', languages: ['fr', 'en'] },
    })
    // Of the two jobs the dead one is in the hands of nobody who lives.
    const first = await takeJob(store, { worker: 'first', hold: 60_000 })
    const taken = first?.id === dead ? first : await takeJob(store, { worker: 'dead', hold: 1_000 })
    for (const job of [first, taken]) if (job && job.id !== dead) await releaseJob(store, job)
    expect(await readJob(store, dead)).toMatchObject({ state: 'running', attempt: 1 })

    const [one, other] = [start(address), start(address)]
    const parts = () => listJobs(store, { parents: [whole], limit: 1000 })
    await until(async () => {
      const shares = [...sharesOf((await parts()).filter(({ state }) => state === 'done')).values()]
      return shares.length === 2 && Math.min(...shares) > 5
    })
    one.child.kill('SIGKILL')
    await one.ended
    const before = (await parts()).filter(over).length
    expect(before).toBeLessThan(200)
    await until(async () => over((await readJob(store, whole))!) && over((await readJob(store, dead))!))

    expect(await readJob(store, whole)).toMatchObject({ state: 'done', done: 200, total: 200 })
    expect(await readJob(store, dead)).toMatchObject({ state: 'done', attempt: 2 })
    const ended = await parts()
    expect(ended.filter(({ state }) => state === 'done')).toHaveLength(200)
    const shares = sharesOf(ended)
    expect(shares.size).toBe(2)
    expect(Math.min(...shares.values())).toBeGreaterThan(5)
    const made = await store.db.selectFrom('alignments').select('resolution').execute()
    const effects = new Map<string, number>()
    for (const { resolution } of made) effects.set(resolution, (effects.get(resolution) ?? 0) + 1)
    expect(Object.fromEntries(effects)).toEqual(
      Object.fromEntries(slugs.map((slug) => [slug, slug === 'W-0' ? 2 : 1])),
    )

    other.child.kill('SIGTERM')
    expect(await other.ended).toEqual({ code: 0, out: '', err: '' })
  }, 120_000)
}
