import path from 'node:path'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import os from 'node:os'
import { importFile } from '../../../core/pipeline'
import { alignHere } from '../../../jobs/aligning'
import { loadKnowledge } from '../../../jobs/corpus'
import { startGuard, type Guard } from '../../../jobs/guard/start-guard'

// A thread takes a second to begin, more on a busy machine.
jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../../..')
const french = new Uint8Array(readFileSync(path.join(root, 'corpus/A-RES-76-299/fr.txt')))

/** Text that takes seconds to read, and hundreds of megabytes while it is read. */
const HUGE = new TextEncoder().encode(
  Array.from({ length: 400_000 }, (_, k) => `${k}. Décide de rester saisie de la question ${k * 7} ;`).join(
    '\n\n',
  ),
)

const open: Guard[] = []
async function start(
  ...more: Parameters<typeof startGuard> extends [string, string, ...infer R] ? R : never
) {
  const guard = await startGuard(root, root, ...more)
  open.push(guard)
  return guard
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((guard) => guard.stop()))
})

test('a file is read as without a guard', async () => {
  const guard = await start(1)
  expect(await guard.read(french, { name: 'fr.txt' })).toEqual(await importFile(french, { name: 'fr.txt' }))
})

test('what cannot be read is told with its own code and detail', async () => {
  const guard = await start(1)
  await expect(guard.read(new Uint8Array(), { name: 'a.txt' })).rejects.toMatchObject({
    name: 'InputError',
    code: 'empty',
  })
})

test('a file that takes too long is ended from outside, others are read before and after it, and the program goes on meanwhile', async () => {
  const guard = await start(2, { time: 5000, memory: 1024, idle: 20_000, yields: false })
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 5)
  const slow = guard.read(HUGE, { name: 'huge.txt', language: 'fr' })
  const quick = guard.read(french, { name: 'fr.txt' })
  await expect(slow).rejects.toMatchObject({ code: 'timeout', detail: '5 s' })
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(20)
  expect((await quick).versions[0]?.version.symbol).toBe('A/RES/76/299')
  expect((await guard.read(french, { name: 'fr.txt' })).versions).toHaveLength(1)
}, 30_000)

test('a file that takes too much memory is ended, and the next one is read', async () => {
  const guard = await start(1, { time: 60_000, memory: 32, idle: 20_000, yields: false })
  await expect(guard.read(HUGE, { name: 'huge.txt', language: 'fr' })).rejects.toMatchObject({
    code: 'too-large',
    detail: '32 MB',
  })
  expect((await guard.read(french, { name: 'fr.txt' })).versions).toHaveLength(1)
}, 60_000)

test('who waits for a turn is not late because of it', async () => {
  const guard = await start(1, { time: 5000, memory: 1024, idle: 20_000, yields: false })
  const first = guard.read(HUGE, { name: 'huge.txt', language: 'fr' })
  const second = guard.read(french, { name: 'fr.txt' })
  await expect(first).rejects.toMatchObject({ code: 'timeout' })
  expect((await second).versions).toHaveLength(1)
}, 30_000)

test('whoever goes away ends the reading', async () => {
  const guard = await start(1)
  const gone = new AbortController()
  const reading = guard.read(HUGE, { name: 'huge.txt', language: 'fr' }, gone.signal)
  setTimeout(() => gone.abort(new Error('gone')), 300)
  await expect(reading).rejects.toThrow('gone')
  expect((await guard.read(french, { name: 'fr.txt' })).versions).toHaveLength(1)
}, 30_000)

test('aligning and checking give what the pipeline gives, and a confirmed row stays', async () => {
  const guard = await start(1)
  const knowledge = await loadKnowledge(root)
  const english = await readFile(path.join(root, 'corpus/A-RES-76-299/en.txt'))
  const versions = await Promise.all(
    [french, english].map(async (bytes) => (await importFile(bytes, { name: 'a.txt' })).versions[0]!.version),
  )
  const here = alignHere(knowledge)
  const aligned = await guard.align(versions, 'fr')
  expect(aligned).toEqual(await here.align(versions, 'fr'))
  const [first, second, ...rest] = aligned.rows
  const joined = {
    ...first!,
    cells: { fr: first!.cells.fr!, en: [...first!.cells.en!, ...second!.cells.en!] },
  }
  const alignment = {
    ...aligned,
    rows: [joined, { ...second!, cells: { ...second!.cells, en: [] } }, ...rest],
  }
  const check = await guard.compare(alignment)
  expect(check).toEqual(await here.compare(alignment))
  expect(check.rows[0]!.cells.en).toEqual(joined.cells.en)
  const sentences = await guard.split(check)
  expect(sentences).toEqual(await here.split(check))
  expect(sentences.rows[0]!.id).toBe(`${check.rows[0]!.id}.1`)
}, 60_000)

test('on Linux a thread that is to yield has a lower priority than who answers', async () => {
  if (process.platform !== 'linux') return
  const guard = await start(1, { time: 60_000, memory: 1024, idle: 20_000, yields: true })
  await guard.read(french, { name: 'fr.txt' })
  const nices = (await readdir('/proc/self/task')).map(async (task) => {
    const stat = await readFile(`/proc/self/task/${task}/stat`, 'utf8').catch(() => '')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
  })
  const all = await Promise.all(nices)
  expect(Math.max(...all)).toBeGreaterThan(os.getPriority())
  expect(all.filter((nice) => nice === os.getPriority()).length).toBeGreaterThan(0)
})
