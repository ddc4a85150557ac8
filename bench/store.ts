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
import { openLoop, percentile } from './store/open-loop'
import { serve } from './store/served'
import { makeSettlers, type Written } from './store/settlers'

/*
 * The built application under load: `npm run build && npm run bench:store -- [SECONDS]`. It is served on loopback with a store in a new file, and every page that is read later is read before, by several at once, so that its
 * processes have it as they have after a morning's work. Then 20 pages and 50 writes a second arrive for a minute at moments that the clock alone decides, while another process reads the same file all the time. Of ten pages seven show two
 * versions, two show three and one shows six, of both resolutions, in the six languages of the interface; a page counts as answered when its last byte is there. Of the writes half settle findings or
 * take that back, half confirm rows or take that back, each with the revision that was seen last; one in twenty comes from a page that is old and must be refused. Times run from the moment at which a
 * request was due; a write that finds everything being settled is held back, never sent, and counted apart. At the end every acknowledged write is looked up in the store, which must hold these and no others, and the store is looked through.
 */

const PAGES = 20
const WRITES = 50
const SECONDS = 60
const SLUGS = ['A-RES-76-299', 'A-RES-217(III)']
const LOCALES = ['fr', 'ar', 'zh', 'en', 'ru', 'es']
const SELECTIONS = ['fr,en', 'fr,ar', 'fr,zh', 'fr,ru', 'fr,es', 'fr,en', 'fr,ar', 'fr,en,es', 'fr,ar,zh', 'fr,ar,zh,en,ru,es'] // prettier-ignore

/** Before the load every page is read so many times, so many at once: enough for each process to have read most of them. */
const WARMING = 3
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
    return (await response.text()).includes('id="reading"') && response.status === 200
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
    const [pages, writes] = await Promise.all([
      openLoop(PAGES, seconds, (k) => readPage(`${served.url}${pageAddress(k)}`)),
      openLoop(WRITES, seconds, settlers.write),
    ])
    if (process.env.TRACE) (await import('node:fs')).writeFileSync('/tmp/look/trace.json', JSON.stringify({ seconds, pages, writes })) // TRACE
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
    const count = (kind: Written) => writes.filter(({ result }) => result === kind).length
    const times = (arrivals: readonly { readonly after: number }[]) => {
      const values = arrivals.map(({ after }) => after)
      return {
        'p50, ms': percentile(values, 0.5),
        'p95, ms': percentile(values, 0.95),
        'p99, ms': percentile(values, 0.99),
      }
    }
    const pageErrors = pages.filter(({ result }) => !result).length
    const writeErrors = count('error') + count('wrong')
    const sentWrites = writes.filter(({ result }) => result !== 'held back')
    console.table({
      pages: {
        sent: pages.length,
        'held back': 0,
        answered: pages.length - pageErrors,
        errors: pageErrors,
        ...times(pages),
      },
      writes: {
        sent: sentWrites.length,
        'held back': writes.length - sentWrites.length,
        answered: sentWrites.length - writeErrors,
        errors: writeErrors,
        ...times(sentWrites),
      },
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
    return (
      pageErrors + writeErrors + beside.failed + lost + strange + problems.length === 0 &&
      percentile(
        pages.map(({ after }) => after),
        0.95,
      ) < 300
    )
  } finally {
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

const [mode = '', file = ''] = process.argv.slice(2)
if (mode === 'load') process.stdout.write(String(await timeLoading()))
else if (mode === 'read') await readBeside(file)
else if (!(await bench(Number(mode) || SECONDS))) process.exitCode = 1
