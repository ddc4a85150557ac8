import { candidateConcepts, writeCandidates } from '../../cli/write-candidates'
import type { ExtractedTerm } from '../../core/associate/extract-terms'
import { readTbx } from '../../core/terms/formats/read-tbx'

const rendering = (wording: string, probability: number, count: number) => ({ wording, probability, count })
const terms: readonly ExtractedTerm[] = [
  {
    term: 'Asie\ncentrale',
    count: 12,
    score: 34.567,
    address: 'op1',
    renderings: {
      en: [rendering('Central Asia', 0.912, 11), rendering('region & <all>', 0.05, 1)],
      'fr-2': [rendering('Asie centrale', 1, 12), rendering('Asie du Centre', 0.1, 1)],
      ar: [rendering('آسيا الوسطى', 0.8, 9)],
      zh: [rendering('中亚', 0.75, 8)],
      ru: [],
    },
  },
  { term: '-5 % visés', count: 2, score: 1, address: 'pp2', renderings: {} },
]
const others = ['en', 'fr-2', 'ar', 'zh', 'ru']

test('as TBX: concepts for review, which read back as they were', async () => {
  const concepts = candidateConcepts(terms, 'fr', others)
  const { base, refused } = readTbx(await writeCandidates(terms, 'fr', others, 'tbx'))
  expect(refused).toEqual([])
  expect(base).toEqual(concepts)
  const admitted = { status: 'admitted', match: 'inflected' }
  expect(base[0]).toEqual({
    id: 'candidate-1',
    field: 'candidate',
    note: 'count 12, score 34.57, example op1',
    terms: {
      fr: [
        { wording: 'Asie centrale', ...admitted },
        { wording: 'Asie du Centre', ...admitted, note: 'probability 0.10, count 1' },
      ],
      en: [
        { wording: 'Central Asia', ...admitted, note: 'probability 0.91, count 11' },
        { wording: 'region & <all>', ...admitted, note: 'probability 0.05, count 1' },
      ],
      ar: [{ wording: 'آسيا الوسطى', ...admitted, note: 'probability 0.80, count 9' }],
      zh: [{ wording: '中亚', ...admitted, note: 'probability 0.75, count 8' }],
    },
  })
})

test('as CSV: a line each, with what a spreadsheet would run guarded', async () => {
  const lines = (await writeCandidates(terms, 'fr', ['en'], 'csv')).split('\r\n')
  expect(lines[0]).toBe('\uFEFFfr,count,score,en,en probability,en others,example')
  expect(lines[1]).toBe('"Asie\ncentrale",12,34.57,Central Asia,0.91,region & <all> (0.05),op1')
  expect(lines[2]).toBe("'-5 % visés,2,1.00,,,,pp2")
})
