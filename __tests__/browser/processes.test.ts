import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const data = mkdtempSync(path.join(tmpdir(), 'concordance-processes-'))
let server: ChildProcess
let url = ''

function start(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'cli/serve.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', HOST: '127.0.0.1', PORT: '0', CONCORDANCE_DATA: data, ...env },
  })
}

function written(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('exit', () => resolve(text))
  })
}

/** Each request by a connection of its own, so that now one process answers and now another. */
function status(address: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(address, { agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', () => resolve(0))
  })
}

function processesOf(parent: number): number[] {
  try {
    return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
      .split(' ')
      .map(Number)
      .filter(Boolean)
  } catch {
    return []
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it never came to that')
}

beforeAll(async () => {
  server = start({ CONCORDANCE_PROCESSES: '3' })
  await new Promise<void>((resolve) =>
    server.stdout?.on('data', (chunk: Buffer) => {
      url = /http:\S+/u.exec(chunk.toString())?.[0] ?? url
      if (url !== '') resolve()
    }),
  )
})

afterAll(() => {
  server.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

test('a comparison that one process holds is found whichever answers', async () => {
  const form = new FormData()
  for (const language of ['fr', 'en'])
    form.append(
      'file',
      new Blob([readFileSync(path.join(root, 'corpus/A-RES-76-299', `${language}.txt`))]),
      `${language}.txt`,
    )
  const made = await fetch(`${url}/fr/compare/new`, { method: 'POST', headers: { origin: url }, body: form })
  const address = /compare\/[0-9a-f-]+/u.exec(await made.text())?.[0]
  expect(address).toMatch(/^compare\/[123]-/u)
  const all = await Promise.all(Array.from({ length: 9 }, () => status(`${url}/fr/${address}`)))
  expect(all).toEqual(Array.from({ length: 9 }, () => 200))
  expect(await status(`${url}/fr/compare/9-0`)).toBe(404)
})

test('readers who take their time do not keep others waiting', async () => {
  // Each asks for a page and reads none of it: more of them than pages are made at a time, in all processes together.
  const slow = await Promise.all(
    Array.from(
      { length: 24 },
      () =>
        new Promise<net.Socket>((resolve) => {
          const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () => {
            socket.pause()
            socket.write(
              'GET /fr/r/A-RES-76-299?v=fr,ar,zh,en,ru,es HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n\r\n',
            )
            resolve(socket)
          })
        }),
    ),
  )
  const pages = await Promise.all(
    Array.from({ length: 6 }, () =>
      fetch(`${url}/fr/r/A-RES-76-299?v=fr,en`, { headers: { accept: 'text/html' } }),
    ),
  )
  expect(pages.map((page) => page.status)).toEqual([200, 200, 200, 200, 200, 200])
  for (const page of pages) expect(await page.text()).toContain('id="op7"')
  for (const socket of slow) socket.destroy()
})

test('a process that is killed is begun anew, and the others answer meanwhile', async () => {
  const before = processesOf(server.pid!)
  expect(before).toHaveLength(3)
  process.kill(before[1]!, 'SIGKILL')
  await until(() => !processesOf(server.pid!).includes(before[1]!))
  expect(await status(`${url}/fr`)).toBe(200)
  await until(() => processesOf(server.pid!).length === 3)
  expect(await status(`${url}/fr`)).toBe(200)
})

test('an address that is taken, and a number that is none, are told in one line', async () => {
  const port = new URL(url).port
  const taken = await written(start({ PORT: port, CONCORDANCE_PROCESSES: '2' }))
  expect(taken.split('\n').filter((line) => line.startsWith('concordance: '))).toEqual([
    `concordance: 127.0.0.1:${port}: another program listens there; choose another with PORT=…`,
  ])
  expect(await written(start({ CONCORDANCE_PROCESSES: 'x' }))).toBe(
    "concordance: CONCORDANCE_PROCESSES: 'x' is not a number from 1 to 99\n",
  )
})

test('all end when the server is asked to', async () => {
  const before = processesOf(server.pid!)
  const code = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  expect(await code).toBe(0)
  expect(processesOf(server.pid!)).toEqual([])
  expect(before.filter((pid) => isThere(pid))).toEqual([])
})

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
