import { composeGold, judged, project, type CellRow, type Sources } from '../../../bench/damage/compose-gold'

const NAMES = ['a', 'b', 'c']

const numbers = (text: string) => (text === '' ? [] : text.split('+').map(Number))

/** Rows of cells: `0:0 1+2:1 3:` or, of three versions, `0:0:0`. */
const rowsOf = (notation: string): readonly CellRow[] =>
  notation
    .split(' ')
    .map((row) => Object.fromEntries(row.split(':').map((cell, k) => [NAMES[k]!, numbers(cell)])))

/** A unit a word: `0 1+2 3 3` is paragraph 0, then 1 and 2 merged, then the two halves of 3. */
const sources = (notation: string): Sources => notation.split(' ').filter(Boolean).map(numbers)

const versions = (...notations: string[]) =>
  Object.fromEntries(notations.map((notation, k) => [NAMES[k]!, sources(notation)]))

const write = (rows: readonly CellRow[]) =>
  rows
    .map((row) =>
      Object.values(row)
        .map((units) => units.join('+'))
        .join(':'),
    )
    .join(' ')

describe('composeGold of a pair', () => {
  test.each([
    ['nothing done leaves gold as it is', '0:0 1:1', '0 1', '0 1', '0:0 1:1'],
    ['a deletion leaves a gap', '0:0 1:1 2:2', '0 1 2', '0 2', '0:0 1: 2:1'],
    ['a deletion on either side', '0:0 1:1 2:2', '1 2', '0 2', '0: 1:1 :0'],
    ['both gone leaves nothing', '0:0 1:1', '0', '0', '0:0'],
    ['a merge joins two rows', '0:0 1:1 2:2', '0 1 2', '0 1+2', '0:0 1+2:1'],
    ['a split is one bead', '0:0 1:1', '0 1', '0 0 1', '0:0+1 1:2'],
    ['a split on both sides is one bead', '0:0 1:1', '0 0 1', '0 0 1', '0+1:0+1 2:2'],
    ['merges that overlap chain', '0:0 1:1 2:2', '0+1 2', '0 1+2', '0+1:0+1'],
    ['a moved unit keeps its row', '0:0 1:1 2:2', '0 1 2', '2 0 1', '0:1 1:2 2:0'],
    ['a swap', '0:0 1:1', '0 1', '1 0', '0:1 1:0'],
    ['a row of two to one', '0+1:0 2:1', '0 1 2', '0 1', '0+1:0 2:1'],
    ['half of a row of two to one deleted', '0:0+1 1:2', '0 1', '1 2', '0:0 1:1'],
    ['a split within a row of two to one', '0:0+1 1:2', '0 1', '0 0 1 2', '0:0+1+2 1:3'],
    ['a merge into a row of two to one', '0:0+1 1:2', '0 1', '0 1+2', '0+1:0+1'],
    ['a merge within a row', '0:0+1 1:2', '0 1', '0+1 2', '0:0 1:1'],
    ['a merge of a matched paragraph with a lone one', '0:0 :1 1:2', '0 1', '0+1 2', '0:0 1:1'],
    ['a paragraph in two rows joins them', '0:0 1:0', '0 1', '0', '0+1:0'],
    ['… unless it is gone', '0:0 1:0', '0 1', '', '0: 1:'],
    ['two of a row are apart where nothing answers them', '0+1:0 2:1', '0 1+2', '1', '0: 1:0'],
    ['part of a moved row stands out of order', '0:0+1 1:2', '0 1', '0 2 1', '0:0+2 1:1'],
  ])('%s', (_, gold, left, right, rows) => {
    expect(write(composeGold(rowsOf(gold), versions(left, right)).rows)).toBe(rows)
  })

  test('units in no row are unknown, and beads made only of them are not judged', () => {
    const { rows, unknown } = composeGold(rowsOf('0:0 2:'), versions('0 1 2', '0 1'))
    expect(write(rows)).toBe('0:0 2:')
    expect(unknown).toEqual({ a: [1], b: [1] })
    const found = project(rowsOf('0:0 1:1 1: 2:1 1:0'), 'a', 'b')
    expect(judged(found, { left: [1], right: [1] })).toEqual(project(rowsOf('0:0 2:1 1:0'), 'a', 'b'))
  })
})

describe('composeGold of three versions', () => {
  test.each([
    ['clean', '0:0:0 1:1:1', ['0 1', '0 1', '0 1'], '0:0:0 1:1:1'],
    ['what one version joins, none can keep apart', '0:0:0 1:1:1', ['0 1', '0+1', '0 1'], '0+1:0:0+1'],
    ['a deletion empties a cell', '0:0:0 1:1:1', ['0 1', '0', '0 1'], '0:0:0 1::1'],
    ['rows without the first version', '0:0:0 1:1:1', ['0', '0 1', '0 1'], '0:0:0 :1:1'],
    ['a split in one', '0:0:0 1:1:1', ['0 1', '0 0 1', '1 0'], '0:0+1:1 1:2:0'],
  ])('%s', (_, gold, notations, rows) => {
    expect(write(composeGold(rowsOf(gold), versions(...notations)).rows)).toBe(rows)
  })

  test('a pair of a grid is its projection', () => {
    expect(project(rowsOf('0:0:1+2 1::'), 'a', 'c')).toEqual([
      { left: [0], right: [1, 2] },
      { left: [1], right: [] },
    ])
  })
})
