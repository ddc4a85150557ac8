import { FINDING_CODES } from '../../components/ReadingView/view-query'
import { SEVERITIES } from '../../core/compare/make-finding'
import { loadKnowledge } from '../../jobs/corpus'
import { runCheckExamples } from '../../jobs/check-examples'

test('every check finds in its own example what it is there for', async () => {
  const documents = runCheckExamples(FINDING_CODES, await loadKnowledge(process.cwd()))
  expect(documents.map(({ code }) => code)).toEqual(FINDING_CODES)
  expect(documents.filter(({ example }) => example === null).map(({ code }) => code)).toEqual([])
  for (const { code, severity, example } of documents) {
    expect(severity).toBe(SEVERITIES[code])
    expect(example!.finding.rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/u)
    expect(`${example!.pivot}${example!.other}`).not.toBe('')
  }
})

test('there is no check besides', () => {
  expect([...FINDING_CODES].sort()).toEqual(Object.keys(SEVERITIES).sort())
})
