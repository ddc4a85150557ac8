import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pick, seeded } from '../__tests__/support/random'

/*
 * The two drivers of SQLite that share one interface, side by side: `npx tsx bench/store-driver.ts [FOLDER]`. FOLDER holds the `node_modules` with better-sqlite3, which the program
 * does not use; a driver that is not at hand is told and left out. Each runs in a process of its own: 100,000 rows of 200 characters written in transactions of 1,000,
 * 2,000 transactions of one row (what a person's decision costs; the median), 100,000 reads by key, ten reads of everything, the most memory held, and 20 processes killed
 * with SIGKILL in the middle of transactions, after each of which every acknowledged row is looked for and the file is checked.
 */

/** What the two drivers have in common, as far as it is used here. */
interface Driver {
  exec(sql: string): unknown
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] }
  close(): unknown
}

const DRIVERS = ['libsql', 'better-sqlite3']
const ROWS = 100_000
const KILLS = 20
const TEXT = 'République française '.repeat(10).slice(0, 200)

function open(name: string, folder: string, file: string): Driver {
  const load = createRequire(path.join(path.resolve(folder), 'x.js'))
  const Database = load(name) as new (file: string) => Driver
  const database = new Database(file)
  database.prepare('pragma journal_mode = wal').all()
  database.exec('pragma synchronous = full')
  database.exec('create table if not exists t (id integer primary key, text text not null)')
  return database
}

function timed(work: () => unknown): number {
  const before = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - before) / 1e6
}

function measure(name: string, folder: string, file: string): object {
  const database = open(name, folder, file)
  const insert = database.prepare('insert into t (id, text) values (?, ?)')
  const inserts = timed(() => {
    for (let k = 0; k < ROWS; k += 1) {
      if (k % 1_000 === 0) database.exec('begin immediate')
      insert.run(k, TEXT)
      if (k % 1_000 === 999) database.exec('commit')
    }
  })
  const commits = Array.from({ length: 2_000 }, (_, k) => timed(() => insert.run(ROWS + k, TEXT)))
  const random = seeded(1)
  const one = database.prepare('select id, text from t where id = ?')
  const byKey = timed(() => {
    for (let k = 0; k < ROWS; k += 1) one.all(pick(random, ROWS))
  })
  const every = database.prepare('select id, text from t')
  const whole = timed(() => {
    for (let k = 0; k < 10; k += 1) every.all()
  })
  database.close()
  return {
    'inserts, ms': Math.round(inserts),
    'one commit, ms': Number(commits.sort((one, other) => one - other)[1_000]!.toFixed(3)),
    'read by key, µs': Number(((byKey * 1_000) / ROWS).toFixed(1)),
    'read of all, ms': Math.round(whole / 10),
    'most memory, MB': Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function writeForEver(name: string, folder: string, file: string): void {
  const database = open(name, folder, file)
  const last = database.prepare('select coalesce(max(id), -1) as id from t').all() as { id: number }[]
  const insert = database.prepare('insert into t (id, text) values (?, ?)')
  for (let id = last[0]!.id + 1; ; id += 10) {
    database.exec('begin immediate')
    for (let k = 0; k < 10; k += 1) insert.run(id + k, TEXT)
    database.exec('commit')
    process.stdout.write(`${id + 9}\n`)
  }
}

async function killOften(name: string, folder: string, file: string): Promise<string> {
  const random = seeded(7)
  let lost = 0
  let broken = 0
  for (let k = 0; k < KILLS; k += 1) {
    const child = spawn(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), 'write', name, folder, file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, pick(random, 120)))
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
    const acknowledged = Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1))
    const database = open(name, folder, file)
    const [found] = database.prepare('select max(id) as last, count(*) as count from t').all() as {
      last: number
      count: number
    }[]
    if (found!.last < acknowledged || found!.count !== found!.last + 1) lost += 1
    const [health] = database.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    if (health!.integrity_check !== 'ok') broken += 1
    database.close()
  }
  return `${lost} lost, ${broken} broken`
}

const [mode = '.', name = '', folder = '', file = ''] = process.argv.slice(2)
if (mode === 'measure') {
  process.stdout.write(JSON.stringify(measure(name, folder, file)))
} else if (mode === 'write') {
  writeForEver(name, folder, file)
} else {
  const own = fileURLToPath(import.meta.url)
  const table: Record<string, object> = {}
  for (const driver of DRIVERS) {
    const scratch = mkdtempSync(path.join(tmpdir(), 'store-driver-'))
    const place = driver === 'libsql' ? '.' : mode
    try {
      open(driver, place, path.join(scratch, 'try.db')).close()
      const figures = execFileSync(
        process.execPath,
        [...process.execArgv, own, 'measure', driver, place, path.join(scratch, 'measure.db')],
        { encoding: 'utf8' },
      )
      table[driver] = {
        ...(JSON.parse(figures) as object),
        [`${KILLS} kills`]: await killOften(driver, place, path.join(scratch, 'kill.db')),
      }
    } catch (error) {
      process.stderr.write(
        `${driver}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
      )
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  console.table(table)
}
