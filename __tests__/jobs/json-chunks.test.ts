import { checkSchema } from '../../core/schema'
import { jsonChunks } from '../../jobs/json-chunks'
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
