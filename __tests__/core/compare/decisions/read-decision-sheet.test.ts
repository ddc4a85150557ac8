import { planDecisions } from '../../../../core/compare/decisions/plan-decisions'
import { readDecisionSheet } from '../../../../core/compare/decisions/read-decision-sheet'
import type { Decision, Finding, SettledFinding, Verdict } from '../../../../core/model'
import { writeRefHead, writeTextHead, type DecisionWords } from '../../../../core/text/decision-sheet'
import { readFindingRef, writeFindingRef } from '../../../../core/text/finding-ref'
import type { Sheet } from '../../../../core/text/read-workbook'
import { textMark } from '../../../../core/text/text-mark'
import { pick, seeded } from '../../../support/random'

const WORDS: DecisionWords = {
  decision: new Set(['Décision', 'Decision']),
  note: new Set(['Remarque']),
  row: new Set(['Ligne']),
  mixed: new Set(['Plusieurs']),
  verdicts: new Map<string, Verdict>([
    ['error', 'error'],
    ['erreur', 'error'],
    ['accepté', 'accepted'],
    ['ignoré', 'ignored'],
  ]),
}

const FINDING: Finding = { code: 'number', severity: 'error', row: 'r1', places: { fr: [], en: [] }, found: '25', expected: '24', rule: 'r', sought: [], matched: null, concept: null, confidence: 1 } // prettier-ignore

/** A finding of the key `a1`, `a2`…; what holds is `SCOPE VERDICT REASON` or nothing. */
function settled(k: number, held = '', revision = held === '' ? 0 : 1): SettledFinding {
  const [scope, verdict, ...reason] = held.split(' ')
  const decision =
    held === ''
      ? null
      : ({
          scope,
          key: `a${k}`,
          verdict,
          reason: reason.join(' ') || null,
          by: 'Nadia',
          at: null,
        } as Decision)
  return {
    finding: { ...FINDING, row: `r${k}` },
    keys: { finding: `a${k}`, text: 'b', everywhere: 'c' },
    revisions: { finding: revision, text: 0, everywhere: 0 },
    decision,
  }
}

const HEAD = writeRefHead({ symbol: 'S/RES/1440 (2002)', pivot: 'fr', languages: ['fr', 'ar'] })
const found = (...lines: readonly (readonly [decision: string, note: string, ref: string])[]): Sheet => ({
  name: 'Constats',
  rows: [
    { line: 1, cells: ['Ligne', 'Décision', 'Remarque', HEAD] },
    ...lines.map((cells, k) => ({ line: k + 2, cells: [`r${k + 1}`, ...cells] })),
  ],
})
const texts = (...lines: readonly (readonly [fr: string, ar: string, decision: string, ref: string, marks: string])[]): Sheet => ({
  name: 'Textes',
  rows: [
    { line: 1, cells: ['Français', 'Arabe', 'Décision', 'Remarque', 'Ligne', HEAD, writeTextHead({ fr: 'Français', ar: 'Arabe' })] },
    ...lines.map(([fr, ar, decision, ref, marks], k) => ({ line: k + 2, cells: [fr, ar, decision, '', `r${k + 1}`, ref, marks] })),
  ],
}) // prettier-ignore

const ROWS = new Set(['r1', 'r2', 'r3'])
function plan(sheets: readonly Sheet[], now: readonly SettledFinding[]) {
  const sheet = readDecisionSheet(sheets, WORDS)!
  const { planned, refusals, changedTexts } = planDecisions(sheet, now, ROWS)
  return [
    ...planned.map(({ kind, line, to }) =>
      [`${line}`, kind, to?.verdict, to?.reason].filter((part) => part).join(' '),
    ),
    ...refusals.map(({ line, reason }) => `${line} refused ${reason}`),
    ...changedTexts.map(({ line, language }) => `${line} text ${language}`),
  ]
}

test.each<[string, string, held: string, now: string | null, expected: readonly string[]]>([
  ['', '', '', '', []],
  ['Accepté', '', '', '', ['2 set accepted']],
  ['ACCEPTÉ', 'car', '', '', ['2 set accepted car']],
  ['error', '', '', '', ['2 set error']],
  ['Accepté', 'car', 'finding accepted car', 'finding accepted car', []],
  ['Accepté', 'mais', 'finding accepted car', 'finding accepted car', ['2 changed accepted mais']],
  ['Erreur', '', 'finding accepted car', 'finding accepted car', ['2 changed error']],
  ['Erreur', '', 'text accepted', 'text accepted', ['2 changed error']],
  ['', '', 'finding accepted', 'finding accepted', ['2 withdrawn']],
  ['', '', 'text accepted', 'text accepted', ['2 refused wider-scope']],
  ['Ignoré', '', '', '', ['2 refused no-reason']],
  ['', 'car', '', '', ['2 refused no-verdict']],
  ['peut-être', '', '', '', ['2 refused unknown-verdict']],
  ['Accepté', '', '', null, ['2 refused finding-gone']],
  // Somebody else has settled it since: refused where it says something else, nothing where it is the same or the line was left alone.
  ['Erreur', '', '', 'finding accepted', ['2 refused decided-since']],
  ['Accepté', '', '', 'finding accepted', []],
  ['', '', '', 'finding accepted', []],
])('a line of %j, %j, written of %j, where now %j holds: %j', (decision, note, held, now, expected) => {
  const sheet = found([decision, note, writeFindingRef(settled(1, held))])
  expect(plan([sheet], now === null ? [] : [settled(1, now)])).toEqual(expected)
})

