import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeLearned } from '../../../bench/lexicon/write-learned'

let folder: string

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'learned-')), 'new')
})

afterEach(() => rmSync(path.dirname(folder), { recursive: true }))

const read = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))

test('writes tables and the names of their texts, the same for the same', () => {
  writeLearned(folder, ['b', 'a'], { 'fr-en.tsv': 'x' })
  const before = read()
  expect(Object.keys(before)).toEqual(['fr-en.tsv', 'texts.json'])
  writeLearned(folder, ['a', 'b'], { 'fr-en.tsv': 'x' })
  expect(read()).toEqual(before)
})

test('lets more texts take the place of fewer', () => {
  writeLearned(folder, ['a'], { 'fr-en.tsv': 'poor' })
  writeLearned(folder, ['a', 'b'], { 'fr-en.tsv': 'rich' })
  expect(read()['fr-en.tsv']).toBe('rich')
})

test('writes nothing without a text that the lexicon has, and says which, unless asked to', () => {
  writeLearned(folder, ['a', 'Charter'], { 'fr-en.tsv': 'rich' })
  const before = read()
  expect(() => writeLearned(folder, ['a', 'b'], { 'fr-en.tsv': 'poor' })).toThrow(/Charter/)
  expect(read()).toEqual(before)
  writeLearned(folder, ['a', 'b'], { 'fr-en.tsv': 'poor' }, true)
  expect(read()['fr-en.tsv']).toBe('poor')
})
