import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPool } from '../../../cli/batch/start-pool'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-pool-'))
  // Answers with the pivot's name and what it was given before, or does what the name says.
  writeFileSync(
    path.join(folder, 'worker.mjs'),
    `import { parentPort } from 'node:worker_threads'
    let shared = ''
    parentPort.on('message', (message) => {
      if ('learned' in message) { shared = Object.keys(message.learned).join(); return }
      const { pivot } = message.input
      if (pivot === 'exit') process.exit(1)
      if (pivot === 'throw') throw new Error('two\\nlines')
      if (pivot === 'hang') for (;;);
      parentPort.postMessage(pivot === 'fail' ? { failure: 'bad' } : { result: pivot + shared })
    })`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const startHere = (size: number) => startPool({ file: path.join(folder, 'worker.mjs'), data: null }, size)
const pair = (pivot: string) => ({ pivot, other: '', out: '' })

test.each([1, 2, 5])(
  '%i workers: each task gets its own answer, and one whose worker ends fails alone',
  async (size) => {
    const pool = startHere(size)
    const names = ['a', 'exit', 'b', 'throw', 'fail', 'c']
    const results = await Promise.all(
      names.map((name) => pool.run('look', pair(name)).catch((error: Error) => error.message)),
    )
    expect(results).toEqual([
      'a',
      'internal: worker thread: it ended',
      'b',
      'internal: worker thread: two lines',
      'bad',
      'c',
    ])
    await pool.stop()
  },
)

test('what is shared reaches running workers and later ones', async () => {
  const pool = startHere(1)
  expect(await pool.run('look', pair('a'))).toBe('a')
  pool.share({ '-fr': [] })
  expect(await pool.run('look', pair('b'))).toBe('b-fr')
  await expect(pool.run('look', pair('exit'))).rejects.toThrow('worker thread')
  expect(await pool.run('look', pair('c'))).toBe('c-fr')
  await pool.stop()
})

test('stopping ends busy workers and fails what waits', async () => {
  const pool = startHere(1)
  const results = Promise.allSettled(['hang', 'a'].map((name) => pool.run('look', pair(name))))
  await pool.stop()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(pool.run('look', pair('b'))).rejects.toThrow('stopped')
})
