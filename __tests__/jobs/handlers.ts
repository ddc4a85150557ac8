import { jobHandler, type JobHandler, type JobMeans } from '../../jobs/handlers/job-handler'
import { OutdatedError } from '../../jobs/job-error'
import { runJob } from '../../jobs/run-job'
import type { Threads } from '../../jobs/start-threads'
import { startWorker, type Worker, type WorkerOptions } from '../../jobs/start-worker'
import { InputError } from '../../core/model'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { StoreError } from '../../store/database/store-error'
import { addJob, cancelJob, listJobs, readJob, type NewJob } from '../../store/jobs'
import type { Job } from '../../store/job-row'
import { listStored, saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, versionOf } from '../store/fixtures'
import { addSmall, until } from './workers'

const MEANS: JobMeans = {
  aligner: 'test',
  options: async () => 'options',
  knowledge: async () => ({ terms: [], lexicon: [], names: [] }),
}

/** Takes anything. */
const ANY = { safeParse: (data: unknown) => ({ success: true, data: data ?? {} }) }

/** A handler whose effect is a resolution named after the job's input. */
function stubHandler(run: (input: string, beat: () => Promise<void>) => Promise<void>): JobHandler {
  return jobHandler<unknown, string>({
    kind: 'align-resolution',
    schema: ANY,
    run: async (input, { progress }) => {
      let done = 0
      await run(String(input), () => progress((done += 1), 100))
      return String(input)
    },
    effect: async (store, slug) => {
      await saveResolution(store, { ...RESOLUTION, slug })
      return slug
    },
  })
}

