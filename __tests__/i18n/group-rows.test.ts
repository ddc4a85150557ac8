import { groupRows } from '../../i18n/group-rows'
import type { ParagraphKind, Row } from '../../core/model'

const rows = (kinds: string): readonly Row[] =>
  kinds.split(' ').map((kind, k) => ({
    id: `r${k + 1}`,
    kind: kind as ParagraphKind,
    cells: {},
    confidence: 1,
    evidence: [],
    moved: [],
  }))

describe('groupRows', () => {
  it.each([
    [
      'cuts a resolution into its parts',
      'heading title enacting preambular preambular operative closing footnote',
      'heading:2 preamble:3 operative:2 notes:1',
    ],
    [
      'puts a section’s name with what follows it',
      'title section preambular section article article',
      'heading:1 preamble:2 articles:3',
    ],
    ['keeps what belongs to no part where it stands', 'operative table body operative', 'operative:4'],
    ['calls a text without parts a text', 'body body', 'text:2'],
  ])('%s', (_, kinds, expected) => {
    expect(
      groupRows(rows(kinds))
        .map(({ part, rows: own }) => `${part}:${own.length}`)
        .join(' '),
    ).toBe(expected)
  })
})
