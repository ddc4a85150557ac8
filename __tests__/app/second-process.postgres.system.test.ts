import { findPostgres, startPostgres, type TestServer } from '../support/postgres-server'
import { describeSecondProcess } from './second-process'

const there = process.env.TEST_DATABASE_URL !== undefined || findPostgres() !== null
const maybe = there ? describe : describe.skip

maybe(`a PostgreSQL that several processes use${there ? '' : ' (skipped: there is none)'}`, () => {
  let server: TestServer | null = null
  describeSecondProcess(
    async () => {
      server = await startPostgres()
      const url = new URL(server!.url)
      url.searchParams.set('schema', `second_${process.pid}_${Date.now()}`)
      return { DATABASE_URL: url.href }
    },
    async () => server?.stop(),
  )
})
