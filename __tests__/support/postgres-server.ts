import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { howMany } from './thorough'

/** A PostgreSQL for tests: its address, and how it is given back. */
export interface TestServer {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends the server as it is and starts it again, as an operator would; null for a server that is not ours. */
  readonly restart: ((between: () => Promise<void>) => Promise<void>) | null
  /** Ends it as no operator would, and starts it again where it does not by itself; null for a server that is not ours. */
  readonly crash: ((how: Crash) => Promise<void>) | null
}

/** `backend`: one process that works for a client is killed, whereupon the server throws all others out and recovers. `immediate`: the server drops everything, as `pg_ctl stop -m immediate` makes it. `all`: every process of it is killed. */
export type Crash = 'backend' | 'immediate' | 'all'

/** Where Debian puts the programs, the newest version last. */
const PLACES = '/usr/lib/postgresql'

/** The folder with `postgres` and `initdb`, or null where there is none. */
export function findPostgres(): string | null {
  if (!existsSync(PLACES)) return null
  const folders = readdirSync(PLACES)
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => path.join(PLACES, version, 'bin'))
  return folders.findLast((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

/** The server that TEST_DATABASE_URL names, or one of our own on loopback in a temporary folder, which no root may run; null where there is neither. */
export async function startPostgres(): Promise<TestServer | null> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined) return { url: given, stop: async () => undefined, restart: null, crash: null }
  const bin = findPostgres()
  if (bin === null) return null
  const who = unprivileged()
  const folder = mkdtempSync(path.join(tmpdir(), 'concordance-postgres-'))
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid!)
  const options = { ...who, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  const data = path.join(folder, 'data')
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'concordance', '-E', 'UTF8', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const port = await freePort()
  const url = `postgres://concordance@127.0.0.1:${port}/postgres`
  // What is killed loses nothing that the system has; only the thorough run pays for the disk as well.
  const fsync = howMany(0, 1) === 1 ? 'on' : 'off'
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), '-c', `fsync=${fsync}`],
      { ...options, stdio: 'ignore' },
    )
    // After a crash the processes of the one before may hold its memory for a moment.
    return (await answers(url, child)) ? child : start()
  }
  let child = await start()
  return {
    url,
    stop: async () => {
      await end(child)
      rmSync(folder, { recursive: true, force: true })
    },
    restart: async (between) => {
      await end(child)
      await between()
      child = await start()
    },
    crash: async (how) => {
      if (how === 'backend') {
        await killBackend(url)
        if (!(await answers(url, child))) throw new Error('postgres ended')
        return
      }
      const others = how === 'all' ? childrenOf(child.pid!) : []
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(how === 'all' ? 'SIGKILL' : 'SIGQUIT')
      for (const pid of others) killIfThere(pid)
      await gone
      child = await start()
    },
  }
}

/** Kills the process of a client that is at work, if there is one. */
async function killBackend(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(`
      select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
      order by state = 'idle', query_start desc limit 1
    `)
    if (rows[0] !== undefined) killIfThere(rows[0].pid)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && parentOf(name) === pid)
    .map(Number)
}

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

/** Users by number where we are root: Debian's own for the server, else nobody. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  try {
    const number = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return { uid: 65534, gid: 65534 }
  }
}

/** Fast shutdown: connections are cut. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await gone
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** False where it ended instead, since the one before is not gone yet. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    if (child.exitCode !== null) return false
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('postgres does not answer')
}
