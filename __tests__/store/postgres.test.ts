import { randomUUID } from 'node:crypto'
import { closeStore, openStore } from '../../store/database/open-store'
import { listStored } from '../../store/resolutions'
import { findPostgres, startPostgres, type TestServer } from '../support/postgres-server'
import { describeKills } from './kills'
import { describeSequences } from './sequences'
import { describeStore } from './suite'

const there = process.env.TEST_DATABASE_URL !== undefined || findPostgres() !== null
const maybe = there ? describe : describe.skip

maybe(
  `a store in PostgreSQL${there ? '' : ' (skipped: neither TEST_DATABASE_URL nor a postgres program)'}`,
  () => {
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
    describeSequences(newAddress)
    describeKills(newAddress)

    test('a server that goes away is told as such, and used again when it is back', async () => {
      if (server?.restart == null) return
      const store = await openStore(newAddress())
      await server.restart(async () => {
        await expect(listStored(store)).rejects.toMatchObject({ code: 'away' })
      })
      expect(await listStored(store)).toEqual([])
      await closeStore(store)
    })

    test('a database that is not there is refused, a port without a server is away', async () => {
      const url = new URL(server!.url)
      url.pathname = '/none'
      await expect(openStore(url.href)).rejects.toMatchObject({ code: 'refused' })
      await expect(openStore('postgres://x:secret@127.0.0.1:1/x')).rejects.toMatchObject({
        code: 'away',
        detail: '127.0.0.1:1/x',
      })
    })
  },
)
