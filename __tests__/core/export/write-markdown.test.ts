import { fromMarkdown } from 'mdast-util-from-markdown'
import { wholeFile } from '../../../core/export/gather-chunks'
import { writeMarkdown } from '../../../core/export/write-markdown'
import type { ExportTable } from '../../../core/model'
import { columnOf, paragraphOf, tableOf } from './sample-table'

const write = (table: ExportTable) => new TextDecoder().decode(wholeFile(writeMarkdown(table)).bytes)

test('a table stands under title and status, its findings below it', () => {
  const table = tableOf(['fr', 'ar'], [['un', ''], ['deux | trois', 'اثنان']], { subtitle: ['1. Adoptée'] }) // prettier-ignore
  const noted = table.rows.map((row, k) => ({ ...row, notes: k === 1 ? ['Le nombre *diffère*.'] : [] }))
  const columns = [columnOf('fr'), columnOf('ar', 'Non officielle. En attendant.')]
  expect(write({ ...table, columns, rows: noted }).split('\n')).toEqual([
    '<!-- Concordance: fr, ar; A/RES/1/1 -->',
    '# A/RES/1/1 · Titre \\& \\<essai\\>',
    '',
    '1\\. Adoptée  ',
    'AR — Non officielle. En attendant.  ',
    '',
    '| Par. | FR | AR (non officielle) |',
    '| --- | --- | --- |',
    '| op1 | un | _absent_ |',
    '| op2 <sup>1</sup> | deux \\| trois | <span dir="rtl" lang="ar">اثنان</span> |',
    '',
    '## Constats',
    '',
    '1. **op2** Le nombre \\*diffère\\*.',
    '',
  ])
})

test('label, italics, footnote marks and paragraphs are kept within one line', () => {
  const cell = [
    paragraphOf('重申决议', { label: '1.', italics: [{ from: 0, to: 2 }], marks: [{ at: 4, mark: '1', note: 'fn1' }] }),
    paragraphOf('第二\r\n段'),
  ] // prettier-ignore
  const table = tableOf(['zh'], [['x']])
  const text = write({ ...table, rows: table.rows.map((row) => ({ ...row, cells: [cell] })) })
  expect(text).toContain('| op1 | 1.<em>重申</em>决议<sup>1</sup><br>第二<br>段 |')
})

test.each([
  '*a*',
  '_a_',
  '`a`',
  '[a](b)',
  '<b>a</b>',
  '&amp;',
  'a\\b',
  '![a](b)',
  '~~a~~',
  'a|b',
  '# a',
  '$x$',
  '1. a',
  '- a',
])('a text is read back as it is: %s', (text) => {
  const [line] = write(tableOf(['fr'], [], { title: 't', symbol: null, subtitle: [text] }))
    .split('\n')
    .slice(3)
  const { children } = fromMarkdown(line!.trim())
  expect(children).toHaveLength(1)
  expect(children[0]).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] })
})

test('what a text file cannot hold becomes U+FFFD and is counted', () => {
  const { bytes, losses } = wholeFile(writeMarkdown(tableOf(['fr'], [['a\0b\uD800c']])))
  expect(new TextDecoder().decode(bytes)).toContain('a\uFFFDb\uFFFDc')
  expect(losses).toEqual([
    { code: 'lone-surrogates', count: 1 },
    { code: 'control-characters', count: 1 },
  ])
})
