import { writeLadder } from '../../cli/write-ladder'
import type { Alignment } from '../../core/model'
import { version } from '../support/versions'

/** Rows from `l0+l1 l0`, first version's addresses then the second's, `–` for none. */
function ladder(rows: readonly string[], pivot: string, asked?: string): string {
  const count = (k: number) =>
    Math.max(
      0,
      ...rows.flatMap((row) =>
        row
          .split(' ')
          [k]!.split('+')
          .map((l) => (l === '–' ? 0 : Number(l.slice(1)) + 1)),
      ),
    )
  const lines = (n: number) => Array.from({ length: n }, (_, k) => `l${k}: x`)
  const alignment: Alignment = {
    pivot,
    versions: [version('en', lines(count(0))), version('fr', lines(count(1)))],
    rows: rows.map((row, k) => {
      const [en, fr] = row.split(' ').map((cell) => (cell === '–' ? [] : cell.split('+')))
      return {
        id: `r${k + 1}`,
        kind: 'body',
        cells: { en: en!, fr: fr! },
        confidence: 0.925,
        evidence: [],
        moved: [],
      }
    }),
  }
  return writeLadder(alignment, asked)
    .replace(/:0\.9\d/gu, '')
    .trim()
    .replace(/\n/gu, ' ')
}

test.each<[string, string[], string, string | undefined, string]>([
  ['writes beads with gaps on either side', ['l0 l0+l1', 'l1 –', '– l2', 'l2 l3'], 'en', undefined, '[0]:[0, 1] [1]:[] []:[2] [2]:[3]'],
  ['keeps the first file left when the other one is the pivot', ['l0 l0', '– l1', 'l1 l2'], 'fr', undefined, '[0]:[0] []:[1] [1]:[2]'],
  ['orders by the left side, gaps behind the bead that their right side follows', ['l1 l0', 'l0 l1', '– l2'], 'fr', undefined, '[0]:[1] []:[2] [1]:[0]'],
  ['puts the version asked for as pivot on the left', ['l0 l0+l1'], 'fr', 'fr', '[0, 1]:[0]'],
  ['starts with a gap that comes before everything', ['– l0', 'l0 l1'], 'en', undefined, '[]:[0] [0]:[1]'],
])('%s', (_, rows, pivot, asked, expected) => {
  expect(ladder(rows, pivot, asked)).toBe(expected)
}) // prettier-ignore
