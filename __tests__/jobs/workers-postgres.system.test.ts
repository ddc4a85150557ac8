import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openWork, type WorkFinder } from '../../jobs/find-work'
import { closeStore, openStore, write, type Store } from '../../store/database/open-store'
import { finishJob } from '../../store/held-jobs'
import { openMessages, sendMessages } from '../../store/job-messages'
import { addJob, cancelJob, readJob } from '../../store/jobs'
import { describeWith } from '../support/other-programs'
import { startPostgres, type TestServer } from '../support/postgres-server'
import { describeHandlers } from './handlers'
import { describeWorkers, until } from './workers'

describeWith('postgres')('workers on one server', () => {
  let server: TestServer | null = null
  const newAddress = () => {
    const url = new URL(server!.url)
    url.searchParams.set('schema', `w_${randomUUID().replaceAll('-', '')}`)
    return url.href
  }
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop())

  describeWorkers(newAddress)
  describeHandlers(newAddress)

  describe('messages', () => {
    const HOLD = 1000
    let store: Store
    const finders: WorkFinder[] = []
    const open = async (worker: string) => {
      const finder = await openWork(store, { worker, hold: HOLD })
      finders.push(finder)
      return finder
    }
    const queue = () => {
      const { address } = store
      return address.kind === 'postgres' ? `${address.schema}_queue` : ''
    }
    const unread = async () => {
      const { rows } = await sql<{ job: string }>`
          select singleton_key as job from ${sql.table(`${queue()}.job`)} where state < 'active'
        `.execute(store.db)
      return rows.map(({ job }) => job)
    }
    beforeEach(async () => {
      store = await openStore(newAddress())
    })
    afterEach(async () => {
      for (const finder of finders.splice(0)) await finder.close()
      await closeStore(store)
    })

    test('a message is sent with its job or not at all, and once while it is unread', async () => {
      const id = await addJob(store, { kind: 'a', input: 0 })
      const messages = await openMessages(store, HOLD)
      expect(await unread()).toEqual([])
      const broken = write(store, [], async (inner) => {
        await addJob(inner, { kind: 'a', input: 1 })
        throw new Error('broken off')
      })
      await expect(broken).rejects.toThrow('broken off')
      expect(await unread()).toEqual([])
      const other = await addJob(store, { kind: 'a', input: 2 })
      await sendMessages(store, [other, id, id])
      expect((await unread()).sort()).toEqual([id, other].sort())
      await messages.close()
    })

    test('each job is found by one of several; a message whose job has ended is dropped', async () => {
      const first = await open('first')
      const second = await open('second')
      const ids = await Promise.all([1, 2, 3].map((input) => addJob(store, { kind: 'a', input })))
      await cancelJob(store, ids[2]!)
      const found = await Promise.all([first.find(), second.find(), first.find()])
      expect(found.flatMap((one) => one?.job.id ?? []).sort()).toEqual(ids.slice(0, 2).sort())
      for (const one of found) {
        if (one === null) continue
        expect(await finishJob(store, one.job, async () => 'made')).toBe(true)
        await one.over()
      }
      // A sweep may have sent one more while a job was being taken; it was put off for as long as the job was held.
      await until(async () => {
        expect(await first.find()).toBeNull()
        return (await unread()).length === 0
      })
    })

    test('a job whose message was lost is found at a sweep', async () => {
      const finder = await open('a')
      expect(await finder.find()).toBeNull()
      const id = await addJob(store, { kind: 'a', input: 1 })
      await sql`delete from ${sql.table(`${queue()}.job`)}`.execute(store.db)
      await until(async () => (await finder.find())?.job.id === id)
    }, 20_000)

    test('a job whose worker died is found by another, one whose worker lives is not', async () => {
      const dead = await open('dead')
      const id = await addJob(store, { kind: 'a', input: 1 })
      expect((await dead.find())?.job.id).toBe(id)
      await dead.close()
      const other = await open('other')
      expect(await other.find()).toBeNull()
      await until(async () => (await other.find())?.job.id === id)
      expect(await readJob(store, id)).toMatchObject({ worker: 'other', attempt: 2 })
    }, 20_000)
  })
})
