import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL for tests: its address, and how it is given back. */
export interface TestServer {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends the server as it is and starts it again, as an operator would; null for a server that is not ours. */
  readonly restart: ((between: () => Promise<void>) => Promise<void>) | null
}

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
  if (given !== undefined) return { url: given, stop: async () => undefined, restart: null }
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
  const start = async () => {
    const child = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), '-c', 'fsync=off'],
      { ...options, stdio: 'ignore' },
    )
    await answers(url, child)
    return child
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

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
