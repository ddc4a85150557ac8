import { randomUUID } from 'node:crypto'
import { POST as decisions } from '../../app/[locale]/r/[slug]/decisions/route'
import { GET as exported } from '../../app/[locale]/r/[slug]/export/route'
import { appStore } from '../../app/open-store'
import { closeStore } from '../../store/database/open-store'
import { decisionHistory } from '../../store/decisions'
import { doctor } from '../../store/doctor'
import { describeWith } from '../support/other-programs'
import { startPostgres, type TestServer } from '../support/postgres-server'
import { startProxy, type TcpProxy } from '../support/tcp-proxy'
import { postJson, settling, SLUG } from './post-json'

jest.setTimeout(60_000)

describeWith('postgres')('the routes, while PostgreSQL is away', () => {
  const before = { ...process.env }
  let server: TestServer | null = null
  let proxy: TcpProxy

  beforeAll(async () => {
    server = await startPostgres()
    const url = new URL(server!.url)
    url.searchParams.set('schema', `s_${randomUUID().replaceAll('-', '')}`)
    proxy = await startProxy(url.href)
    process.env.DATABASE_URL = proxy.url
  }, 60_000)
  afterAll(async () => {
    await closeStore(await appStore())
    process.env = before
    await proxy.stop()
    await server?.stop()
  })

  const settle = (number: number, revision = 0) => postJson(decisions, settling(number, revision))
  const kept = async (number: number) =>
    (await decisionHistory(await appStore(), 'finding', settling(number, 0).key)).length
  const away = {
    status: 503,
    again: '5',
    body: { message: expect.stringContaining('the database server cannot be reached') },
  }

  it('a server that is away when the first reader comes is asked again by the next', async () => {
    await proxy.become('closed')
    expect(await settle(1)).toMatchObject(away)
    await proxy.become('open')
    expect((await settle(1)).status).toBe(200)
  }, 60_000)

  it('one that goes away is told in every answer until it is back', async () => {
    await proxy.become('closed')
    for (let k = 0; k < 12; k += 1) expect(await settle(2)).toMatchObject(away)
    const answer = await exported(new Request('http://localhost:3000/x?format=csv&v=fr,en'), {
      params: Promise.resolve({ locale: 'en', slug: SLUG }),
    })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(1)
    await proxy.become('open')
    expect(await kept(2)).toBe(0)
    expect((await settle(2)).status).toBe(200)
  })

  it.each([
    ['begins', 'begin', 'before', 0],
    ['writes', 'insert into "decisions"', 'before', 0],
    ['has written, but not committed', 'insert into "decisions"', 'after', 0],
    ['is about to commit', 'commit', 'before', 0],
    ['has committed, but not heard of it', 'commit', 'after', 1],
  ] as const)(
    'one that goes away while a request %s keeps all of it or nothing',
    async (_, words, when, expected) => {
      const number = 100 + words.length + (when === 'after' ? 50 : 0)
      const cut = proxy.cutAt(words, when)
      expect(await settle(number)).toMatchObject(away)
      await cut
      expect(await kept(number)).toBe(expected)
      // Who tries again gets the entry kept, or learns that it is there.
      expect(await settle(number)).toMatchObject(
        expected === 0 ? { status: 200 } : { status: 409, body: { theirs: { reason: 'seen' } } },
      )
      expect(await kept(number)).toBe(1)
    },
  )

  it('one that takes its time is waited for', async () => {
    proxy.delay(60)
    expect((await settle(3)).status).toBe(200)
    proxy.delay(0)
  })

  it('one that says nothing any more is given up, and used again once it speaks', async () => {
    await proxy.become('closed')
    await proxy.become('silent')
    const answers = await Promise.all(Array.from({ length: 12 }, (_, k) => settle(300 + k)))
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 503,
        again: '5',
        body: { message: expect.stringContaining('did not answer in time') },
      })
    await proxy.become('open')
    expect((await settle(300)).status).toBe(200)
    expect((await doctor(await appStore())).problems).toEqual([])
  }, 60_000)
})
