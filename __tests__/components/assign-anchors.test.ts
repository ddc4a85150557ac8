import { assignAnchors, firstCalls } from '../../components/ReadingView/assign-anchors'
import type { Paragraph, Row } from '../../core/model'

/** `fr=h2,h3 zh=h3 | fr= zh=h2`: rows with their cells. */
const rows = (notation: string): readonly Row[] =>
  notation.split(' | ').map((cells, k) => ({
    id: `r${k + 1}`,
    kind: 'body',
    cells: Object.fromEntries(
      cells.split(' ').map((cell) => {
        const [language = '', addresses = ''] = cell.split('=')
        return [language, addresses.split(',').filter((address) => address !== '')]
      }),
    ),
    confidence: 1,
    evidence: [],
    moved: [],
  }))

describe('assignAnchors', () => {
  it.each([
    ['gives a row all its addresses', 'fr=op1,op2 en=op1', 'r1:op1,op2'],
    ['gives an address to the row where the pivot has it', 'fr= zh=h2 | fr=h2,h3 zh=h3', 'r2:h2,h3'],
    ['gives an address that the pivot lacks to the first row that has it', 'fr= en=s1 | fr= ar=s1', 'r1:s1'],
    ['puts no address twice', 'fr=a en=b | fr=b en=a', 'r1:a r2:b'],
  ])('%s', (_, notation, expected) => {
    const anchors = assignAnchors(rows(notation), 'fr')
    expect([...anchors].map(([id, own]) => `${id}:${own.join(',')}`).join(' ')).toBe(expected)
  })
})

describe('firstCalls', () => {
  it('finds where a note is called first', () => {
    const paragraph = (address: string, notes: readonly (string | null)[]): Paragraph => ({
      address,
      kind: 'preambular',
      label: null,
      text: 'x',
      marks: notes.map((note) => ({ at: 0, mark: '1', note })),
      italics: [],
    })
    expect([
      ...firstCalls([paragraph('pp1', [null]), paragraph('pp2', ['fn1', 'fn2']), paragraph('pp3', ['fn1'])]),
    ]).toEqual([
      ['fn1', 'pp2'],
      ['fn2', 'pp2'],
    ])
  })
})
