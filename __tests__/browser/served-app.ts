import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

const root = path.resolve(__dirname, '../..')

/** The built application, served on a free port of this machine, and a browser with a profile of its own. */
export interface ServedApp {
  readonly url: string
  readonly browser: BrowserContext
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    const up = await fetch(url).then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the server does not answer')
}

/**
 * Serves the last build and opens a browser; throws where there is no build. `home` is the folder that holds the corpus: the project's own unless a
 * test brings another, `env` what else is set. The store is in a folder of its own, which goes with it.
 */
export async function serveApp(home = root, env: Readonly<Record<string, string>> = {}): Promise<ServedApp> {
  if (!existsSync(path.join(root, '.next/BUILD_ID'))) throw new Error('run `npm run build` first')
  const port = await freePort()
  const data = mkdtempSync(path.join(tmpdir(), 'concordance-data-'))
  const server = spawn(process.execPath, [path.join(root, 'cli/serve.mjs')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      CONCORDANCE_HOME: home,
      CONCORDANCE_DATA: data,
      ...env,
    },
  })
  const profile = mkdtempSync(path.join(tmpdir(), 'concordance-profile-'))
  const url = `http://127.0.0.1:${port}`
  try {
    await answers(`${url}/en`, server)
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: '/usr/bin/chromium',
      headless: true,
      acceptDownloads: true,
      viewport: { width: 1400, height: 900 },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    // Two of these work side by side, on a machine that may be busy.
    browser.setDefaultTimeout(60_000)
    const stop = async () => {
      await browser.close()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      if (server.exitCode === null && server.kill()) await ended
      for (const folder of [profile, data]) rmSync(folder, { recursive: true, force: true })
    }
    return { url, browser, stop }
  } catch (error) {
    server.kill()
    throw error
  }
}

/**
 * A folder with the shipped corpus in which the English version of 76/299 differs in a number, a date and an opening verb, so that there is something to
 * find.
 */
export function alteredCorpus(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordance-altered-'))
  cpSync(path.join(root, 'corpus'), path.join(folder, 'corpus'), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const [file, changes] of [
    [
      'en.txt',
      [
        ['proclaimed 2021', 'proclaimed 2020'],
        ['12 September', '13 September'],
        ['7. *Encourages*', '7. *Invites*'],
      ],
    ],
    [
      'zh.txt',
      [
        ['2021年', '2020年'],
        ['2030年', '2035年'],
      ],
    ],
  ] as const) {
    const name = path.join(folder, 'corpus/A-RES-76-299', file)
    const text = readFileSync(name, 'utf8')
    for (const [from] of changes) if (!text.includes(from)) throw new Error(`${file} does not say ${from}`)
    writeFileSync(
      name,
      changes.reduce((all, [from, to]) => all.replace(from, to), text),
    )
  }
  return folder
}
