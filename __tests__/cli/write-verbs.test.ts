import { makeVerbTable, writeVerbCsv, writeVerbs } from '../../cli/write-verbs'
import { verbPattern } from '../../core/compare/verb-pattern'
import { findOpenings } from '../../core/pipeline'
import { verbTableSchema } from '../../core/schema'
import { sameAddressRows } from '../../core/align/same-address-rows'
import { version } from '../support/versions'

const alignment = sameAddressRows([
  version('fr', ['op1: Encourage a', 'op2: Encourage b', 'op3: Invite c', 'op4: Le monde']),
  version('en', ['op1: Encourages a', 'op2: Invites b', 'op3: Invites c', 'op4: The world']),
  version('ru', ['op1: призывает а', 'op2: призывает б', 'op3: предлагает в', 'op4: мир']),
])
// What one row's cells are called differs from version to version where a translator numbered otherwise.
const moved = {
  ...alignment,
  versions: alignment.versions.map((one) =>
    one.language === 'en'
      ? {
          ...one,
          paragraphs: one.paragraphs.map((own) => (own.address === 'op2' ? { ...own, address: 'op9' } : own)),
        }
      : one,
  ),
  rows: alignment.rows.map((row) =>
    row.id === 'r2' ? { ...row, cells: { ...row.cells, en: ['op9'] } } : row,
  ),
}
const table = makeVerbTable(
  'fr',
  [moved],
  verbPattern([{ ...moved, openings: findOpenings(moved.versions) }]),
)

test('as text: a block a language, a line a rendering, with counts, addresses and a mark where it answers two verbs', () => {
  expect(writeVerbs(table)).toBe(
    [
      'fr–en',
      'encourage  encourages  1  op1',
      'encourage  invites *  1  op2 ~ op9',
      'invite  invites *  1  op3',
      '',
      'fr–ru',
      'encourage  призывает  2  op1, op2',
      'invite  предлагает  1  op3',
      '',
      'fr–en  warning  rendered-otherwise: encourage  invites (1; usually encourages, 1)',
      '',
    ].join('\n'),
  )
})

test('as data it has the published shape, with the cells of every use', () => {
  const published = verbTableSchema.strict().parse(JSON.parse(JSON.stringify(table)))
  expect(published.verbs[0]!.renderings[1]).toEqual({
    wording: 'invites',
    count: 1,
    shared: true,
    accepted: false,
    uses: [{ document: 1, symbol: null, row: 'r2', cells: { fr: ['op2'], en: ['op9'] } }],
  })
})

test('says so where nothing opens with a verb', () => {
  expect(writeVerbs(makeVerbTable('fr', [moved], []))).toBe('no opening verbs\n')
})

describe('over several documents', () => {
  const corpus = [
    moved,
    { ...alignment, versions: alignment.versions.map((one) => ({ ...one, symbol: 'A/RES/1/2' })) },
  ]
  const joined = makeVerbTable(
    'fr',
    corpus,
    verbPattern(corpus.map((one) => ({ ...one, openings: findOpenings(one.versions) }))),
  )

  test('an address stands behind its document’s symbol, or its number', () => {
    expect(writeVerbs(joined).split('\n').slice(0, 4)).toEqual([
      'fr–en',
      'encourage  encourages  2  #1 op1; A/RES/1/2 op1',
      'encourage  invites *  2  #1 op2 ~ op9; A/RES/1/2 op2',
      'invite  invites *  2  #1 op3; A/RES/1/2 op3',
    ])
  })

  test('as CSV: a line a rendering with the finding that it makes', () => {
    expect(writeVerbCsv(joined).split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFpivot,language,verb,verb count,rendering,count,shared,accepted,places,finding,severity,usual,usual count',
      'fr,en,encourage,4,encourages,2,no,yes,#1 op1; A/RES/1/2 op1,,,,',
      'fr,en,encourage,4,invites,2,yes,no,#1 op2 ~ op9; A/RES/1/2 op2,rendered-otherwise,warning,encourages,2',
    ])
  })
})
