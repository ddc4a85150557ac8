import path from 'node:path'
import { readFileSync } from 'node:fs'
import { importFile } from '../../../core/pipeline'
import { startGuard, type Guard } from '../../../jobs/guard/start-guard'

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
  const guard = await start(2, { time: 5000, memory: 1024, idle: 20_000 })
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
  const guard = await start(1, { time: 60_000, memory: 32, idle: 20_000 })
  await expect(guard.read(HUGE, { name: 'huge.txt', language: 'fr' })).rejects.toMatchObject({
    code: 'too-large',
    detail: '32 MB',
  })
  expect((await guard.read(french, { name: 'fr.txt' })).versions).toHaveLength(1)
}, 60_000)

test('who waits for a turn is not late because of it', async () => {
  const guard = await start(1, { time: 5000, memory: 1024, idle: 20_000 })
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
