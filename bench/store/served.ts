import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

/** The built application, served to this machine alone. */
export interface Served {
  readonly url: string
  /** The most memory that its processes have held, each at its own time, in megabytes; null where the system does not tell. */
  readonly peak: () => number | null
  readonly stop: () => Promise<void>
}

/** Serves the application as `npm start` does, on a free port of loopback, with a store of its own in `data`. */
export async function serve(root: string, data: string): Promise<Served> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(root, 'cli/serve.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      CONCORDANCE_HOME: root,
      CONCORDANCE_DATA: data,
    },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes(`:${port}`)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    peak: () => peakOf(child.pid),
    stop: async () => {
      child.kill()
      await gone
    },
  }
}

function peakOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')
  const peaks = [String(pid), ...children.filter((child) => /^\d+$/u.test(child))].map((each) =>
    Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0),
  )
  return Math.round(peaks.reduce((sum, peak) => sum + peak, 0) / 1024)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
