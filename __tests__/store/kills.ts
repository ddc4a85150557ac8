import { spawn } from 'node:child_process'
import path from 'node:path'
import { sql } from 'kysely'
import { closeStore, openStore } from '../../store/database/open-store'
import { doctor } from '../../store/doctor'
import { pick, seeded } from '../support/random'
import { STEP_ROWS, stepsWith } from './kill-child'

/** How many processes are killed: 20, or as STORE_KILLS says. */
const KILLS = Number(process.env.STORE_KILLS ?? 20)

/** So many work on one store at a time. */
const AT_ONCE = 4

/** Where a key of what was told is found. */
const COLUMNS = { versions: 'id', decisions: 'key', confirmations: 'resolution', corrections: 'resolution' }

/** Processes that migrate, import, decide, confirm and correct are killed at random moments: nothing that they had told is lost, and nothing is half there. */
export function describeKills(newAddress: () => string): void {
  test(
    `${KILLS} processes killed at random moments lose no acknowledged work`,
    async () => {
      const random = seeded(11)
      const address = newAddress()
      await closeStore(await openStore(address))
      const told: string[] = []
      for (let round = 0; round < KILLS / AT_ONCE; round += 1) {
        // Every other round begins with a migration.
        const more = Math.ceil(round / 2)
        const lines = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, k) =>
            killOne(address, `${round}.${k}`, more, pick(random, 900)),
          ),
        )
        told.push(...lines.flat())
        const store = await openStore(address, { migrations: stepsWith(more) })
        expect((await doctor(store)).problems).toEqual([])
        for (const [table, column] of Object.entries(COLUMNS)) {
          const { rows } = await sql<{ key: string }>`
            select ${sql.ref(column)} as key from ${sql.table(table)}
          `.execute(store.db)
          const there = new Set(rows.map(({ key }) => key))
          const keys = told.filter((line) => line.startsWith(`${table} `)).map((line) => line.split(' ')[1]!)
          expect(keys.filter((key) => !there.has(key))).toEqual([])
        }
        for (let k = 1; k <= more; k += 1) {
          const { rows } = await sql`select id from ${sql.table(`step${k}`)}`.execute(store.db)
          expect(rows).toHaveLength(STEP_ROWS)
        }
        await closeStore(store)
      }
      expect(told.filter((line) => line.includes(' ')).length).toBeGreaterThan(KILLS)
    },
    60_000 + KILLS * 10_000,
  )
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