/** What every store must do with jobs, whichever database it lives in; the threads are this very one. */
export function describeHandlers(newAddress: () => string): void {
  let store: Store
  const workers: Worker[] = []
  beforeEach(async () => {
    store = await openStore(newAddress())
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop(0)
    await closeStore(store)
  })

  const work = async (handlers?: readonly JobHandler[], options: WorkerOptions = {}) => {
    const threads: Threads = {
      size: 2,
      run: (job, { progress, stop, end }) =>
        new Promise((resolve, reject) => {
          end.addEventListener('abort', () => reject(new Error('ended')))
          const context = {
            store,
            means: MEANS,
            signal: stop,
            progress: async (done: number, total: number | null) => {
              progress({ done, total })
              await new Promise((next) => setTimeout(next, 5))
              stop.throwIfAborted()
              end.throwIfAborted()
            },
          }
          void runJob(job, context, handlers).then(resolve)
        }),
      stop: async () => undefined,
    }
    const worker = await startWorker(store, threads, { pause: 20, hold: 1000, ...options })
    workers.push(worker)
    return worker
  }
  const ended = async (id: string): Promise<Job> => {
    let job = await readJob(store, id)
    await until(async () => {
      job = await readJob(store, id)
      return job?.endedAt !== null
    })
    return job!
  }
  const add = (job: Partial<NewJob> = {}) =>
    addJob(store, { kind: 'align-resolution', input: 'made', ...job })
  const made = async () => (await listStored(store)).map(({ slug }) => slug)

  test('the corpus is aligned in a job for each resolution that has two versions, French first', async () => {
    await addSmall(store, 2)
    await saveResolution(store, { ...RESOLUTION, slug: 'alone' })
    await saveVersion(store, { resolution: 'alone', version: versionOf('fr', ['Un']), origin: 'imported' })
    const id = await add({ kind: 'align-corpus', input: {}, alone: true })
    expect(await add({ kind: 'align-corpus', input: {}, alone: true })).toBe(id)
    await work()
    expect(await ended(id)).toMatchObject({ state: 'done', done: 2, total: 2, result: { parts: 2 } })
    const parts = await listJobs(store, { parents: [id] })
    expect(parts.map(({ input }) => input)).toEqual(
      expect.arrayContaining([
        { slug: 'W-0', languages: ['fr', 'en'] },
        { slug: 'W-1', languages: ['fr', 'en'] },
      ]),
    )
    expect(parts.map(({ result }) => result)).toEqual(
      parts.map(() => ({ alignment: expect.any(String), rows: 2, findings: expect.any(Number) })),
    )
    const rows = await store.db.selectFrom('alignments').select(['selection', 'aligner', 'options']).execute()
    expect(rows).toEqual([1, 2].map(() => ({ selection: 'fr|fr,en', aligner: 'test', options: 'options' })))
    expect(await add({ kind: 'align-corpus', input: {}, alone: true })).not.toBe(id)
  })

  test('a corpus without anything to align is done at once', async () => {
    const id = await add({ kind: 'align-corpus', input: {} })
    await work()
    expect(await ended(id)).toMatchObject({ state: 'done', total: 0 })
  })

  test.each([
    [
      'a resolution without two of the versions',
      { input: { slug: 'W-0', languages: ['fr', 'ru'] } },
      'nothing',
    ],
    ['an input that is none', { input: { slug: 7 } }, 'bad-input'],
  ])('%s fails with its code', async (_, job, code) => {
    await addSmall(store, 1)
    const id = await add(job)
    await work()
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code } })
  })

  test.each([
    ['unusable input', new InputError('no-text', 'a.html'), { code: 'no-text', detail: 'a.html' }],
    ['a text that no store holds', new StoreError('text', 'x'), { code: 'text', detail: 'x' }],
    ['anything else', new Error('first\n  second'), { code: 'internal', detail: 'first second' }],
  ])('%s fails with a code and one line', async (_, error, kept) => {
    const id = await add()
    await work([stubHandler(() => Promise.reject(error))])
    expect(await ended(id)).toMatchObject({ state: 'failed', error: kept })
    expect(await made()).toEqual([])
  })

  test('a kind that no handler has is left to workers that have one', async () => {
    const [other, own] = [await add({ kind: 'another' }), await add()]
    await work([stubHandler(async () => undefined)])
    await ended(own)
    expect(await readJob(store, other)).toMatchObject({ state: 'queued', attempt: 0 })
  })

  test('where the store cannot be used for a while the job is taken again; the fifth time it fails with that code', async () => {
    const id = await add()
    let runs = 0
    await work(
      [
        stubHandler(async () => {
          runs += 1
          throw new StoreError('slow')
        }),
      ],
      { hold: 100 },
    )
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'slow' }, attempt: 5 })
    expect(runs).toBe(5)
  }, 60_000)

  test('a text that is replaced while it is aligned is aligned again before anything is kept', async () => {
    await addSmall(store, 1)
    const id = await add({ input: { slug: 'W-0', languages: ['fr', 'en'] } })
    const late: JobHandler[] = []
    let replaced = false
    const { HANDLERS } = await import('../../jobs/handlers/handlers')
    for (const handler of HANDLERS)
      late.push({
        ...handler,
        work: (job, context) =>
          handler.work(job, {
            ...context,
            progress: async () => {
              if (replaced) return
              replaced = true
              const version = versionOf('en', ['Decides to meet;', 'Requests;', 'Another.'])
              await saveVersion(store, { resolution: 'W-0', version, origin: 'imported' })
            },
          }),
      })
    await work(late)
    expect(await ended(id)).toMatchObject({ state: 'done', attempt: 1 })
    const kept = await store.db.selectFrom('alignments').select('id').execute()
    expect(kept).toHaveLength(1)
    const rows = await store.db.selectFrom('rows').select('cells').execute()
    expect(rows.some(({ cells }) => cells.includes('p3'))).toBe(true)
  })

  test('a text that keeps being replaced fails as busy', async () => {
    const id = await add()
    let runs = 0
    await work([
      stubHandler(async () => {
        runs += 1
        throw new OutdatedError('changed')
      }),
    ])
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'busy' } })
    expect(runs).toBe(5)
  })

  test('progress is kept while a job runs; a cancelled one stops at its next step, without effect', async () => {
    const id = await add()
    await work([
      stubHandler(async (_, beat) => {
        for (;;) await beat()
      }),
    ])
    await until(async () => ((await readJob(store, id))?.done ?? 0) > 0)
    expect(await readJob(store, id)).toMatchObject({ state: 'running', total: 100 })
    expect(await cancelJob(store, id)).toBe(true)
    expect(await ended(id)).toMatchObject({ state: 'cancelled', error: null })
    expect(await made()).toEqual([])
  })

  test('a worker that stops gives back what it holds, and another does it, once', async () => {
    const id = await add()
    let runs = 0
    const handlers = [
      stubHandler(async (_, beat) => {
        runs += 1
        while (runs === 1) await beat()
      }),
    ]
    const first = await work(handlers)
    await until(async () => runs === 1)
    await first.stop(0)
    expect(await readJob(store, id)).toMatchObject({ state: 'queued', worker: null })
    runs = 1
    await work([stubHandler(async () => undefined)])
    expect(await ended(id)).toMatchObject({ state: 'done', attempt: 2, result: 'made' })
    expect(await made()).toEqual(['made'])
  })

  test('a whole with a part that failed says so; one that is cancelled takes its parts with it', async () => {
    await addSmall(store, 4)
    const id = await add({ kind: 'align-corpus', input: {} })
    const { HANDLERS } = await import('../../jobs/handlers/handlers')
    const divide = HANDLERS.filter(({ kind }) => kind === 'align-corpus')
    let held = false
    const part: JobHandler = {
      kind: 'align-resolution',
      accepts: () => true,
      work: async (job, context) => {
        const { slug } = job.input as { readonly slug: string }
        if (slug === 'W-1') throw new InputError('no-text')
        while (held) await context.progress(1, 2)
        return stubHandler(async () => undefined).work({ ...job, input: slug }, context)
      },
    }
    const worker = await work([...divide, part])
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      done: 4,
      total: 4,
      error: { code: 'parts', detail: '1' },
    })
    await worker.stop(0)
    held = true
    const other = await add({ kind: 'align-corpus', input: { languages: ['fr', 'en'] } })
    await work([...divide, part])
    const running = () => listJobs(store, { parents: [other], states: ['running'] })
    await until(async () => (await running()).length === 2)
    expect(await cancelJob(store, other)).toBe(true)
    expect(await ended(other)).toMatchObject({ state: 'cancelled', done: 4, total: 4 })
    const states = (await listJobs(store, { parents: [other] })).map(({ state }) => state)
    expect(states.filter((state) => state === 'running' || state === 'queued')).toEqual([])
    expect(states.filter((state) => state === 'cancelled').length).toBeGreaterThanOrEqual(2)
  }, 30_000)
}
