import type { TableFormat } from '../../../core/export/write-table'
import { readColumns } from './read-columns'
import { COLUMN_CASES, gappedRows, tableOf } from './sample-table'

const FORMATS: readonly TableFormat[] = ['csv', 'tsv', 'docx', 'xlsx', 'html', 'markdown', 'tmx', 'xliff', 'xliff2'] // prettier-ignore

/** What a file may leave out: TMX a unit of one language, XLIFF one without a source. */
function expected(
  texts: readonly string[],
  languages: readonly string[],
  format: string,
  multilingual: boolean,
) {
  const present = texts.filter((text) => text !== '').length
  return Object.fromEntries(
    languages.map((language, k) => {
      const text = texts[k]!
      const source = texts[0] !== ''
      const others = texts.slice(1).some((own) => own !== '')
      const kept = format.startsWith('xliff')
        ? source
        : format === 'tmx'
          ? multilingual
            ? present > 1
            : source && (k > 0 || others)
          : true
      return [language, kept && text !== '' ? text : null]
    }),
  )
}

describe.each(FORMATS)('%s', (format) => {
  test.each(COLUMN_CASES)(
    'no text stands in another language’s place: %s %s %s %s %s %s',
    async (...keys) => {
      const languages = keys.filter((key) => key !== undefined)
      const rows = gappedRows(languages)
      const found = await readColumns(tableOf(languages, rows), format)
      expect(found).toEqual(rows.map((texts) => expected(texts, languages, format, false)))
    },
  )
})

test.each(COLUMN_CASES)('nor in one TMX file of all languages: %s %s %s %s %s %s', async (...keys) => {
  const languages = keys.filter((key) => key !== undefined)
  const rows = gappedRows(languages)
  const found = await readColumns(tableOf(languages, rows), 'tmx', true)
  expect(found).toEqual(rows.map((texts) => expected(texts, languages, 'tmx', true)))
})
