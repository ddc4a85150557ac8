import { readTbx } from '../../../../core/terms/formats/read-tbx'
import { readTermFile } from '../../../../core/terms/formats/read-term-file'
import { lintTerms } from '../../../../core/terms/formats/lint-terms'
import { writeTbx } from '../../../../core/terms/formats/write-tbx'
import type { TermBase } from '../../../../core/model'

const base: TermBase = [
  {
    id: 'central asia',
    field: 'a & b',
    definition: '<d> "q" 😀',
    terms: {
      fr: [
        {
          wording: "l'Asie ; centrale",
          status: 'preferred',
          match: 'exact',
          gap: true,
          partOfSpeech: 'proper-noun',
          note: 'n',
        },
      ],
      zh: [{ wording: '中亚', status: 'forbidden', match: 'begins' }],
      ar: [{ wording: 'آسيا الوسطى', status: 'deprecated', match: 'inflected' }],
    },
  },
]

test.each([2, 3] as const)('TBX %s gives back what was written', (version) => {
  expect(readTbx(writeTbx(base, { version, title: 'T' }))).toEqual({ base, refused: [] })
})

test('a document type with declarations is refused', () => {
  expect(() => readTbx('<!DOCTYPE martif [<!ENTITY a "b">]><martif/>')).toThrow('doctype')
})

test('a sheet is read by its column names', async () => {
  const read = await readTermFile(
    new TextEncoder().encode('\ufeffid;English;Français\r\na;peace | quiet;paix\r\na;x;y\r\n'),
    'a.csv',
  )
  expect(read.base.map(({ id, terms }) => [id, terms['en']?.map(({ wording }) => wording)])).toEqual([
    ['a', ['peace', 'quiet']],
  ])
  expect(read.refused).toEqual([{ line: 3, reason: 'repeated-id', detail: 'a' }])
})

test('a missing language is told', () => {
  const term = (wording: string) => [{ wording, status: 'preferred', match: 'inflected' } as const]
  expect(
    lintTerms([
      { id: 'a', field: '', terms: { en: term('peace'), fr: term('paix') } },
      { id: 'b', field: '', terms: { en: term('war') } },
    ]),
  ).toEqual([{ code: 'missing-language', concept: 'b', language: 'fr', wordings: [], others: [] }])
})