test('a reopened finding is refused although nothing holds, as its revision has moved', () => {
  const sheet = found(['Erreur', '', writeFindingRef(settled(1, 'finding accepted', 1))])
  expect(plan([sheet], [settled(1, '', 2)])).toEqual(['2 refused decided-since'])
})

test('lines that were added, and references that were damaged, are refused one by one; the others hold', () => {
  const sheet = found(
    ['Accepté', '', ''],
    ['Accepté', '', 'f:zz'],
    ['Accepté', '', writeFindingRef(settled(3))],
    ['', '', ''],
  )
  expect(plan([sheet], [settled(3)])).toEqual([
    '4 set accepted',
    '2 refused unknown-id',
    '3 refused unknown-id',
  ])
})

test('a row speaks of all its findings, and a finding’s own line goes before it', () => {
  const refs = [settled(1), settled(2)].map(writeFindingRef)
  const own = found(['Erreur', '', refs[0]!], ['', '', refs[1]!])
  const rows = texts(['un', 'واحد', 'Accepté', refs.join('\n'), ''])
  const { wishes } = readDecisionSheet([rows, own], WORDS)!
  expect(wishes.map(({ ref, verdict, sheet }) => [ref.keys.finding, verdict, sheet])).toEqual([
    ['a1', 'error', 'Constats'],
    ['a2', 'accepted', 'Textes'],
  ])
})

test('two lines on one finding that say different things: the second is refused', () => {
  const ref = writeFindingRef(settled(1))
  expect(plan([found(['Erreur', '', ref], ['Accepté', '', ref])], [settled(1)])).toEqual([
    '2 set error',
    '3 refused two-decisions',
  ])
})

test('a row of several decisions is left alone unless its word is changed', () => {
  const now = [settled(1, 'finding accepted'), settled(2)]
  const refs = now.map(writeFindingRef).join('\n')
  const line = (word: string) => plan([texts(['un', 'واحد', word, refs, ''])], now)
  expect(line('Plusieurs')).toEqual([])
  expect(line('Erreur')).toEqual(['2 changed error', '2 set error'])
})

test('rows without findings, and rows that there are not, are told apart', () => {
  const sheet = texts(['un', 'واحد', 'Erreur', '', ''], ['', '', '', '', ''], ['', '', '', '', ''], ['x', 'y', 'Erreur', '', '']) // prettier-ignore
  expect(plan([sheet], [])).toEqual(['2 refused no-finding', '5 refused unknown-id'])
})

test('edited texts are told by language, whatever became of spaces, and a missing column once', () => {
  const marks = `${textMark('un deux')} ${textMark('واحد')}`
  expect(
    plan([texts(['un\u00a0 deux', 'واحد', '', '', marks], ['un trois', '', '', '', marks])], []),
  ).toEqual(['3 text fr', '3 text ar'])
  const sheet = texts(['un deux', 'x', '', '', marks])
  const rows = sheet.rows.map(({ line, cells }) => ({ line, cells: cells.filter((_, k) => k !== 1) }))
  expect(plan([{ ...sheet, rows }], [])).toEqual(['1 text ar'])
})

test('without a column of decisions the sheet is refused; without references it is no sheet of ours', () => {
  const sheet = found(['Erreur', '', writeFindingRef(settled(1))])
  const [head, ...rest] = sheet.rows
  const unnamed = { ...head!, cells: head!.cells.map((cell) => (cell === 'Décision' ? 'x' : cell)) }
  expect(plan([{ ...sheet, rows: [unnamed, ...rest] }], [settled(1)])).toEqual(['1 refused no-column'])
  expect(readDecisionSheet([{ name: 'a', rows: [{ line: 1, cells: ['Décision'] }] }], WORDS)).toBeNull()
})

test('what the head and a reference say comes back, in random order of columns and lines', () => {
  const random = seeded(7)
  for (let k = 0; k < 50; k += 1) {
    const held = ['', 'finding accepted', 'text error', 'everywhere ignored car'][pick(random, 4)]!
    const own = settled(k + 1, held, pick(random, 9))
    expect(readFindingRef(writeFindingRef(own))).toMatchObject({ keys: own.keys, revisions: own.revisions })
    const sheet = found(['Erreur', '', writeFindingRef(own)], ['', '', writeFindingRef(settled(99))])
    const order = [0, 1, 2, 3].sort(() => random() - 0.5)
    const [head, ...lines] = sheet.rows.map(({ line, cells }) => ({
      line,
      cells: order.map((at) => cells[at]!),
    }))
    const { source, wishes } = readDecisionSheet([{ name: 'x', rows: [head!, ...lines.reverse()] }], WORDS)!
    expect(source).toEqual({ symbol: 'S/RES/1440 (2002)', pivot: 'fr', languages: ['fr', 'ar'] })
    expect(wishes.map(({ line }) => line)).toEqual(held === 'text error' ? [] : [2])
  }
})
