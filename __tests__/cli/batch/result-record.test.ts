import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fingerprintOf, hashOfFile, readRecords, writeRecord } from '../../../cli/batch/result-record'

let folder = ''
const home = process.env.XDG_CACHE_HOME
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-record-'))
  process.env.XDG_CACHE_HOME = path.join(folder, 'home')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  if (home === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = home
})

const record = { fingerprint: 'f', output: 'o', units: 12 }

test('gives back what was written, of that output only', async () => {
  await writeRecord(folder, 'a.json', record)
  expect(await readRecords(folder, path.resolve('a.json'))).toEqual([record])
  expect(await readRecords(folder, 'b.json')).toEqual([])
})

test("keeps records in the user's own cache where the program's folder cannot be written to", async () => {
  writeFileSync(path.join(folder, 'node_modules'), 'a file where a folder would be')
  await writeRecord(folder, 'a.json', record)
  expect(await readRecords(folder, 'a.json')).toEqual([record])
  expect(readdirSync(path.join(folder, 'home/concordance/batch'))).toHaveLength(1)
})

test('remembers nothing, without an error, where neither can be written to', async () => {
  for (const name of ['node_modules', 'home']) writeFileSync(path.join(folder, name), '')
  await writeRecord(folder, 'a.json', record)
  expect(await readRecords(folder, 'a.json')).toEqual([])
})

test.each(['', '{"fingerprint":"f"', '[]', 'null', '{"fingerprint":"f","output":"o","units":"many"}'])(
  'takes a damaged record, %j, for none',
  async (damaged) => {
    await writeRecord(folder, 'a.json', record)
    const kept = path.join(folder, 'node_modules/.cache/concordance/batch')
    for (const name of readdirSync(kept)) writeFileSync(path.join(kept, name), damaged)
    expect(await readRecords(folder, 'a.json')).toEqual([])
  },
)

test('a fingerprint changes with every input and option, and with nothing else', () => {
  const input = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
  const of = (a: string, b: string, ...options: (string | null)[]) =>
    fingerprintOf([input(a, 'x'), input(b, 'y')], options)
  const base = of('a.txt', 'b.txt', 'fr', null)
  expect(of('elsewhere/c.TXT', 'd.txt', 'fr', null)).toBe(base)
  const others = [
    of('a.html', 'b.txt', 'fr', null),
    of('a.txt', 'b.txt', 'fr', 'en'),
    of('a.txt', 'b.txt', null, 'fr'),
    fingerprintOf([input('a.txt', 'y'), input('b.txt', 'x')], ['fr', null]),
    fingerprintOf([input('a.txt', 'x'), input('b.txt', 'z')], ['fr', null]),
  ]
  expect(new Set([base, ...others]).size).toBe(6)
})

test('a folder and a missing file have no hash', async () => {
  mkdirSync(path.join(folder, 'sub'))
  expect(await hashOfFile(path.join(folder, 'sub'))).toBeNull()
  expect(await hashOfFile(path.join(folder, 'none'))).toBeNull()
})
