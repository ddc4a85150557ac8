import '@microsoft/jest-sarif'
import { makeReport } from '../../cli/make-report'
import { decideCheck } from '../../cli/decide-check'
import { writeJunit } from '../../core/export/write-junit'
import { writeSarif } from '../../core/export/write-sarif'
import { UN_LANGUAGES, type Decision, type Finding } from '../../core/model'
import { describeFinding } from '../../i18n/describe-finding'
import { makeTranslator } from '../../i18n/translator'
import { allOf, parseXml } from '../core/export/parse-xml'
import { checkWith, finding } from './check-report'

const FILES = {
  fr: 'texts/fr été.txt',
  en: '/elsewhere/en.txt',
} as const

/** The report of findings on `p1` to `p5` of two files, the French one plain text with two paragraphs on one line. */
function reportOf(
  findings: readonly Finding[],
  {
    decisions = [],
    locale = 'en',
    ...more
  }: { decisions?: readonly Decision[]; locale?: string; all?: boolean } = {},
) {
  const check = checkWith(findings)
  const report = decideCheck(check, decisions)
  const made = makeReport(
    report,
    {
      sources: [
        {
          name: FILES.fr,
          bytes: new TextEncoder().encode('paix 1\npaix 2\n\npaix 3 paix 4\npaix 5\n'),
          encoding: 'utf-8',
        },
        { name: FILES.en, bytes: new Uint8Array(), encoding: null },
      ],
      failOn: 'error',
      version: '1.2.3',
      ...more,
    },
    { NODE_ENV: 'test', LANG: `${locale}.UTF-8` },
  )
  return { check, report, made }
}

/** What SARIF says, as read back. */
function sarifOf(...args: Parameters<typeof reportOf>) {
  const { made, ...rest } = reportOf(...args)
  const log = JSON.parse([...writeSarif(made)].join('')) as import('sarif').Log
  return { ...rest, log, run: log.runs[0]!, results: log.runs[0]!.results! }
}

function junitOf(...args: Parameters<typeof reportOf>) {
  return parseXml([...writeJunit(reportOf(...args).made)].join(''))
}

const error = finding('p4', { code: 'number', severity: 'error', rule: 'changed', found: '4', concept: null })
const some = () => [
  finding('p2'),
  error,
  finding('p3', {
    code: 'gap',
    severity: 'error',
    places: { fr: [{ address: 'p3', from: 0, to: 6 }], en: [] },
  }),
  finding('p5', { severity: 'info', confidence: 0.3 }),
]

/** A decision on the first finding of those that are given. */
function decide(findings: readonly Finding[], verdict: Decision['verdict']): Decision {
  const { report } = reportOf(findings)
  return {
    scope: 'finding',
    key: report.findings[0]!.keys.finding,
    verdict,
    reason: 'as agreed',
    by: 'A. Reviser',
    at: '2030-01-31T10:00:00Z',
  }
}

