import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeStore, openStore } from '../../store/database/open-store'
import { addJob, cancelJob, readJob } from '../../store/jobs'
import { saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, versionOf } from '../store/fixtures'
import { describeHandlers } from './handlers'
import { addSmall, describeWorkers, startProcess, until } from './workers'

describe('workers on one file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'workers-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const newAddress = () => path.join(folder, `${randomUUID()}.db`)

  describeWorkers(newAddress)
  describeHandlers(newAddress)

  test('a long job that is cancelled while a thread is busy with it ends; the same process does the next', async () => {
    const address = newAddress()
    const store = await openStore(address)
    await addSmall(store, 1)
    await saveResolution(store, { ...RESOLUTION, slug: 'long' })
    for (const language of ['fr', 'en']) {
      const texts = Array.from(
        { length: 12_000 },
        (_, k) => `${k % 7} ${language}${k} ${language}${k * 7} en ${k}.`,
      )
      await saveVersion(store, {
        resolution: 'long',
        version: versionOf(language, texts),
        origin: 'imported',
      })
    }
    const languages = ['fr', 'en']
    const long = await addJob(store, { kind: 'align-resolution', input: { slug: 'long', languages } })
    const next = await addJob(store, { kind: 'align-resolution', input: { slug: 'W-0', languages } })
    const { child, ended } = startProcess(address)
    await until(async () => ((await readJob(store, long))?.done ?? 0) > 0)
    expect(await cancelJob(store, long)).toBe(true)
    await until(async () => (await readJob(store, next))?.state === 'done')
    expect(await readJob(store, long)).toMatchObject({ state: 'cancelled', attempt: 1 })
    expect(await store.db.selectFrom('alignments').select('resolution').execute()).toEqual([
      { resolution: 'W-0' },
    ])
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, out: '', err: '' })
    await closeStore(store)
  }, 120_000)
})
