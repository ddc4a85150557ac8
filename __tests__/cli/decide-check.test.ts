import { decideCheck, reaches } from '../../cli/decide-check'
import type { Decision, Verdict } from '../../core/model'
import { checkReportSchema, type CheckReport } from '../../core/schema'
import { checkWith, finding } from './check-report'

const check = checkWith([
  finding('p1', { severity: 'info', confidence: 0.9 }),
  finding('p2', { severity: 'warning', confidence: 0.6 }),
  finding('p3', { severity: 'error', confidence: 0.8 }),
  finding('p4', { severity: 'warning', confidence: 0.9 }),
  finding('p5', { severity: 'warning', confidence: 0.9 }),
])
const rowsOf = ({ findings }: CheckReport) => findings.map(({ row }) => row)
const decide = (row: string, verdict: Verdict): Decision => ({
  scope: 'finding',
  key: decideCheck(check, []).findings.find((one) => one.row === row)!.keys.finding,
  verdict,
  reason: null,
  by: null,
  at: null,
})

test('findings stand in the order of rows, or with the severe first, the surer first among them, else in order', () => {
  expect(rowsOf(decideCheck(check, []))).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'])
  expect(rowsOf(decideCheck(check, [], 'severity'))).toEqual(['r3', 'r4', 'r5', 'r2', 'r1'])
})

test('every finding has its three keys and its decision, and the whole has the published shape', () => {
  const report = decideCheck(check, [decide('r3', 'accepted')])
  expect(report.findings.map(({ decision }) => decision?.verdict)).toEqual([
    undefined,
    undefined,
    'accepted',
    undefined,
    undefined,
  ])
  const published = checkReportSchema.strict().parse(JSON.parse(JSON.stringify(report)))
  expect(published.findings[2]!.decision?.key).toBe(published.findings[2]!.keys.finding)
})

test('a key that the report gives is one that a file of decisions can use, in every scope', () => {
  for (const scope of ['finding', 'text', 'everywhere'] as const) {
    const key = decideCheck(check, []).findings[1]!.keys[scope]
    const decision: Decision = { scope, key, verdict: 'ignored', reason: null, by: null, at: null }
    const report = decideCheck(check, [decision])
    expect(report.findings.filter((one) => one.decision !== null).map(({ row }) => row)).toEqual(['r2'])
    expect(report.unusedDecisions).toEqual([])
  }
})

test('decisions that no finding took are kept, in their order', () => {
  const [first, second] = ['1', '2'].map((digit): Decision => ({
    ...decide('r1', 'ignored'),
    key: digit.repeat(16),
  }))
  expect(decideCheck(check, [second!, decide('r1', 'ignored'), first!]).unusedDecisions).toEqual([
    second,
    first,
  ])
})

test.each<[string, readonly Decision[], 'error' | 'warning' | 'never', boolean]>([
  ['an open error stops', [], 'error', true],
  ['an accepted error does not', [decide('r3', 'accepted')], 'error', false],
  ['an ignored error does not', [decide('r3', 'ignored')], 'error', false],
  ['a confirmed error does', [decide('r3', 'error')], 'error', true],
  ['an open warning stops where warnings count', [decide('r3', 'accepted')], 'warning', true],
  ['nothing stops where nothing counts', [], 'never', false],
])('%s', (_, decisions, least, stops) => {
  expect(reaches(decideCheck(check, decisions), least)).toBe(stops)
})

test('what is only told never stops a check', () => {
  const told = checkWith([finding('p1', { severity: 'info' })])
  expect(reaches(decideCheck(told, []), 'warning')).toBe(false)
})
