import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Concept, PartOfSpeech, Term, TermBase, TermMatch, TermStatus } from '../../../../core/model'
import { readTermFile } from '../../../../core/terms/formats/read-term-file'
import { writeTermFile } from '../../../../core/terms/formats/write-term-file'
import { pythonWith, testWith } from '../../../support/other-programs'
import { pick, seeded } from '../../../support/random'

const PIECES = {
  ar: ['آسيا', 'الوسطى', 'مُجَلّد', 'ـ', '،', '؛', '٣'],
  zh: ['中亚', '安理会', '𠮷', '；', '，'],
  en: ['peace', "State's", '&', '<b>', '"', 'A & B', '&amp;', ']]>'],
  fr: ['l’Asie', "d'Asie", 'é', 'e\u0301', '\u00a0', '\u202f', '«'],
  ru: ['мир', 'ёлка', '№', '–'],
  es: ['año', '¿', 'ñ', '_x000D_', "'=1", '=1+1', '~', '|', ';', '\\', '-', '@', '?', '😀', '👩‍👧'],
  'pt-BR': ['ação', '+', 'ß', '｜', ',', '\t'],
} as const
const LANGUAGES = Object.keys(PIECES) as (keyof typeof PIECES)[]
const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']
const MATCHES: readonly TermMatch[] = ['exact', 'inflected', 'begins']
const PARTS: readonly PartOfSpeech[] = [
  'noun',
  'proper-noun',
  'verb',
  'adjective',
  'adverb',
  'phrase',
  'other',
]

function maker(seed: number) {
  const random = seeded(seed)
  const one = <T>(list: readonly T[]): T => list[pick(random, list.length)]!
  const maybe = <T>(value: T): T | undefined => (random() < 0.5 ? value : undefined)
  const text = (breaks: readonly string[]): string => {
    const words = Array.from({ length: 1 + pick(random, 5) }, () => one(PIECES[one(LANGUAGES)]))
    return words.join(one([' ', '', ...breaks])).trim() || 'x'
  }
  const compact = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as T
  const base = (term: (k: number) => Term, breaks: readonly string[], strangeIds: boolean): TermBase =>
    Array.from({ length: 1 + pick(random, 6) }, (_, k): Concept => {
      const languages = LANGUAGES.filter((_, l) => l === k % LANGUAGES.length || random() < 0.5)
      return compact({
        id: strangeIds && random() < 0.5 ? `${text([])} ${k}` : `_concordance.${k + 2}`,
        field: maybe(text(breaks)) ?? '',
        definition: maybe(text(breaks)),
        source: maybe(text(breaks)),
        note: maybe(text(breaks)),
        terms: Object.fromEntries(
          languages.map((own) => [own, Array.from({ length: 1 + pick(random, 3) }, (_, t) => term(t))]),
        ),
      })
    })
  return { random, one, maybe, text, compact, base }
}

const SEEDS = Array.from({ length: 60 }, (_, k) => k + 1)
const bytesOf = (data: string | Uint8Array) =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data

async function through(base: TermBase, name: string, version: 2 | 3 = 3) {
  return readTermFile(bytesOf(await writeTermFile(base, name, { version, title: 'A < B' })), name)
}

describe.each([2, 3] as const)('TBX %s', (version) => {
  test('gives back all that was written, in every script', async () => {
    for (const seed of SEEDS) {
      const { one, maybe, text, compact, base: make } = maker(seed)
      const term = (): Term =>
        compact({
          wording: text(['\n', '\r\n', '\r']),
          status: one(STATUSES),
          match: one(MATCHES),
          gap: maybe(one([true, false])),
          weak: maybe(true),
          partOfSpeech: maybe(one(PARTS)),
          note: maybe(text(['\n', '\r'])),
        })
      const base = make(term, ['\n', '\r\n', '\r'], true)
      expect(await through(base, 'a.tbx', version)).toEqual({ base, refused: [] })
    }
  })
})

describe.each(['a.csv', 'a.xlsx'])('%s', (name) => {
  test('gives back what a cell carries, in every script', async () => {
    for (const seed of SEEDS.slice(0, name === 'a.csv' ? 60 : 25)) {
      const { one, maybe, text, compact, base: make } = maker(seed)
      const term = (k: number): Term =>
        compact({
          wording: text(['\n']),
          status: k === 0 ? 'preferred' : k === 1 ? 'admitted' : 'deprecated',
          match: one(['exact', 'inflected'] as const),
          weak: maybe(true),
        })
      const base = make(term, ['\n', '\r\n'], true)
      const ordered = base.map((concept) => ({ ...concept, terms: concept.terms }))
      expect(await through(base, name)).toEqual({ base: ordered, refused: [] })
    }
  })
})

test('a control character is refused where the format cannot hold it', async () => {
  const term: Term = { wording: 'a\u0001', status: 'preferred', match: 'inflected' }
  const base: TermBase = [{ id: 'a', field: '', terms: { en: [term] } }]
  await expect(through(base, 'a.tbx')).rejects.toThrow('control-character')
  await expect(through(base, 'a.xlsx')).rejects.toThrow('control-character')
  expect((await through(base, 'a.csv')).base).toEqual(base)
})

testWith('translate-toolkit')('the Translate Toolkit finds the same terms in TBX 2', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tbx-'))
  const term = (wording: string, status: TermStatus = 'preferred'): Term => ({ wording, status, match: 'exact', gap: true, partOfSpeech: 'proper-noun' }) // prettier-ignore
  const base: TermBase = [
    { id: 'a b', field: 'f', definition: 'd', terms: { en: [term('A & B')], fr: [term('l’<Asie>')] } },
    { id: 'c', field: 'f', terms: { en: [term('peace')], fr: [term('paix')], zh: [term('和平')] } },
  ]
  const file = path.join(folder, 'a.tbx')
  writeFileSync(file, await writeTermFile(base, file, { version: 2, title: 'T' }))
  const script = `import json,sys
from translate.storage import tbx
store = tbx.tbxfile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target)] for u in store.units]))`
  const found: unknown = JSON.parse(
    execFileSync(pythonWith('translate')!, ['-c', script, file], { encoding: 'utf8' }),
  )
  rmSync(folder, { recursive: true })
  expect(found).toEqual([['A & B', 'l’<Asie>'], ['peace', 'paix']]) // prettier-ignore
})
