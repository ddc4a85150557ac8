import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeTasks, type BatchOptions } from '../../../cli/batch/make-tasks'
import { hashOf, writeRecord } from '../../../cli/batch/result-record'
import { UsageError } from '../../../cli/usage-error'
import type { Embed } from '../../../core/model'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../../..')
const home = process.env.XDG_CACHE_HOME
let folder = ''
let pair = { pivot: '', other: '', out: '' }
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-tasks-'))
  process.env.XDG_CACHE_HOME = path.join(folder, 'home')
  const [pivot = '', other = '', out = ''] = ['fr.txt', 'en.txt', 'out'].map((name) =>
    path.join(folder, name),
  )
  pair = { pivot, other, out }
  writeFileSync(pivot, 'chat\nmer\nloi')
  writeFileSync(other, 'sea\nlaw\ncat')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  if (home === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = home
})

/** A tiny model of sentences: a word and its translation have one direction. */
const embed: Embed = async (texts) =>
  texts.map((text) =>
    Float32Array.from(['chat cat', 'mer sea', 'loi law'], (words) => Number(words.split(' ').includes(text))),
  )

const optionsWith = (embeddings: BatchOptions['embeddings']): BatchOptions => ({
  root,
  program: 'test',
  languages: ['fr', 'en'],
  unit: 'line',
  format: 'json',
  locale: null,
  embeddings,
  terms: null,
  force: false,
})

function start(embeddings: BatchOptions['embeddings'], own: Embed | Error = embed) {
  const open = jest.fn(async () => {
    if (own instanceof Error) throw own
    return own
  })
  return { open, tasks: makeTasks(optionsWith(embeddings), () => ({}), open) }
}

function textOf(data: Uint8Array): string {
  return new TextDecoder().decode(data)
}

test('the model is opened once, from its folder, and its vectors are among the reasons', async () => {
  const { open, tasks } = start({ folder: 'a model', state: '1' })
  await tasks.look(pair)
  const made = [await tasks.align(pair), await tasks.align(pair)]
  expect(open.mock.calls).toEqual([['a model']])
  expect(made[0]).toEqual(made[1])
  expect(textOf(made[0]!.data)).toContain('"vectors"')
})

test('without a folder no model is opened', async () => {
  const { open, tasks } = start(null)
  await tasks.look(pair)
  expect(textOf((await tasks.align(pair)).data)).not.toContain('"vectors"')
  expect(open).not.toHaveBeenCalled()
})

test('the fingerprint changes with the state of the model, and an output is current for that state only', async () => {
  const states = [null, '1', '2'].map((state) => (state === null ? null : { folder: 'a model', state }))
  const made = await Promise.all(states.map((state) => start(state).tasks.align(pair)))
  expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  const { data, fingerprint, units } = made[1]!
  writeFileSync(pair.out, data)
  const place = path.join(folder, 'program')
  await writeRecord(place, pair.out, { fingerprint, output: hashOf(data), units })
  const looks = states.map((state) =>
    makeTasks(
      { ...optionsWith(state), root: place },
      () => ({}),
      async () => embed,
    ).look(pair),
  )
  expect((await Promise.all(looks)).map(({ current }) => current)).toEqual([false, true, false])
})

test('a model that does not open fails the first look already', async () => {
  const { tasks } = start(
    { folder: 'a model', state: '3' },
    new UsageError('a model', 'the model fails: bad'),
  )
  await expect(tasks.look(pair)).rejects.toThrow('a model: the model fails: bad')
})
