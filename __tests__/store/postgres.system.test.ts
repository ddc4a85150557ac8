import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { closeStore, openStore, write } from '../../store/database/open-store'
import { listStored, resolutionName, saveResolution } from '../../store/resolutions'
import { doctor } from '../../store/doctor'
import { describeWith } from '../support/other-programs'
import { startPostgres, type TestServer } from '../support/postgres-server'
import { startProxy } from '../support/tcp-proxy'
import { RESOLUTION } from './fixtures'
import { describeKills } from './kills'
import { describePages } from './pages'
import { describeSequences } from './sequences'
import { describeStore } from './suite'

describeWith('postgres')('a store in PostgreSQL', () => {
  let server: TestServer | null = null

  const newAddress = () => {
    const url = new URL(server!.url)
    url.searchParams.set('schema', `s_${randomUUID().replaceAll('-', '')}`)
    return url.href
  }

  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop())

  describeStore(newAddress)
  describePages(newAddress)
  describeSequences(newAddress)
  describeKills(newAddress, () => server?.crash ?? null)

  test('a server that goes away is told as such, and used again when it is back', async () => {
    if (server?.restart == null) return
    const store = await openStore(newAddress())
    await server.restart(async () => {
      await expect(listStored(store)).rejects.toMatchObject({ code: 'away' })
    })
    expect(await listStored(store)).toEqual([])
    await closeStore(store)
  })

  test('a server that goes away in the middle of a transaction leaves nothing of it', async () => {
    const restart = server?.restart
    if (restart == null) return
    const store = await openStore(newAddress())
    const work = write(store, [], async (inner) => {
      await saveResolution(inner, RESOLUTION)
      await restart(async () => undefined)
      await saveResolution(inner, { ...RESOLUTION, slug: 'other' })
    })
    await expect(work).rejects.toMatchObject({ code: 'away' })
    expect(await listStored(store)).toEqual([])
    await closeStore(store)
  })

  test('a server that does not answer in time is slow, one that another writer holds is locked', async () => {
    const address = newAddress()
    const store = await openStore(address, { patience: { statement: 1000, lock: 50 } })
    await expect(sql`select pg_sleep(5)`.execute(store.db)).rejects.toMatchObject({ code: 'slow' })
    const other = await openStore(address)
    await write(other, [resolutionName(RESOLUTION.slug)], async () => {
      await expect(saveResolution(store, RESOLUTION)).rejects.toMatchObject({ code: 'locked' })
    })
    await saveResolution(store, RESOLUTION)
    await closeStore(store)
    await closeStore(other)
  })

  test('a server that says nothing any more, in the middle of a transaction too, is given up and leaves nothing', async () => {
    const proxy = await startProxy(newAddress())
    // Long enough for a machine that is busy to open the store in.
    const store = await openStore(proxy.url, { patience: { statement: 500, connect: 500 } })
    try {
      // More often than there are connections: none of them may be lost to it.
      for (let k = 0; k < 12; k += 1) {
        const work = write(store, [], async (inner) => {
          await saveResolution(inner, RESOLUTION)
          await proxy.become('silent')
          await listStored(inner)
        })
        await expect(work).rejects.toMatchObject({ code: 'slow' })
        await proxy.become('open')
      }
      expect(await listStored(store)).toEqual([])
      await proxy.become('closed')
      await proxy.become('silent')
      const many = Array.from({ length: 12 }, () => listStored(store).catch((error: unknown) => error))
      for (const error of await Promise.all(many)) expect(error).toMatchObject({ code: 'slow' })
      await proxy.become('open')
      await saveResolution(store, RESOLUTION)
      expect((await doctor(store)).problems).toEqual([])
    } finally {
      await closeStore(store)
      await proxy.stop()
    }
  }, 30_000)

  test('a database that is not there is refused, a port without a server is away', async () => {
    const url = new URL(server!.url)
    url.pathname = '/none'
    await expect(openStore(url.href)).rejects.toMatchObject({ code: 'refused' })
    await expect(openStore('postgres://x:secret@127.0.0.1:1/x')).rejects.toMatchObject({
      code: 'away',
      detail: '127.0.0.1:1/x',
    })
  })
})
