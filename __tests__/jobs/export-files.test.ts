import { wholeFile } from '../../core/export/gather-chunks'
import { EXPORT_TYPES, type ExportFormat } from '../../core/export/write-table'
import type { Language } from '../../core/model'
import { buildExportTable } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'
import { exportFiles, hasSeveralFiles } from '../../jobs/export-files'
import { allOf, parseXml } from '../core/export/parse-xml'
import { sampleCheck } from '../components/sample-check'

const check = sampleCheck(['fr', 'en', 'ar', 'zh'])
const sourceIn = (languages: readonly Language[]) => ({
  check,
  table: buildExportTable({ check, symbol: 'A/RES/1/1', title: null, adopted: null, meeting: null }, makeTranslator('en'), { locale: 'en', languages }),
  terms: [],
}) // prettier-ignore

const FORMATS = Object.keys(EXPORT_TYPES) as ExportFormat[]

test.each(FORMATS)('%s: hasSeveralFiles says beforehand how many files there will be', async (format) => {
  for (const languages of [['fr'], ['fr', 'en'], ['ar', 'fr', 'en']]) {
    for (const multilingual of [false, true]) {
      const files = await exportFiles(sourceIn(languages), format, { base: 'b', multilingual })
      expect(files.length > 1).toBe(hasSeveralFiles(format, languages.length, multilingual))
      expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
      for (const { name, mime } of files) {
        expect(name.startsWith('b.')).toBe(true)
        expect(name.endsWith(`.${EXPORT_TYPES[format].extension}`)).toBe(true)
        expect(mime).toBe(EXPORT_TYPES[format].mime)
      }
    }
  }
})

test('pairs are of the first column with each other, in their order', async () => {
  const files = await exportFiles(sourceIn(['ar', 'fr', 'en']), 'tmx', { base: 'b' })
  expect(files.map(({ name }) => name)).toEqual(['b.ar-fr.tmx', 'b.ar-en.tmx'])
})

test('terms are those of the versions’ hits, their languages in the order of the columns', async () => {
  const term = (wording: string) => [{ wording, status: 'preferred', match: 'inflected' } as const]
  const concept = (id: string) => ({
    id,
    field: 'f',
    terms: { ar: term('أ'), en: term('a'), es: term('x'), fr: term('b') },
  })
  const hit = { from: 0, to: 1, concepts: ['c1'], wording: 'b', status: 'preferred' } as const
  const hits = { fr: { op1: [hit] }, es: { op1: [{ ...hit, concepts: ['c2'] }] } }
  const source = {
    ...sourceIn(['fr', 'ar']),
    check: { ...check, hits },
    terms: ['c1', 'c2', 'c3'].map(concept),
  }
  const write = async (allTerms: boolean) => {
    const [file] = await exportFiles(source, 'tbx', { base: 'b', allTerms })
    const base = parseXml(new TextDecoder().decode(wholeFile(file!.chunks).bytes))
    return allOf(base, 'termEntry').map((entry) => [
      entry.attributes['id'],
      ...allOf(entry, 'langSet').map(({ attributes }) => attributes['xml:lang']),
    ])
  }
  expect(await write(false)).toEqual([['c1', 'fr', 'ar']])
  expect(await write(true)).toEqual(['c1', 'c2', 'c3'].map((id) => [id, 'fr', 'ar']))
})
