import { spawn } from 'node:child_process'
import path from 'node:path'
import { sql } from 'kysely'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { doctor } from '../../store/doctor'
import type { Crash } from '../support/postgres-server'
import { pick, seeded } from '../support/random'
import { howMany } from '../support/thorough'
import { CHILD_ROWS, STEP_ROWS, stepsWith } from './kill-child'

const KILLS = howMany(20, 200)

/** So many work on one store at a time. */
const AT_ONCE = 4

/** Where what was told is found: by table, the key as it was told. */
const KEYS = {
  versions: sql`id`,
  alignments: sql`id`,
  decisions: sql`key || '.' || revision`,
  confirmations: sql`resolution || '.' || revision`,
  corrections: sql`resolution || '.' || revision`,
}

/** What a half state would be: each selects nothing from a whole store. */
const HALF = [
  sql`select resolution, language from versions where superseded_at is null group by 1, 2 having count(*) <> 1`,
  sql`select version from paragraphs group by 1 having count(*) <> ${CHILD_ROWS}`,
  sql`select id from versions where id not in (select version from paragraphs)`,
  sql`select id from alignments where (select count(*) from rows where alignment = alignments.id) <> ${CHILD_ROWS}`,
  sql`select id from alignments where (select count(*) from findings where alignment = alignments.id) <> 1`,
  sql`select id from alignments where (select count(*) from alignment_versions where alignment = alignments.id) <> 2`,
  sql`select scope, key from decisions group by 1, 2 having sum(current) <> 1 or max(revision) <> count(*)`,
  sql`select resolution, key from confirmations group by 1, 2 having sum(current) <> 1 or max(revision) <> count(*)`,
  sql`select key from decisions where current = 1 and exists (select 1 from decisions as later where later.key = decisions.key and later.revision > decisions.revision)`,
]

/** How the server is ended in a round, one after the other; in the others only its clients are killed. */
const CRASHES: readonly (Crash | null)[] = ['backend', null, 'immediate', null, 'all', null]

/**
 * Processes that migrate, import, align, decide, confirm and correct are killed at random moments, and with `crash` the server too: nothing that they had told is lost, and nothing is half there.
 */
export function describeKills(
  newAddress: () => string,
  crash: () => ((how: Crash) => Promise<void>) | null = () => null,
): void {
  test(
    `${KILLS} processes killed at random moments lose no acknowledged work`,
    async () => {
      const random = seeded(11)
      const address = newAddress()
      await closeStore(await openStore(address))
      const told: string[] = []
      const figures = { killed: 0, inMigration: 0, crashes: 0 }
      for (let round = 0; round < KILLS / AT_ONCE; round += 1) {
        // Every other round begins with a migration, in which half of them are killed.
        const more = Math.ceil(round / 2)
        const migrates = round % 2 === 1
        const work = Array.from({ length: AT_ONCE }, (_, k) =>
          killOne(address, `${round}.${k}`, more, pick(random, migrates && k % 2 === 0 ? 250 : 900)),
        )
        const how = CRASHES[round % CRASHES.length] ?? null
        const crashed = how === null ? null : crashSoon(crash(), how, pick(random, 600))
        const lines = await Promise.all(work)
        if ((await crashed) === true) figures.crashes += 1
        figures.killed += lines.length
        figures.inMigration += lines.filter((one) => migrates && !one.includes('opened')).length
        told.push(...lines.flat())
        const store = await openStore(address, { migrations: stepsWith(more) })
        await expectWhole(store, told, more)
        await closeStore(store)
      }
      const acknowledged = told.filter((line) => line.includes(' ')).length
      expect(acknowledged).toBeGreaterThan(KILLS)
      expect(figures.inMigration).toBeGreaterThan(0)
      if (howMany(0, 1) === 1)
        process.stdout.write(
          `${figures.killed} killed, ${figures.inMigration} of them before a migration had ended; ${figures.crashes} times the server as well; ${acknowledged} pieces of work acknowledged, none lost\n`,
        )
    },
    60_000 + KILLS * 10_000,
  )
}

async function expectWhole(store: Store, told: readonly string[], more: number): Promise<void> {
  expect((await doctor(store)).problems).toEqual([])
  for (const [table, key] of Object.entries(KEYS)) {
    const { rows } = await sql<{ key: string }>`select ${key} as key from ${sql.table(table)}`.execute(
      store.db,
    )
    const there = new Set(rows.map((row) => row.key))
    const keys = told.filter((line) => line.startsWith(`${table} `)).map((line) => line.split(' ')[1]!)
    expect(keys.filter((one) => !there.has(one))).toEqual([])
  }
  for (const half of HALF) expect((await half.execute(store.db)).rows).toEqual([])
  for (let k = 1; k <= more; k += 1) {
    const { rows } = await sql`select id from ${sql.table(`step${k}`)}`.execute(store.db)
    expect(rows).toHaveLength(STEP_ROWS)
  }
}

/** Crashes the server after so many milliseconds; false where it is not ours to crash. */
async function crashSoon(
  crash: ((how: Crash) => Promise<void>) | null,
  how: Crash,
  after: number,
): Promise<boolean> {
  if (crash === null) return false
  await new Promise((resolve) => setTimeout(resolve, after))
  await crash(how)
  return true
}

/** Lets one work for so many milliseconds, kills it, and gives the lines that it had told in full. */
async function killOne(
  address: string,
  name: string,
  more: number,
  after: number,
): Promise<readonly string[]> {
  const script = path.join(__dirname, 'kill-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, address, name, String(more)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')))
  const gone = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([gone, new Promise((resolve) => child.stdout.once('data', resolve))])
  await new Promise((resolve) => setTimeout(resolve, after))
  child.kill('SIGKILL')
  await gone
  if (child.signalCode !== 'SIGKILL') throw new Error(`${name} ended by itself: ${errors}`)
  return out.split('\n').slice(0, -1)
}
