import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UN_LANGUAGES } from '../../core/model'
import type { Knowledge } from '../../core/model'
import { listResolutions, loadKnowledge, openResolution } from '../../jobs/corpus'

const root = path.resolve(__dirname, '../..')

let knowledge: Knowledge

beforeAll(async () => {
  knowledge = await loadKnowledge(root)
})

describe('loadKnowledge', () => {
  test('has the learned words of all fifteen pairs of languages', () => {
    expect(Object.keys(knowledge.learned!)).toHaveLength(15)
    expect(knowledge.learned!['fr-en']).toContainEqual({
      left: 'guerr',
      right: 'war',
      trust: expect.any(Number),
    })
  })

  test('has nothing learned where no table is at hand', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'corpus-'))
    try {
      cpSync(path.join(root, 'corpus'), path.join(copy, 'corpus'), { recursive: true })
      rmSync(path.join(copy, 'corpus/learned'), { recursive: true })
      const poorer = await loadKnowledge(copy)
      expect(poorer).not.toHaveProperty('learned')
      expect(poorer.terms).toEqual(knowledge.terms)
    } finally {
      rmSync(copy, { recursive: true })
    }
  })
})

describe('listResolutions', () => {
  test('lists both resolutions with all six versions and says which are unofficial', async () => {
    const list = await listResolutions(root)
    expect(list.map(({ slug, symbol }) => [slug, symbol])).toEqual([
      ['A-RES-217(III)', 'A/RES/217(III)'],
      ['A-RES-76-299', 'A/RES/76/299'],
    ])
    for (const { versions, titles } of list) {
      expect(versions.map(({ language }) => language).sort()).toEqual([...UN_LANGUAGES].sort())
      expect(Object.keys(titles).sort()).toEqual([...UN_LANGUAGES].sort())
    }
    const statuses = list[1]!.versions.map(({ language, status }) => [language, status])
    expect(Object.fromEntries(statuses)).toEqual({
      ar: 'unofficial',
      en: 'unofficial',
      es: 'unofficial',
      fr: 'official',
      ru: 'unofficial',
      zh: 'unofficial',
    })
  })
})

describe('openResolution', () => {
  test('gives the versions in the order asked for, laid against French', async () => {
    const open = await openResolution(root, 'A-RES-76-299', ['zh', 'fr'], knowledge)
    expect(open!.check.versions.map(({ language }) => language)).toEqual(['zh', 'fr'])
    expect(open!.check.pivot).toBe('fr')
    expect(open!.failures).toEqual([])
  })

  test.each(['A-RES-1-1', '..', '../corpus', '.', '', 'A-RES-76-299/../terms', '\0'])(
    'gives null for the unknown slug %j',
    async (slug) => {
      await expect(openResolution(root, slug, ['fr'], knowledge)).resolves.toBeNull()
    },
  )

  test('gives one version alone as its own rows', async () => {
    const open = await openResolution(root, 'A-RES-217(III)', ['ar'], knowledge)
    expect(open!.check.rows.length).toBe(open!.check.versions[0]!.paragraphs.length)
    expect(open!.check.findings).toEqual([])
  })

  test('says which version cannot be read and why, and shows the others', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'corpus-'))
    try {
      cpSync(path.join(root, 'corpus'), path.join(copy, 'corpus'), { recursive: true })
      const folder = path.join(copy, 'corpus/A-RES-76-299')
      rmSync(path.join(folder, 'es.txt'))
      writeFileSync(path.join(folder, 'ru.txt'), Buffer.from([0xff, 0x00, 0x41]))
      writeFileSync(path.join(folder, 'ar.txt'), '')
      const open = await openResolution(copy, 'A-RES-76-299', ['fr', 'es', 'ru', 'ar', 'en'], knowledge)
      expect(open!.failures.map(({ language, code }) => [language, code])).toEqual([
        ['es', 'missing-file'],
        ['ru', 'binary'],
        ['ar', 'empty'],
      ])
      expect(open!.check.versions.map(({ language }) => language)).toEqual(['fr', 'en'])
      expect(open!.check.rows).toHaveLength(45)
    } finally {
      rmSync(copy, { recursive: true })
    }
  })
})
