import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readTermBases, withTermBases } from '../../cli/read-term-files'
import { UsageError } from '../../cli/usage-error'
import type { Concept, Knowledge } from '../../core/model'

const concept = (id: string, en: string): Concept => ({
  id,
  field: '',
  terms: { en: [{ wording: en, status: 'preferred', match: 'inflected' }] },
})
const knowledge: Knowledge = {
  terms: [concept('peace', 'peace'), concept('war', 'war')],
  lexicon: [],
  names: [],
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terms-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const full = path.join(folder, name)
  await writeFile(full, content)
  return full
}

/** What is said on stderr while the files are read, and the first English wording of each concept, by id. */
async function read(...files: readonly string[]) {
  let err = ''
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
  try {
    const { terms } = withTermBases(knowledge, await readTermBases(files), 'fr')
    return { err, terms: terms.map(({ id, terms: own }) => [id, own.en?.[0]?.wording]) }
  } finally {
    spy.mockRestore()
  }
}

test('the first file goes before the next and both before what is built in; of one id the first stays', async () => {
  const first = await file('first.csv', 'id,en,fr\nwar,armed conflict,conflit armé\n')
  const second = await file('second.csv', 'id,en,fr\nwar,warfare,guerre\nsea,sea,mer\n')
  expect(await read(first, second)).toEqual({
    err: '',
    terms: [
      ['war', 'armed conflict'],
      ['sea', 'sea'],
      ['peace', 'peace'],
    ],
  })
})

test('tables without ids do not stand in for each other', async () => {
  const first = await file('a.csv', 'en,fr\nsea,mer\n')
  const second = await file('b.csv', 'en,fr\nland,terre\n')
  expect((await read(first, second)).terms).toEqual([
    ['a.csv#row-2', 'sea'],
    ['b.csv#row-2', 'land'],
    ['peace', 'peace'],
    ['war', 'war'],
  ])
})

test('without files, knowledge is what it was', async () => {
  expect(withTermBases(knowledge, await readTermBases(), 'fr')).toBe(knowledge)
  expect(withTermBases(knowledge, await readTermBases([]), 'fr')).toBe(knowledge)
})

test('refused lines are told one by one, and the others are read', async () => {
  const name = await file('c.csv', 'id,en\nsea,sea\n,land\nsea,ocean\n')
  const { err, terms } = await read(name)
  expect(err).toBe(`concordance: ${name}:3: no-id\nconcordance: ${name}:4: repeated-id sea\n`)
  expect(terms[0]).toEqual(['sea', 'sea'])
})

test.each<[string, string, RegExp]>([
  ['an empty file', '', /empty\.csv: empty$/u],
  ['a file without languages', 'id,note\na,b\n', /empty\.csv:1: no-language$/u],
])('%s is refused whole', async (_, content, reason) => {
  const name = await file('empty.csv', content)
  await expect(read(name)).rejects.toThrow(UsageError)
  await expect(read(name)).rejects.toThrow(reason)
})
