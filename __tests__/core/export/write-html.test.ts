import { wholeFile } from '../../../core/export/gather-chunks'
import { writeHtml } from '../../../core/export/write-html'
import type { ExportTable } from '../../../core/model'
import { htmlRows } from './read-columns'
import { columnOf, paragraphOf, tableOf } from './sample-table'

const write = (table: ExportTable) => new TextDecoder().decode(wholeFile(writeHtml(table)).bytes)

const NOTED: ExportTable = {
  ...tableOf(
    ['fr', 'ar'],
    [
      ['', ''],
      ['deux', ''],
    ],
  ),
  columns: [columnOf('fr'), columnOf('ar', 'Traduction non officielle. En attendant.')],
  rows: [
    {
      ...tableOf(['fr', 'ar'], [['un', '']]).rows[0]!,
      part: 'Dispositif',
      cells: [
        [
          paragraphOf('les 24 États<', {
            label: '1.',
            italics: [{ from: 0, to: 6 }],
            marks: [{ at: 13, mark: '1', note: 'fn1' }],
            highlights: [{ from: 4, to: 6, severity: 'error', note: 1 }],
          }),
        ],
        [paragraphOf('1 August 2022'), paragraphOf('دول')],
      ],
      notes: ['Un & deux.', 'Le nombre est 24.'],
      noteSides: [
        { languages: ['fr', 'ar'], severity: 'warning' },
        { languages: ['fr', 'ar'], severity: 'error' },
      ],
    },
    { ...tableOf(['fr', 'ar'], [['note', '']]).rows[0]!, id: 'r2', address: 'fn1', part: 'Notes' },
  ],
}

test('a file needs nothing beside itself: no script, no address, no picture, no font', () => {
  const html = write(NOTED)
  expect(html).not.toMatch(/<script|<link|<img|@import|@font-face|url\(|https?:|\son\w+=/iu)
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr" dir="ltr">\n<head>\n<meta charset="utf-8">/u)
  for (const query of ['prefers-color-scheme: dark', '@media print', 'table-header-group', 'width <= 45rem'])
    expect(html).toContain(query)
})

test('every cell has its language and direction, a Latin line in Arabic its own', () => {
  const html = write(NOTED)
  expect(htmlRows(html)[0]!.map(({ lang, dir }) => `${lang!} ${dir!}`)).toEqual(['fr ltr', 'ar rtl'])
  expect(html).toContain('<p class="text" dir="ltr">1 August 2022</p><p class="text">دول</p>')
})

test('label, italics, finding and footnote mark stand where they belong, and texts are escaped', () => {
  expect(write(NOTED)).toContain(
    '<p class="text"><span class="label">1. </span><i>les </i><a class="finding error" href="#f2"><i>24</i></a> États&lt;<sup><a href="#fn1">1</a></sup></p>',
  )
})

test('findings stand as numbered notes at the end, linked both ways', () => {
  const html = write(NOTED)
  expect(html).toContain('<a href="#f1">1</a> <a href="#f2" class="error">2</a>')
  expect(html).toContain('<li id="f1"><a href="#op1"><bdi>op1</bdi></a> Un &amp; deux.</li>')
  expect(html.indexOf('id="f2"')).toBeGreaterThan(html.indexOf('</table>'))
  const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of html.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(target)
})

test('an unofficial version is named at the head and above its column', () => {
  const html = write(NOTED)
  expect(html).toContain('<p class="unofficial">AR — Traduction non officielle. En attendant.</p>')
  expect(html).toContain('AR<small dir="auto">Traduction non officielle</small></th>')
})

test('a gap says so in the reader’s language, and has none of its own', () => {
  const table = tableOf(['fr', 'ar'], [['un', '']])
  expect(write(table)).toContain('<td class="gap" data-name="AR"><span>absent</span></td>')
})

test('two rows of one address keep apart', () => {
  const table = tableOf(['fr'], [['un'], ['deux']])
  const html = write({ ...table, rows: table.rows.map((row) => ({ ...row, address: 'op1' })) })
  expect([...html.matchAll(/<tr id="([^"]*)"/gu)].map(([, id]) => id)).toEqual(['op1', 'r2'])
})

test('no text ends its element, its attribute or the style sheet', () => {
  const evil = '"</style></td><script>alert(1)</script>\\'
  const table = tableOf(['fr'], [[evil]], { symbol: evil, title: evil, subtitle: [evil] })
  const html = write({ ...table, columns: [{ ...columnOf('fr'), heading: evil }] })
  expect(html).not.toContain('<script')
  expect(html.match(/<\/style>/gu)).toHaveLength(1)
  expect(htmlRows(html)[0]![0]!.text).toBe(evil)
})

test('what HTML cannot hold becomes U+FFFD and is counted; a carriage return stays one', () => {
  const { bytes, losses } = wholeFile(writeHtml(tableOf(['fr'], [['a\0b\uD800c\rd\u0001']])))
  expect(htmlRows(new TextDecoder().decode(bytes))[0]![0]!.text).toBe('a\uFFFDb\uFFFDc\rd\u0001')
  expect(losses).toEqual([
    { code: 'control-characters', count: 1 },
    { code: 'lone-surrogates', count: 1 },
  ])
})

test('an Arabic reader’s file runs from right to left', () => {
  const table = tableOf(['fr', 'ar'], [['un', 'واحد']], { locale: 'ar', direction: 'rtl' })
  expect(write(table)).toContain('<html lang="ar" dir="rtl">')
})

test('more than three columns are printed on a wide page', () => {
  const languages = ['fr', 'en', 'ar', 'zh']
  expect(write(tableOf(languages, []))).toContain('size: A4 landscape')
  expect(write(tableOf(languages.slice(1), []))).toContain('size: A4;')
})
