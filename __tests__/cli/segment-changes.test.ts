import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { segmentedSchema } from '../../core/schema'
import { runCli } from '../support/run-cli'
import { wordFile } from '../support/word-parts'

const folder = mkdtempSync(path.join(tmpdir(), 'concordance-changes-'))

beforeAll(async () => {
  const run = (text: string, tag = 't') => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`
  const body = `<w:p>${run('Les États Membres ')}<w:del w:id="1" w:author="a">${run('peuvent', 'delText')}</w:del><w:ins w:id="2" w:author="a">${run('doivent')}</w:ins>${run(' coopérer.')}</w:p>`
  writeFileSync(path.join(folder, 'a.docx'), await wordFile({ body }))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [[], 'Les États Membres doivent coopérer.'],
  [['--changes', 'accepted'], 'Les États Membres doivent coopérer.'],
  [['--changes', 'original'], 'Les États Membres peuvent coopérer.'],
])('segment %p reads tracked changes so', async (options, expected) => {
  const { out, code } = await runCli(folder, ['segment', 'a.docx', '--lang', 'fr', ...options])
  expect(code).toBe(0)
  const { paragraphs, report } = segmentedSchema.parse(JSON.parse(out))
  expect(paragraphs.map(({ text }) => text)).toEqual([expected])
  expect(report.notices.map((notice) => notice.code)).toContain('tracked-changes')
})
