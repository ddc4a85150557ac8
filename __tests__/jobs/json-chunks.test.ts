import { decideCheck } from '../../cli/decide-check'
import { alignmentSchema, checkReportSchema, checkSchema } from '../../core/schema'
import { alignmentChunks, jsonChunks, reportChunks } from '../../jobs/json-chunks'
import { sampleCheck } from '../components/sample-check'

test('the pieces join to the published shape of the very check, a paragraph, row or finding a line', () => {
  const check = sampleCheck()
  const text = [...jsonChunks(check)].join('')
  expect(JSON.parse(text)).toEqual(checkSchema.parse(check))
  const count = check.versions.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
  const lines = text.split('\n').filter((line) => /^\{"(?:address|id|code)"/u.test(line))
  expect(lines).toHaveLength(count + check.rows.length + check.findings.length)
})

test('halves of surrogate pairs and control characters come back', () => {
  const check = sampleCheck(['fr', 'en'])
  const [first, ...rest] = check.versions
  const odd = {
    ...first!,
    paragraphs: first!.paragraphs.map((own) => ({ ...own, text: 'a\u0000\uD800\u2028"' })),
  }
  const chunks = [...jsonChunks({ ...check, versions: [odd, ...rest] })]
  const bytes = new TextEncoder().encode(chunks.join(''))
  const back = checkSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  expect(back.versions[0]!.paragraphs[0]!.text).toBe('a\u0000\uD800\u2028"')
})

test('an alignment and a check with what was settled join to their published shapes, in more than one piece where they are long', () => {
  const check = sampleCheck()
  const alignment = [...alignmentChunks(check)]
  expect(JSON.parse(alignment.join(''))).toEqual(alignmentSchema.parse(check))
  const report = decideCheck(check, [
    { scope: 'text', key: '0'.repeat(16), verdict: 'ignored', reason: 'style', by: null, at: null },
  ])
  expect(JSON.parse([...reportChunks(report)].join(''))).toEqual(checkReportSchema.parse(report))
  const rows = Array.from({ length: 2_000 }, () => check.rows[0]!)
  expect([...alignmentChunks({ ...check, rows })].length).toBeGreaterThan(2)
})
