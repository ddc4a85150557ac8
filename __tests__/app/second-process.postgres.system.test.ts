import { describeWith } from '../support/other-programs'
import { startPostgres, type TestServer } from '../support/postgres-server'
import { describeSecondProcess } from './second-process'

describeWith('postgres')('a PostgreSQL that several processes use', () => {
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
