import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadShippedCorpus } from '../jobs/load-shipped'
import { closeStore, openStore } from '../store/database/open-store'
import { currentDecisions } from '../store/decisions'
import { doctor } from '../store/doctor'
import { readResolution } from '../store/read-resolution'
import { openLoop, percentile, type Arrival } from './store/open-loop'
import { serve } from './store/served'
import { makeSettlers, type Written } from './store/settlers'

/*
 * The built application under load: `npm run build && npm run bench:store -- [SECONDS]`. It is served on loopback with a store in a new file. Every page that is read later is read before, by several at once, so that
 * each process has it in memory. Then 20 pages and 50 writes a second arrive at moments that the clock alone decides, for ten seconds in which the server finds its pace and for a minute that counts, while another process
 * reads the same file. Of ten pages seven show two versions, two show three and one shows six, of both resolutions, in the six languages of the interface, asked for as browsers do; a page counts as answered when its
 * last byte is there. Of the writes half settle findings or take that back, half confirm rows or take that back, each with the revision that was seen last; one in twenty comes from a page that is old and must be
 * refused. Times run from the moment at which a request was due; a write that finds everything being settled is held back, never sent, and counted apart. At the end every acknowledged write is looked up in the store,
 * which must hold these and no others, and the store is looked through. Ends with 1 where anything failed, in the first seconds too, or p95 of a page is not under 300 ms in the minute.
 */

const PAGES = 20
const WRITES = 50
const SECONDS = 60
const SLUGS = ['A-RES-76-299', 'A-RES-217(III)']
const LOCALES = ['fr', 'ar', 'zh', 'en', 'ru', 'es']
const SELECTIONS = ['fr,en', 'fr,ar', 'fr,zh', 'fr,ru', 'fr,es', 'fr,en', 'fr,ar', 'fr,en,es', 'fr,ar,zh', 'fr,ar,zh,en,ru,es'] // prettier-ignore

/** Seconds of the same load before those that are measured, told apart: a server that has just begun runs code that is not compiled yet, at several times the cost. */
const LEAD = 10

/** Before the load every page is read so many times, so many at once: enough for each process to have read most of them. */
const WARMING = 2
const AT_ONCE = 6

/** Pages that differ. */
const DIFFERENT = 120

/** Milliseconds between two readings of the other process. */
const PAUSE = 250

const own = fileURLToPath(import.meta.url)
const root = path.dirname(path.dirname(own))
const child = (...args: readonly string[]) => [...process.execArgv, own, ...args]

/** The address of the page of this number; any ten in a row have the ten selections, any 120 (`DIFFERENT`) every resolution and language. */
function pageAddress(number: number): string {
  const slug = SLUGS[Math.floor(number / 10) % SLUGS.length]
  const locale = LOCALES[Math.floor(number / 20) % LOCALES.length]
  return `/${locale}/r/${slug}?v=${SELECTIONS[number % SELECTIONS.length]}`
}

async function readPage(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    // Its bytes as they come: what a browser makes of them costs the server nothing.
    return Buffer.from(await response.arrayBuffer()).includes('id="reading"') && response.status === 200
  } catch {
    return false
  }
}

