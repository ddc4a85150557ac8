import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { parseAddress, translate } from '../../store/database/dialect'
import { MIGRATIONS } from '../../store/database/migrations/migrations'
import { closeStore, openStore } from '../../store/database/open-store'
import { isPassing, StoreError } from '../../store/database/store-error'
import { doctor } from '../../store/doctor'
import { listStored, saveResolution } from '../../store/resolutions'
import { stepsWith } from './kill-child'
import { RESOLUTION } from './fixtures'

let folder = ''
const file = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file that is no store of ours is refused and left as it is', () => {
  test('a text', async () => {
    writeFileSync(file('a.db'), 'no database at all '.repeat(500))
    await expect(openStore(file('a.db'))).rejects.toMatchObject({
      code: 'not-a-database',
      detail: file('a.db'),
    })
    expect(readdirSync(folder)).toEqual(['a.db'])
  })

  test('another program’s database', async () => {
    const other = new Database(file('a.db'))
    other.exec('create table resolutions (x)')
    other.close()
    const before = readFileSync(file('a.db'))
    await expect(openStore(file('a.db'))).rejects.toMatchObject({ code: 'not-a-database' })
    expect(readFileSync(file('a.db')).subarray(28, 4096).equals(before.subarray(28, 4096))).toBe(true)
  })

  test('a folder, and a file where a folder should be', async () => {
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'not-a-database' })
    writeFileSync(file('a'), '')
    await expect(openStore(file('a/b.db'))).rejects.toMatchObject({ code: 'not-a-database' })
  })

  test('a store of which a part is missing is damaged', async () => {
    await closeStore(await openStore(file('a.db')))
    truncateSync(file('a.db'), 4096 * 2)
    const error: unknown = await openStore(file('a.db'))
      .then(async (store) => {
        const { problems } = await doctor(store)
        await closeStore(store)
        return new StoreError(problems.length > 0 ? 'damaged' : 'text')
      })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'damaged' })
  })
})

test('an empty file becomes a store, and so does a path whose folders are not there yet', async () => {
  writeFileSync(file('a.db'), '')
  for (const name of ['a.db', 'b/c/d.db', 'with space é.db']) {
    const store = await openStore(file(name))
    expect(await listStored(store)).toEqual([])
    await closeStore(store)
  }
})

test('people’s work is on the disk when it is told: WAL, full synchronisation, foreign keys', async () => {
  const store = await openStore(file('a.db'))
  const { sql } = await import('kysely')
  const value = async (name: string) =>
    Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0]!)
  expect(await value('journal_mode')).toEqual(['wal'])
  expect(await value('synchronous')).toEqual([2])
  expect(await value('foreign_keys')).toEqual([1])
  await closeStore(store)
})

test('a file that another program holds is waited for, then locked; the event loop goes on meanwhile', async () => {
  const store = await openStore(file('a.db'), { patience: { lock: 800 } })
  const other = new Database(file('a.db'))
  other.exec('begin immediate')
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 10)
  await expect(saveResolution(store, RESOLUTION)).rejects.toMatchObject({ code: 'locked' })
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(1)
  expect(await listStored(store)).toEqual([])
  other.exec('rollback')
  other.close()
  await saveResolution(store, RESOLUTION)
  expect(await listStored(store)).toHaveLength(1)
  await closeStore(store)
})

test('a full database is told as such, and what was being written is not half there', async () => {
  const store = await openStore(file('a.db'))
  const { sql } = await import('kysely')
  await sql`pragma max_page_count = 60`.execute(store.db)
  const titles = { fr: 'x'.repeat(400_000) }
  await expect(saveResolution(store, { ...RESOLUTION, titles })).rejects.toMatchObject({ code: 'full' })
  expect(await listStored(store)).toEqual([])
  await saveResolution(store, RESOLUTION)
  expect((await doctor(store)).problems).toEqual([])
  await closeStore(store)
})

test('a file or folder that may not be written to is read-only', async () => {
  await closeStore(await openStore(file('a.db')))
  chmodSync(file('a.db'), 0o444)
  mkdirSync(file('closed'))
  chmodSync(file('closed'), 0o555)
  chmodSync(folder, 0o755)
  // Root may write everywhere, so it becomes nobody for a while.
  const root = process.getuid?.() === 0
  if (root) process.seteuid?.(65534)
  try {
    await expect(openStore(file('a.db'))).rejects.toMatchObject({ code: 'read-only' })
    await expect(openStore(file('closed/b.db'))).rejects.toMatchObject({ code: 'read-only' })
  } finally {
    if (root) process.seteuid?.(0)
  }
})

test('before a store with something in it is brought up to date, a copy of it is kept beside it', async () => {
  const store = await openStore(file('a.db'))
  await saveResolution(store, RESOLUTION)
  await closeStore(store)
  const next = await openStore(file('a.db'), { migrations: stepsWith(1) })
  expect(next.migrated).toEqual({
    from: MIGRATIONS.length,
    to: MIGRATIONS.length + 1,
    backup: file(`a.db.before-${String(MIGRATIONS.length + 1).padStart(4, '0')}`),
  })
  await closeStore(next)
  const copy = await openStore(next.migrated.backup!)
  expect(await listStored(copy)).toHaveLength(1)
  await closeStore(copy)
})

test.each([
  ['a.db', 'sqlite', path.resolve('a.db')],
  ['file:/tmp/a.db', 'sqlite', '/tmp/a.db'],
  ['file:///tmp/a.db', 'sqlite', '/tmp/a.db'],
  ['postgres://u:secret@h:1/d', 'postgres', 'h:1/d'],
  ['postgresql://h/d?schema=s&sslmode=disable', 'postgres', 'h/d'],
])('the address %s is %s %s', (address, kind, shown) => {
  const parsed = parseAddress(address)
  expect([parsed.kind, parsed.kind === 'sqlite' ? parsed.file : parsed.shown]).toEqual([kind, shown])
})

test.each(['', 'mysql://h/d', 'postgres://h/d?schema=A"b', 'postgres://['])(
  'the address %s is refused',
  (address) => {
    expect(() => parseAddress(address)).toThrow(expect.objectContaining({ code: 'address' }))
  },
)

test.each([
  ['57P01', 'away'],
  ['57014', 'slow'],
  ['55P03', 'locked'],
  ['28P01', 'refused'],
  ['3D000', 'refused'],
  ['53100', 'full'],
  ['25006', 'read-only'],
  ['XX001', 'damaged'],
  ['ENOTFOUND', 'away'],
])('the server’s %s is %s, without its password', (code, expected) => {
  const address = parseAddress('postgres://u:secret@h/d')
  const error = translate(address, Object.assign(new Error('x'), { code }))
  expect(error).toMatchObject({ code: expected, detail: 'h/d' })
  expect(String(error)).not.toContain('secret')
})

test('only what may be over later is worth another attempt', () => {
  expect(isPassing(new StoreError('away'))).toBe(true)
  expect(isPassing(new StoreError('newer'))).toBe(false)
})
