import { decideCheck } from '../../cli/decide-check'
import { writeFindings } from '../../cli/write-findings'
import type { Decision, Finding } from '../../core/model'
import { checkWith, finding } from './check-report'

const write = (findings: readonly Finding[], decisions: readonly Decision[] = [], all = false) =>
  writeFindings(decideCheck(checkWith(findings), decisions), { all })
const ignore = (one: Finding, reason: string | null): Decision => ({
  scope: 'text',
  key: decideCheck(checkWith([one]), []).findings[0]!.keys.text,
  verdict: 'ignored',
  reason,
  by: null,
  at: null,
})

test('a line ends with its rule and what was sought', () => {
  expect(
    write([
      finding('p1', { sought: ['peace', 'pax'] }),
      finding('p2', { found: 'war', rule: 'other-concept' }),
    ]),
  ).toBe(
    [
      'p1 ~ p1  fr–en  warning  term-missing: expected "paix", found nothing  absent  sought: peace, pax',
      'p2 ~ p2  fr–en  warning  term-missing: expected "paix", found "war"  other-concept',
      '2 findings: 0 errors, 2 warnings\n',
    ].join('\n'),
  )
})

test('what is only told has a line with --all alone, and is counted', () => {
  const findings = [finding('p1', { severity: 'info' }), finding('p2', { severity: 'error' })]
  expect(write(findings).split('\n')).toEqual([
    expect.stringMatching(/^p2 ~ p2/u),
    '2 findings: 1 errors, 0 warnings',
    '',
  ])
  expect(write(findings, [], true).split('\n')).toHaveLength(4)
})

test('what was ignored has a line with --all alone, with the reason, and is not counted', () => {
  const one = finding('p1')
  expect(write([one], [ignore(one, 'a quotation')])).toBe('0 findings: 0 errors, 0 warnings\n')
  expect(write([one], [ignore(one, 'a quotation')], true)).toMatch(
    / {2}absent {2}ignored: a quotation\n0 findings/u,
  )
  expect(write([one], [ignore(one, null)], true)).toMatch(/ {2}absent {2}ignored\n/u)
})

test('a finding is one line, whatever stands in the text', () => {
  expect(write([finding('p1', { found: 'peace\nand\u2028war' })]).split(/\n|\u2028/u)).toHaveLength(3)
})

test('an absent side is a dash, and a long text is cut', () => {
  const one = finding('p1', {
    places: { fr: [{ address: 'p1', from: 0, to: 6 }], en: [] },
    expected: 'é'.repeat(90),
  })
  expect(write([one])).toMatch(/^p1 ~ – {2}fr–en.*"é{80}…"/u)
})
