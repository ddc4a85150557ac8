import { wholeFile } from '../../../core/export/gather-chunks'
import { writeAkn } from '../../../core/export/write-akn'
import { writeXliff, writeXliff2 } from '../../../core/export/write-xliff'
import { UN_LANGUAGES, type ExportTable } from '../../../core/model'
import { shippedDeclaration, shippedResolution } from '../../support/shipped-versions'
import { parseXml } from './parse-xml'
import { columnOf, paragraphOf, tableOf } from './sample-table'
import { AKOMA_NTOSO, departures, XLIFF_12, XLIFF_21 } from './structure'

/** Everything that a unit of these formats may have. */
function fullTable(): ExportTable {
  const table = tableOf(['fr', 'ar'], [['a\u0001b', 'x'], ['c', ''], ['', 'y']], {
    adopted: '2022-07-28',
    columns: [columnOf('fr'), columnOf('ar', 'Non officielle. En attendant.')],
  }) // prettier-ignore
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      notes: ['Diffère.'],
      cells: row.cells.map((cell) =>
        cell.map(({ text }) =>
          paragraphOf(text, {
            label: '1.',
            italics: [{ from: 0, to: 1 }],
            marks: [{ at: 1, mark: '1', note: null }],
          }),
        ),
      ),
    })),
  }
}

test.each([
  ['XLIFF 1.2', writeXliff, XLIFF_12, ['file', 'trans-unit']],
  ['XLIFF 2.1', writeXliff2, XLIFF_21, ['file', 'unit', 'segment']],
] as const)('%s holds what the standard allows, with what it requires', (_, write, structure, ordered) => {
  for (const inline of [false, true]) {
    const text = new TextDecoder().decode(wholeFile(write(fullTable(), { inline })).bytes)
    expect(departures(parseXml(text), structure, ordered)).toEqual([])
    // And what the standard does not allow is seen.
    expect(departures(parseXml(text.replace(/(<\/?)source\b/gu, '$1origin')), structure)).not.toEqual([])
    expect(departures(parseXml(text.replace(/ id="r1"/u, '')), structure)).not.toEqual([])
  }
})

test.each(UN_LANGUAGES)(
  'Akoma Ntoso holds what the standard allows, with what it requires: %s',
  (language) => {
    const source = { symbol: 'A/RES/76/299', title: 'T', adopted: '2022-07-28', pivot: 'fr' }
    for (const version of [shippedResolution(language), shippedDeclaration(language)])
      for (const status of ['official', 'unofficial', 'unknown'] as const) {
        const file = wholeFile(
          writeAkn({ ...version, status }, source, status === 'unofficial' ? 'Non.' : null),
        )
        const root = parseXml(new TextDecoder().decode(file.bytes))
        expect(departures(root, AKOMA_NTOSO, ['statement', 'meta', 'identification', 'FRBRWork'])).toEqual([])
      }
  },
)
