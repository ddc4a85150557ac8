import { checkLength } from '../../../../core/compare/checks/check-length'
import type { RowPair } from '../../../../core/compare/row-pair'

function rowPair(row: number, left: number, right: number): RowPair {
  const cell = (language: string, letters: number) => ({
    language,
    paragraphs: [
      {
        paragraph: {
          address: `p${row}`,
          kind: 'body' as const,
          label: null,
          text: 'a'.repeat(letters),
          marks: [],
          italics: [],
        },
        mentions: [],
        opening: null,
        hits: [],
      },
    ],
  })
  return { row: { id: `r${row}` } as RowPair['row'], pivot: cell('fr', left), other: cell('zh', right) }
}

/** Twenty rows of which the other side has a third of the letters, and one of its own. */
const rows = (left: number, right: number) =>
  Array.from({ length: 20 }, (_, row) => (row === 9 ? rowPair(9, left, right) : rowPair(row, 300, 100)))

test.each([
  ['says nothing of the usual ratio, however far from one', 600, 200, []],
  ['tells of a row that is far too short', 300, 20, ['r9 shorter']],
  ['tells of a row that is far too long', 300, 400, ['r9 longer']],
  ['says nothing of a heading', 40, 4, []],
])('%s', (_, left, right, expected) => {
  expect(checkLength(rows(left, right)).map(({ row, rule }) => `${row} ${rule}`)).toEqual(expected)
})
