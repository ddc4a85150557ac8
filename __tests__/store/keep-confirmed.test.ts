import { keepConfirmed } from '../../store/keep-confirmed'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { notationOf, rowsOf, versionOf } from './fixtures'

const VERSIONS = [
  versionOf('fr', ['Un', 'Deux', 'Trois', 'Deux']),
  versionOf('en', ['One', 'Two', 'Three', 'Two']),
  versionOf('ru', ['Один', 'Два', 'Три', 'Два']),
]

function locked(...rows: readonly string[]) {
  return rows.map((row, k) => ({
    key: `k${k + 1}`,
    cells: cellRefs(rowsOf(row)[0]!.cells, indexRefs(VERSIONS)),
  }))
}

test.each([
  ['is there already', 'fr:p1 en:p1 | fr:p2 en:p2', ['fr:p1 en:p1'], 'fr:p1 en:p1 | fr:p2 en:p2'],
  ['was split', 'fr:p1 en:p1 | fr:- en:p2', ['fr:p1 en:p1+p2'], 'fr:p1 en:p1+p2'],
  ['was joined', 'fr:p1+p2 en:p1+p2', ['fr:p2 en:p2'], 'fr:p2 en:p2 | fr:p1 en:p1'],
  ['has nothing on one side', 'fr:p1 en:p1', ['fr:- en:p1'], 'fr:- en:p1 | fr:p1 en:-'],
  ['is one of two', 'fr:p1 en:p2 | fr:p2 en:p1', ['fr:p1 en:p1', 'fr:p2 en:p2'], 'fr:p1 en:p1 | fr:p2 en:p2'],
  [
    'says nothing of a third language',
    'fr:p1 en:p1 ru:p1 | fr:p2 en:p2 ru:p2',
    ['fr:p1 en:p1+p2'],
    'fr:p1 en:p1+p2 ru:p1 | fr:p2 en:- ru:p2',
  ],
  ['has a language that is not at hand', 'fr:p1 en:- | fr:- en:p1', ['fr:p1 en:p1 ru:p1'], 'fr:p1 en:p1'],
  [
    'is the second of two that say the same',
    'fr:p2 en:p2 | fr:p4 en:p4',
    ['fr:p4 en:p4'],
    'fr:p2 en:p2 | fr:p4 en:p4',
  ],
])('a confirmed row that %s: %s', (_, before, confirmed, after) => {
  const rows = rowsOf(before)
  const versions = VERSIONS.filter(({ language }) => language in rows[0]!.cells)
  const kept = keepConfirmed({ pivot: 'fr', versions, rows }, locked(...confirmed))
  // Languages in the order of the alignment.
  const ordered = kept.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.keys(rows[0]!.cells).map((one) => [one, row.cells[one]!])),
  }))
  expect(notationOf(ordered)).toBe(after)
  expect(kept.unkept).toEqual([])
  expect(kept.same).toBe(before === after)
  expect(Object.keys(kept.kept)).toHaveLength(confirmed.length)
  expect(new Set(kept.rows.map(({ id }) => id)).size).toBe(kept.rows.length)
})

test.each([
  ['words that are gone', ['Un', 'Autre'], 'fr:p2 en:p2', 'lost'],
  ['words that stand once more than they did', ['Un', 'Deux', 'Deux', 'Deux'], 'fr:p2 en:p2', 'lost'],
  ['one language at hand', ['Un', 'Deux', 'Trois', 'Deux'], 'fr:p1 ru:p1', 'languages'],
])('a confirmed row with %s is reported and changes nothing', (_, french, row, reason) => {
  const versions = [versionOf('fr', french), VERSIONS[1]!]
  const rows = rowsOf('fr:p1 en:p1 | fr:p2 en:p2')
  const kept = keepConfirmed({ pivot: 'fr', versions, rows }, locked(row))
  expect(kept).toMatchObject({ kept: {}, unkept: [{ key: 'k1', reason }], same: true })
})

test('of two confirmed rows that share a paragraph the earlier is kept, the other reported', () => {
  const rows = rowsOf('fr:p1+p2 en:p1+p2')
  const kept = keepConfirmed(
    { pivot: 'fr', versions: VERSIONS.slice(0, 2), rows },
    locked('fr:p1 en:p1', 'fr:p1 en:p2'),
  )
  expect(Object.keys(kept.kept)).toEqual(['k1'])
  expect(kept.unkept).toEqual([{ key: 'k2', reason: 'overlap', lost: [] }])
})

test('a text whose spaces and apostrophes changed keeps its confirmed rows', () => {
  const before = versionOf('fr', ['L’État : membre'])
  const cells = cellRefs(rowsOf('fr:p1 en:p1')[0]!.cells, indexRefs([before, VERSIONS[1]!]))
  const versions = [versionOf('fr', ['Avant', "L'État\u00a0: membre"]), VERSIONS[1]!]
  const kept = keepConfirmed({ pivot: 'fr', versions, rows: rowsOf('fr:p1 en:- | fr:p2 en:p1') }, [
    { key: 'k', cells },
  ])
  expect(kept).toMatchObject({ kept: { k: 'r2' }, same: true })
})