/** Milliseconds that the shipped corpus takes to come into a new store. */
async function timeLoading(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-load-'))
  try {
    const before = performance.now()
    const store = await openStore(path.join(folder, 'new.db'))
    await loadShippedCorpus(store, root, 'bench')
    const time = performance.now() - before
    await closeStore(store)
    return Math.round(time)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads until the standard input ends; prints how often, and how many readings failed or went back in time. */
async function readBeside(file: string): Promise<void> {
  let on = true
  process.stdin.on('end', () => (on = false)).resume()
  const store = await openStore(file)
  await readResolution(store, SLUGS[0]!, { languages: ['fr', 'en'] })
  process.stdout.write('\n')
  const figures = { readings: 0, failed: 0 }
  let last = 0
  while (on) {
    try {
      await readResolution(store, SLUGS[figures.readings % 2]!, { languages: ['fr', 'en'] })
      await currentDecisions(store)
      const { revision } = await store.reads
        .selectFrom('decisions')
        .select((is) => is.fn.countAll<number>().as('revision'))
        .executeTakeFirstOrThrow()
      if (revision < last) figures.failed += 1
      last = revision
    } catch {
      figures.failed += 1
    }
    figures.readings += 1
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  await closeStore(store)
  process.stdout.write(JSON.stringify(figures))
}

async function bench(seconds: number): Promise<boolean> {
  const loading = Number(execFileSync(process.execPath, child('load'), { encoding: 'utf8' }))
  const data = mkdtempSync(path.join(tmpdir(), 'bench-store-'))
  const file = path.join(data, 'concordance.db')
  const served = await serve(root, data)
  try {
    for (let round = 0; round < WARMING; round += 1)
      for (let k = 0; k < DIFFERENT; k += AT_ONCE)
        await Promise.all(
          Array.from({ length: AT_ONCE }, async (_, own) => {
            const address = pageAddress(k + own)
            if (!(await readPage(served.url + address))) throw new Error(`${address} cannot be read`)
          }),
        )
    const store = await openStore(file)
    const settlers = await makeSettlers(served.url, store, SLUGS)
    const reader = spawn(process.execPath, child('read', file), { stdio: ['pipe', 'pipe', 'inherit'] })
    let told = ''
    const begun = new Promise((resolve) => reader.stdout.once('data', resolve))
    reader.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')))
    const readerGone = new Promise((resolve) => reader.once('close', resolve))
    await begun
    const began = store.now()
    const load = async (time: number, from: number) => {
      const [pages, writes] = await Promise.all([
        openLoop(PAGES, time, (k) => readPage(`${served.url}${pageAddress(from * PAGES + k)}`)),
        openLoop(WRITES, time, (k) => settlers.write(from * WRITES + k)),
      ])
      return { pages, writes }
    }
    const first = await load(LEAD, 0)
    const { pages, writes } = await load(seconds, LEAD)
    reader.stdin.end()
    await readerGone
    const beside = JSON.parse(told) as { readonly readings: number; readonly failed: number }
    const { lost, strange } = await settlers.lookUp(store)
    const { problems } = await doctor(store)
    const { made } = await store.db
      .selectFrom('alignments')
      .select((is) => is.fn.countAll<number>().as('made'))
      .where('made_at', '>', began)
      .executeTakeFirstOrThrow()
    await closeStore(store)
    const all = [...first.writes, ...writes]
    const count = (kind: Written) => all.filter(({ result }) => result === kind).length
    const times = (arrivals: readonly { readonly after: number }[]) => {
      const values = arrivals.map(({ after }) => after)
      return {
        'p50, ms': percentile(values, 0.5),
        'p95, ms': percentile(values, 0.95),
        'p99, ms': percentile(values, 0.99),
      }
    }
    const pagesLine = (arrivals: readonly Arrival<boolean>[]) => {
      const errors = arrivals.filter(({ result }) => !result).length
      return {
        sent: arrivals.length,
        'held back': 0,
        answered: arrivals.length - errors,
        errors,
        ...times(arrivals),
      }
    }
    const writesLine = (arrivals: readonly Arrival<Written>[]) => {
      const sent = arrivals.filter(({ result }) => result !== 'held back')
      const errors = sent.filter(({ result }) => result === 'error' || result === 'wrong').length
      return {
        sent: sent.length,
        'held back': arrivals.length - sent.length,
        answered: sent.length - errors,
        errors,
        ...times(sent),
      }
    }
    const lines = {
      [`pages, the first ${LEAD} s`]: pagesLine(first.pages),
      [`writes, the first ${LEAD} s`]: writesLine(first.writes),
      pages: pagesLine(pages),
      writes: writesLine(writes),
    }
    console.table({
      ...lines,
      'another process’s readings': {
        sent: beside.readings,
        answered: beside.readings - beside.failed,
        errors: beside.failed,
      },
    })
    console.table({
      'writes kept': count('kept'),
      'writes refused, as their page was old': count('conflict'),
      'alignments made anew, for confirmed rows': made,
      'lost updates': lost,
      'updates that nobody made': strange,
      'problems that doctor finds': problems.length,
      'most memory of the server, MB': served.peak() ?? '–',
      'shipped corpus into a new store, ms': loading,
      cores: cpus().length,
    })
    const errors = Object.values(lines).reduce((sum, line) => sum + line.errors, 0)
    return errors + beside.failed + lost + strange + problems.length === 0 && lines.pages!['p95, ms'] < 300
  } finally {
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

const [mode = '', file = ''] = process.argv.slice(2)
if (mode === 'load') process.stdout.write(String(await timeLoading()))
else if (mode === 'read') await readBeside(file)
else if (!(await bench(Number(mode) || SECONDS))) process.exitCode = 1