describe('SARIF', () => {
  test.each(UN_LANGUAGES)('follows the published schema, with the sentences of %s', (locale) => {
    const findings = some()
    const { check, log, run, results } = sarifOf(findings, {
      all: true,
      locale,
      decisions: [decide(findings, 'accepted')],
    })
    ;(expect(log) as unknown as { toBeValidSarifLog(): void }).toBeValidSarifLog()
    expect(run.language).toBe(locale)
    const t = makeTranslator(locale)
    expect(results.map(({ message }) => message.text)).toEqual(
      findings.map((one) =>
        describeFinding(
          one,
          check.rows.find(({ id }) => id === one.row)!,
          t,
        ),
      ),
    )
    expect(run.tool.driver.rules!.map(({ shortDescription }) => shortDescription!.text)).toContain(
      t('findings.name.number'),
    )
  })

  test('the schema refuses what SARIF does not have', () => {
    const { log } = sarifOf(some())
    const wrong = { ...log, runs: [{ ...log.runs[0], extra: 1 }] }
    ;(expect(wrong) as unknown as { not: { toBeValidSarifLog(): void } }).not.toBeValidSarifLog()
  })

  test('each result names its rule, its level and how sure it is; what is only told is left out unless asked for', () => {
    const { run, results } = sarifOf(some(), { all: true })
    expect(results.map(({ level }) => level)).toEqual(['warning', 'error', 'error', 'note'])
    expect(results.map(({ rank }) => rank)).toEqual([100, 100, 100, 30])
    for (const { ruleId, ruleIndex } of results) expect(run.tool.driver.rules![ruleIndex!]!.id).toBe(ruleId)
    expect(sarifOf(some()).results).toHaveLength(3)
  })

  test('the place is the other version’s, the pivot’s is related; in plain text by line, else by address alone', () => {
    const { results } = sarifOf(some())
    const [first, , gap] = results
    expect(first!.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/en.txt', index: 1 } },
        logicalLocations: [{ name: 'p2', fullyQualifiedName: 'en/p2', kind: 'element' }],
      },
    ])
    expect(first!.relatedLocations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'texts/fr%20%C3%A9t%C3%A9.txt', uriBaseId: '%SRCROOT%', index: 0 },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 5, charOffset: 7, charLength: 4 },
    })
    expect(gap!.locations![0]!.physicalLocation!.region).toMatchObject({
      startLine: 4,
      startColumn: 1,
      charLength: 6,
    })
    expect(gap!.relatedLocations).toEqual([])
  })

  test('the fingerprints are the keys of decisions, whatever the row', () => {
    const { report, results } = sarifOf([error])
    const { keys } = report.findings[0]!
    expect(results[0]!.fingerprints).toEqual({ 'concordance/v1': keys.finding })
    expect(results[0]!.partialFingerprints).toEqual({
      'text/concordance/v1': keys.text,
      'everywhere/concordance/v1': keys.everywhere,
    })
  })

  test.each([
    ['accepted', 1],
    ['ignored', 1],
    ['error', 0],
  ] as const)(
    'a finding that was settled as %s has %d suppressions, one that was not has none',
    (verdict, count) => {
      const { results } = sarifOf([error, finding('p2')], { decisions: [decide([error], verdict)] })
      expect(results.map(({ suppressions }) => suppressions!.length)).toEqual([count, 0])
      if (count > 0)
        expect(results[0]!.suppressions).toEqual([
          {
            kind: 'external',
            status: 'accepted',
            justification: 'as agreed',
            properties: { verdict, scope: 'finding', by: 'A. Reviser', at: '2030-01-31T10:00:00Z' },
          },
        ])
    },
  )
})

describe('JUnit', () => {
  test('a suite a pair, a case a row; a row that fails says why', () => {
    const suites = junitOf(some())
    expect(suites.attributes).toMatchObject({ tests: '5', failures: '2', errors: '0', skipped: '0' })
    const [suite] = allOf(suites, 'testsuite')
    expect(suite!.attributes).toEqual({
      name: 'fr été.txt fr-en',
      tests: '5',
      failures: '2',
      errors: '0',
      skipped: '0',
    })
    const cases = allOf(suites, 'testcase')
    expect(cases.map(({ attributes }) => attributes['name'])).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
    const failures = allOf(cases[3]!, 'failure')
    expect(failures[0]!.attributes['type']).toBe('number')
    expect(failures[0]!.attributes['message']).toMatch(/^The number is paix in the French version/u)
    // A warning does not reach --fail-on error.
    expect(allOf(cases[1]!, 'failure')).toEqual([])
    expect(allOf(cases[1]!, 'system-out')).toHaveLength(1)
    expect(cases[0]!.attributes).toMatchObject({
      classname: 'fr été.txt fr-en',
      file: 'file:///elsewhere/en.txt',
    })
  })

  test.each(['accepted', 'ignored'] as const)(
    'a row in which everything was %s is skipped, with the reason',
    (verdict) => {
      const suites = junitOf([error], { decisions: [decide([error], verdict)] })
      expect(suites.attributes).toMatchObject({ failures: '0', skipped: '1' })
      const [skipped] = allOf(suites, 'skipped')
      expect(skipped!.attributes['message']).toContain('as agreed')
    },
  )

  test('what XML cannot hold is written as U+FFFD and told', () => {
    const { made } = reportOf([finding('p4', { severity: 'error', expected: 'a\u0001b<&"' })])
    const pieces = writeJunit(made)
    let text = ''
    for (;;) {
      const next = pieces.next()
      if (next.done === true) {
        expect(next.value).toEqual([{ code: 'control-characters', count: 2 }])
        break
      }
      text += next.value
    }
    expect(allOf(parseXml(text), 'failure')[0]!.attributes['message']).toContain('a\uFFFDb<&"')
  })
})
