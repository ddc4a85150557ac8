import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeStore, openStore } from '../../store/database/open-store'
import { backup } from '../../store/backup'
import { doctor } from '../../store/doctor'
import { saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, versionOf } from '../store/fixtures'
import { stepsWith } from '../store/kill-child'
import { holdFile } from '../support/hold-file'
import { describeWhere, describeWith } from '../support/other-programs'
import { startPostgres, type TestServer } from '../support/postgres-server'
import { runCli } from '../support/run-cli'
import { mountSmallDisk } from '../support/small-disk'
import { startProxy, type TcpProxy } from '../support/tcp-proxy'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')

let folder = ''
let full = ''

/** A store with a megabyte of text, and a backup of it. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'store-troubles-'))
  full = path.join(folder, 'full.db')
  const store = await openStore(full)
  await saveResolution(store, RESOLUTION)
  const texts = Array.from({ length: 1_000 }, (_, k) => `${k} ${'mot '.repeat(250)}`)
  await saveVersion(store, {
    resolution: RESOLUTION.slug,
    version: versionOf('fr', texts),
    origin: 'imported',
  })
  await backup(store, path.join(folder, 'copy.db'))
  await closeStore(store)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]) => runCli(folder, args)

/** Exit code 2, nothing on stdout, one line that says what is wrong and what to do. */
async function expectLine(args: readonly string[], line: RegExp): Promise<void> {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err.trimEnd()).toMatch(line)
}

const problemsOf = async (file: string) => {
  const store = await openStore(file)
  const health = await doctor(store)
  await closeStore(store)
  return health
}

test('a store of a newer program is left to that', async () => {
  const file = path.join(folder, 'newer.db')
  await closeStore(await openStore(file, { migrations: stepsWith(1) }))
  await expectLine(['doctor', '--database', file], /newer\.db: was made by a newer version .*run that/u)
})

test('one that is half migrated says what to go back to', async () => {
  const file = path.join(folder, 'half.db')
  const store = await openStore(file)
  await store.db.schema.dropTable('migrations').execute()
  await closeStore(store)
  await expectLine(['doctor', '--database', file], /half\.db: an update .* broken off; put back the copy/u)
})

test('one that another process holds for long is told as such, and nothing is written', async () => {
  const file = path.join(folder, 'held.db')
  await closeStore(await openStore(file))
  const letGo = await holdFile(file)
  try {
    await expectLine(['restore', 'copy.db', '--database', file], /held\.db: another program holds .*try again/u)
  } finally {
    await letGo()
  }
  expect(await problemsOf(file)).toMatchObject({ empty: true, problems: [] })
  expect((await run('restore', 'copy.db', '--database', file)).code).toBe(0)
}, 30_000) // prettier-ignore

const disk = mountSmallDisk(700)

describeWhere(disk !== null, 'a disk that may be mounted')('on a disk of its own', () => {
  const place = (name: string) => path.join(disk!.folder, name)
  afterAll(() => disk!.unmount())

  test.each([
    ['a backup', (file: string) => ['backup', file, '--database', full]],
    ['a store that is restored', (file: string) => ['restore', 'copy.db', '--database', file]],
    ['a dump', (file: string) => ['dump', file, '--database', full]],
  ])('%s that does not fit says that the disk is full, and leaves no half of itself', async (_, args) => {
    await expectLine(args(place('a')), /: the disk is full; make room and try again$/u)
    const left = readdirSync(disk!.folder, { recursive: true }).map(String)
    expect(left.filter((name) => name.includes('unfinished'))).toEqual([])
    for (const name of left) rmSync(place(name), { recursive: true, force: true })
  })

  test('one that may only be read says so', async () => {
    const other = mountSmallDisk(4_000)!
    const file = path.join(other.folder, 'small.db')
    try {
      await closeStore(await openStore(path.join(folder, 'small.db')))
      cpSync(path.join(folder, 'small.db'), file)
      other.readOnly(true)
      for (const name of ['small.db', 'new.db'])
        await expectLine(
          ['restore', 'copy.db', '--database', path.join(other.folder, name)],
          /(?:small|new)\.db: cannot be written to; allow writing/u,
        )
      other.readOnly(false)
      expect((await problemsOf(file)).problems).toEqual([])
    } finally {
      other.unmount()
    }
  })
})

test('a file that may grow no further is told in one line, by a process of its own, and nothing is half there', async () => {
  writeFileSync(path.join(folder, 'limit.sh'), 'ulimit -f 500\nexec "$@"\n')
  await run('dump', 'plain', '--database', full)
  const program = [process.execPath, path.join(root, 'cli/concordance.mjs')]
  const args = ['limit.sh', ...program, 'load', 'plain', '--database', 'limited.db']
  const ended = await new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>(
    (resolve) =>
      execFile('sh', args, { cwd: folder }, (error, out, err) => resolve({ code: error?.code, out, err })),
  )
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.err).toMatch(/^concordance: .*limited\.db: the disk (?:is full|does not read or write)[^\n]*\n$/u)
  expect(await problemsOf(path.join(folder, 'limited.db'))).toMatchObject({ empty: true, problems: [] })
}, 60_000) // prettier-ignore

describeWith('postgres')('a server', () => {
  let server: TestServer | null = null
  let proxy: TcpProxy
  beforeAll(async () => {
    server = await startPostgres()
    const url = new URL(server!.url)
    url.searchParams.set('schema', `troubles_${process.pid}_${Date.now()}`)
    proxy = await startProxy(url.href)
  }, 60_000)
  afterAll(async () => {
    await proxy.stop()
    await server?.stop()
  })

  test('that goes away while a backup is restored into it has nothing of it, and all of it the next time', async () => {
    const cut = proxy.cutAt('insert into "paragraphs"', 'after')
    await expectLine(['restore', 'copy.db', '--database', proxy.url], /the database server cannot be reached; see that it runs and try again$/u)
    await cut
    expect(await problemsOf(proxy.url)).toMatchObject({ empty: true, problems: [] })
    expect((await run('restore', 'copy.db', '--database', proxy.url)).code).toBe(0)
    expect(await problemsOf(proxy.url)).toMatchObject({ counts: { paragraphs: 1_000 }, problems: [] })
  }, 60_000) // prettier-ignore

  test('that says nothing is given up in one line', async () => {
    await proxy.become('silent')
    await expectLine(['doctor', '--database', proxy.url], /the database did not answer in time; try again$/u)
    await proxy.become('open')
  }, 30_000)
})
