import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runBatch } from '../../../cli/batch/run-batch'

jest.setTimeout(300_000)

const root = path.resolve(__dirname, '../../..')
const text = (language: string) => path.join(root, 'corpus/A-RES-76-299', `${language}.txt`)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-run-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Aligns two pairs, the same languages either way round, and gives the outputs and what a terminal would show. */
async function align(workers: number, signal = new AbortController().signal) {
  const pairs = [['fr', 'en'], ['en', 'fr']] // prettier-ignore
  const lines = pairs.map(([pivot = '', other = ''], k) => ({
    number: k + 1,
    pair: { pivot: text(pivot), other: text(other), out: path.join(folder, `${workers}-${k}`) },
  }))
  let shown = ''
  const fine = await runBatch(
    'list',
    lines,
    {
      root,
      program: 'test',
      languages: [undefined, undefined],
      unit: 'paragraph',
      format: 'json',
      locale: null,
      embeddings: null,
      terms: null,
      force: true,
    },
    {
      file: path.join(root, 'cli/concordance.mjs'),
      // Without a bundle the workers load the sources as they are.
      entry: null,
      workers,
      stderr: { isTTY: true, write: (more) => (shown += more) },
      signal,
    },
  )
  return { fine, shown, read: () => lines.map(({ pair }) => readFileSync(pair.out, 'utf8')) }
}

test('one worker and two give the same outputs, and the progress ends with all units', async () => {
  const [one, two] = [await align(1), await align(2)]
  expect(one.fine && two.fine).toBe(true)
  expect(two.read()).toEqual(one.read())
  for (const { shown } of [one, two]) {
    const [, total] = /\rAligning: 0 of (\d+) paragraphs/u.exec(shown)!
    expect(shown.endsWith(`\rAligning: ${total!} of ${total!} paragraphs\n`)).toBe(true)
  }
})

test('a batch that is aborted ends, tells of no line and writes nothing more', async () => {
  const controller = new AbortController()
  const ended = align(3, controller.signal)
  controller.abort()
  const { fine, shown, read } = await ended
  expect(fine).toBe(true)
  expect(shown).not.toContain('concordance:')
  expect(read).toThrow('no such file')
})
