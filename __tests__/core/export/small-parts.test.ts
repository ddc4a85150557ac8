import { wholeFile } from '../../../core/export/gather-chunks'
import { groupNotes } from '../../../core/export/group-notes'
import { languageTag } from '../../../core/export/language-tag'
import { PAGE, pageLayout } from '../../../core/export/page-layout'
import { rowHeight } from '../../../core/export/row-height'
import { sheetNames } from '../../../core/export/sheet-names'
import { EXPORT_TYPES, writeTable, type TableFormat } from '../../../core/export/write-table'
import { xmlText } from '../../../core/export/xml-text'
import { columnOf, tableOf } from './sample-table'

test('only characters that XML forbids are dropped', () => {
  expect(xmlText('a\u{0}\u{1}\u{B}\u{1F}b\uD800c\uDC00d\uFFFE\uFFFFe')).toBe('abcde')
  const legal = ' \t\n\r\u{7F}\u{85}\u{9F}\u{A0}\u{AD}\u{200F}\u{202F}\uFEFF\uFFFD𠀀<&>"'
  expect(xmlText(legal)).toBe(legal)
})

test.each([
  ['A/RES/76/299', 't', 'A-RES-76-299'],
  ['A/RES/217(III)', 't', 'A-RES-217(III)'],
  [null, 'Zone de paix, de confiance et de coopération', 'Zone de paix, de confiance'],
  [null, "''", 'Concordance'],
  [null, 'History', 'Concordance'],
  [null, '[a]: b? *c\\', '-a-- b- -c-'],
])('the sheet of %j, %j is named %j', (symbol, title, expected) => {
  const [texts, about] = sheetNames(symbol, title)
  expect(texts.trimEnd()).toBe(expected)
  expect(about).toBe(`${texts} (i)`)
  expect(about.length).toBeLessThanOrEqual(31)
})

test.each([
  ['fr', 'fr-FR'],
  ['fr-2', 'fr-FR'],
  ['zh', 'zh-CN'],
  ['pt-BR', 'pt-BR'],
  ['es-419', 'es-ES'],
  ['sw-3', 'sw'],
  ['mn-Mong', 'mn-Mong'],
])('the tag of %s is %s', (key, tag) => {
  expect(languageTag(key)).toBe(tag)
})

test.each([0, 1, 2, 3, 4, 6, 9])('with %d columns the table is never wider than its page', (columns) => {
  for (const findings of [true, false]) {
    const layout = pageLayout(columns, findings)
    const page = layout.landscape ? PAGE.height : PAGE.width
    const width = layout.address + Math.max(columns, 1) * layout.text + layout.findings
    expect(layout.landscape).toBe(columns > 2)
    expect(width).toBeLessThanOrEqual(page - 2 * layout.margin)
    expect(width).toBeGreaterThan(page - 2 * layout.margin - 10)
    expect(layout.text).toBeGreaterThan(1000)
  }
})

test('a row is as high as its longest cell needs, Chinese counting double, Arabic lines being taller', () => {
  expect(rowHeight(['نص\nنص'], [40])).toBeGreaterThan(rowHeight(['ab\nab'], [40]))
  expect(rowHeight(['a'], [40])).toBe(18)
  expect(rowHeight(['a\nb\nc', 'd'], [40, 40])).toBe(48)
  expect(rowHeight(['字'.repeat(60)], [40])).toBeGreaterThan(rowHeight(['a'.repeat(60)], [40]))
  expect(rowHeight(['a'.repeat(99_999)], [40])).toBe(409)
  expect(rowHeight([], [])).toBe(18)
})

test('columns with the same note share a line', () => {
  expect(
    groupNotes([columnOf('fr'), columnOf('ar', 'A.'), columnOf('en', 'B.'), columnOf('zh', 'A.')]),
  ).toEqual(['AR · ZH — A.', 'EN — B.'])
})

test('each format of tables has its own bytes, and its files the ending that is said', async () => {
  const starts: Readonly<Record<TableFormat, string>> = {
    docx: 'PK',
    xlsx: 'PK',
    csv: '\uFEFFFR,',
    tsv: '\uFEFFFR\t',
    html: '<!doctype html>\n',
    markdown: '<!-- Concordance: fr, en; A/RES/1/1 -->\n# A/RES/1/1 · Titre \\& \\<essai\\>\n',
    tmx: '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">',
    xliff: '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2"',
    xliff2: '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"',
  }
  for (const [format, start] of Object.entries(starts) as [TableFormat, string][]) {
    const { bytes } = wholeFile(await writeTable(tableOf(['fr', 'en'], [['un', 'one']]), format))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.slice(0, start.length)).toBe(start)
    expect(EXPORT_TYPES[format].extension).toMatch(/^[a-z]{2,4}$/u)
  }
})
