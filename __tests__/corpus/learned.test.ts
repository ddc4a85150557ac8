import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { allPairs, PAIR_ORDER } from '../../bench/damage/pairs'
import { writeLexiconTable } from '../../bench/lexicon/write-lexicon-table'
import { readLexiconTable } from '../../core/align/read-lexicon-table'
import { UN_LANGUAGES } from '../../core/model'
import { stem } from '../../core/text/stem'

const FOLDER = path.resolve(__dirname, '../../corpus/learned')
const MOST_BYTES = 3_000_000

const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8')
const tables = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'))

test('there is one table for each two of the six languages', () => {
  expect([...PAIR_ORDER].sort()).toEqual([...UN_LANGUAGES].sort())
  expect(tables).toEqual(
    allPairs()
      .map(([left, right]) => `${left}-${right}.tsv`)
      .sort(),
  )
  expect(tables).toHaveLength(15)
})

test('all tables together are at most three megabytes when compressed', () => {
  const packed = tables.map((name) => gzipSync(read(name)).length)
  expect(packed.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(MOST_BYTES)
})

test('the texts are named that they were learned from', () => {
  expect(JSON.parse(read('texts.json'))).toEqual(expect.arrayContaining(['A/RES/217(III)', 'A/RES/76/299']))
})

describe.each(tables)('%s', (name) => {
  const { left, right, pairs } = readLexiconTable(read(name))

  test('is of the languages in its name, and says enough', () => {
    expect(name).toBe(`${left}-${right}.tsv`)
    expect(pairs.length).toBeGreaterThan(200)
  })

  test('holds single words in letters, no phrase and no sentence', () => {
    for (const pair of pairs) {
      for (const word of [pair.left, pair.right]) {
        expect(word).toMatch(/^(?=.*\p{L})[\p{L}\p{M}\p{N}'’]+$/u)
        expect(word.length).toBeLessThanOrEqual(30)
      }
    }
  })

  test('is written as the command writes it', () => {
    expect(writeLexiconTable([left, right], pairs)).toBe(read(name))
  })
})

test.each([
  ['fr', 'en', 'guerre', 'war'],
  ['fr', 'ru', 'liberté', 'свобода'],
  ['fr', 'ar', 'charte', 'ميثاق'],
  ['en', 'zh', 'education', '教育'],
  ['es', 'ru', 'mujer', 'женщина'],
  ['ru', 'zh', 'доверие', '信任'],
  ['ar', 'zh', 'حكومة', '政府'],
])('%s and %s: %s is %s', (left, right, word, other) => {
  const { pairs } = readLexiconTable(read(`${left}-${right}.tsv`))
  const answer = right === 'zh' ? other : stem(other, right)
  expect(pairs).toContainEqual({ left: stem(word, left), right: answer, trust: expect.any(Number) })
})
