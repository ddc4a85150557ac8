import {
  alignmentSchema,
  checkReportSchema,
  checkSchema,
  findingSchema,
  type CheckFits,
  type CheckReportFits,
} from '../../core/schema'

test('the published shape fits what the core makes, which the type checker proves', () => {
  const fits: readonly [CheckFits, CheckReportFits] = [true, true]
  expect(fits).toEqual([true, true])
})

const empty = { pivot: 'fr', versions: [], rows: [] }

test.each<[string, unknown, boolean]>([
  ['an empty alignment', empty, true],
  ['a row without cells', { ...empty, rows: [{ id: 'r1', kind: 'body', confidence: 1, evidence: [], moved: [] }] }, false],
  ['a confidence over 1', { ...empty, rows: [{ id: 'r1', kind: 'body', cells: {}, confidence: 2, evidence: [], moved: [] }] }, false],
  ['an unknown kind', { ...empty, rows: [{ id: 'r1', kind: 'chapter', cells: {}, confidence: 1, evidence: [], moved: [] }] }, false],
])('%s', (_, value, valid) => {
  expect(alignmentSchema.safeParse(value).success).toBe(valid)
}) // prettier-ignore

test('drops keys that are not published', () => {
  expect(checkSchema.parse({ ...empty, findings: [], hits: {} })).toEqual({ ...empty, findings: [] })
})

test('refuses an offset that is no whole number', () => {
  const finding = {
    code: 'number',
    severity: 'error',
    row: 'r1',
    places: { fr: [{ address: 'p1', from: 0.5, to: 2 }] },
    found: null,
    expected: null,
  }
  expect(findingSchema.safeParse(finding).success).toBe(false)
})

test('a report without its unused decisions is none', () => {
  const report = { ...empty, findings: [], unusedDecisions: [] }
  expect(checkReportSchema.safeParse(report).success).toBe(true)
  expect(checkReportSchema.safeParse({ ...empty, findings: [] }).success).toBe(false)
})
