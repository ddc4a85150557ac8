import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UsageError } from '../../cli/usage-error'
import { writeChunks } from '../../cli/write-output'
import type { ExportChunks } from '../../core/model'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function* chunksOf(count: number, fails = false): ExportChunks {
  for (let k = 0; k < count; k += 1)
    yield k % 2 === 0 ? `${k};`.padEnd(20_000) : new TextEncoder().encode(`${k};`)
  if (fails) throw new UsageError('text', 'cannot be made')
  return [{ code: 'gaps', count: 3 }]
}

test('all pieces are written in order, and what the file does not hold is given back', async () => {
  const file = path.join(folder, 'a')
  expect(await writeChunks(chunksOf(200), file)).toEqual([{ code: 'gaps', count: 3 }])
  const numbers = readFileSync(file, 'utf8')
    .match(/\d+(?=;)/gu)!
    .map(Number)
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, k) => k))
})

test('where the text cannot be made to its end, the file stays as it was and nothing is left beside it', async () => {
  const file = path.join(folder, 'a')
  writeFileSync(file, 'before')
  await expect(writeChunks(chunksOf(50, true), file)).rejects.toThrow('text: cannot be made')
  expect(readFileSync(file, 'utf8')).toBe('before')
  expect(readdirSync(folder)).toEqual(['a'])
})

test.each([
  ['absent/a', 'no such file'],
  ['', 'this is a folder, not a file'],
])('a place that cannot be written to is an error in words: %j', async (name, reason) => {
  await expect(writeChunks(chunksOf(200), path.join(folder, name))).rejects.toThrow(reason)
  expect(readdirSync(folder)).toEqual([])
})
