import { readFileSync } from 'node:fs'
import path from 'node:path'
import { wholeFile } from '../../core/export/gather-chunks'
import { pairTables } from '../../core/export/pair-tables'
import type { WriteOptions } from '../../core/export/write-options'
import { writeTable, type TableFormat } from '../../core/export/write-table'
import { UN_LANGUAGES, type Check, type ExportTable, type Paragraph, type Version } from '../../core/model'
import { alignVersions, choosePivot, importFile, readVersion } from '../../core/pipeline'
import { readFile } from '../../core/read/read-document'
import { buildExportTable } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'

const versions = UN_LANGUAGES.map((language) =>
  readVersion(new Uint8Array(readFileSync(path.join('corpus/A-RES-76-299', `${language}.txt`))), {
    name: `${language}.txt`,
    language,
    status: language === 'fr' ? 'official' : 'unofficial',
  }),
)
const alignment = alignVersions(versions, { terms: [], lexicon: [], names: [] })
const check: Check = { ...alignment, findings: [], hits: {} }

const tableIn = (locale: (typeof UN_LANGUAGES)[number]): ExportTable =>
  buildExportTable(
    { check, symbol: 'A/RES/76/299', title: null, adopted: null, meeting: null },
    makeTranslator(locale),
    { locale, languages: ['fr', 'ar', 'zh', 'en', 'ru', 'es'] },
  )

/** A paragraph as far as a table keeps it; CSV and TSV have no italics. */
const kept = ({ kind, label, text, marks, italics }: Paragraph) => ({
  kind,
  label,
  text,
  italics,
  marks: marks.map(({ at, mark }) => ({ at, mark })),
})
const textOf = (version: Version, format: string) =>
  version.paragraphs.map((paragraph) =>
    kept(format === 'csv' || format === 'tsv' ? { ...paragraph, italics: [] } : paragraph),
  )

const write = async (table: ExportTable, format: TableFormat, options: WriteOptions = {}) =>
  wholeFile(await writeTable(table, format, options)).bytes

describe.each(['csv', 'tsv', 'xlsx', 'html', 'markdown'] as const)('our own %s read back', (ending) => {
  it.each(UN_LANGUAGES)('gives the versions and rows that were written, heads in %s', async (locale) => {
    const read = await importFile(await write(tableIn(locale), ending), { name: `a.${ending}` })
    expect(read.versions.map(({ version }) => version.language)).toEqual(['fr', 'ar', 'zh', 'en', 'ru', 'es'])
    for (const { version, report } of read.versions) {
      const before = versions.find(({ language }) => language === version.language)!
      expect(textOf(version, ending)).toEqual(textOf(before, ending))
      expect(report).toMatchObject({ format: ending, languageFrom: 'file', shape: 'resolution', notices: [] })
      expect(version.title).toBe(before.title)
      expect(version.heading).toEqual(before.heading)
    }
    const pivot = choosePivot(versions)
    const fr = read.versions.find(({ version }) => version.language === 'fr')!.version
    expect(fr.paragraphs.map(({ address }) => address)).toEqual(
      versions.find(({ language }) => language === pivot)!.paragraphs.map(({ address }) => address),
    )
    expect(fr.paragraphs.flatMap(({ marks }) => marks.map(({ note }) => note))).toEqual([
      'fn1',
      'fn2',
      'fn3',
      'fn4',
    ])
    expect(read.alignment?.pivot).toBe('fr')
    const sizes = (rows: typeof alignment.rows) =>
      rows.map(({ cells }) => UN_LANGUAGES.map((language) => cells[language]?.length))
    expect(sizes(read.alignment!.rows)).toEqual(sizes(alignment.rows))
    expect(
      read.alignment!.rows.every(
        ({ confidence, evidence }) => confidence === 1 && evidence[0]?.kind === 'file',
      ),
    ).toBe(true)
  })
})

/** The units of a file as its reader has them: texts by language. */
async function unitsOf(bytes: Uint8Array, name: string) {
  const read = await readFile(bytes, name)
  if (read.kind !== 'aligned') throw new Error(`${name} is no aligned file`)
  return read.aligned
}

describe.each([
  ['tmx', {}],
  ['tmx', { inline: true }],
  ['xliff', {}],
  ['xliff', { inline: true }],
  ['xliff2', {}],
  ['xliff2', { inline: true }],
] as const)('our own %s, %j', (format, options) => {
  const ending = format === 'tmx' ? 'tmx' : 'xlf'

  it('gives every pair its units, addresses and symbols back', async () => {
    for (const { languages, table } of pairTables(tableIn('fr'))) {
      const { languages: found, units } = await unitsOf(await write({ ...table, rows: [...table.rows] }, format, options), `a.${ending}`) // prettier-ignore
      expect(found).toEqual(languages)
      const rows = [...table.rows]
      expect(units.map(({ texts }) => texts)).toEqual(
        rows.map(({ cells }) =>
          Object.fromEntries(
            languages.map((language, k) => [language, cells[k]!.map(({ text }) => text).join('\n')]),
          ),
        ),
      )
      expect(
        units.map(({ properties }) => properties['address'] ?? properties['resname'] ?? properties['name']),
      ).toEqual(rows.map(({ address }) => address))
    }
  })
})

it('one TMX of all languages gives all of them back', async () => {
  const { languages, units } = await unitsOf(await write(tableIn('ar'), 'tmx'), 'a.tmx')
  expect([...languages].sort()).toEqual([...UN_LANGUAGES].sort())
  expect(units).toHaveLength(alignment.rows.length)
  for (const { texts } of units) expect(Object.keys(texts)).toHaveLength(6)
})

it.each(['tmx', 'xliff', 'xliff2'] as const)(
  'our own %s with inline codes gives versions back, labels, italics and marks included',
  async (format) => {
    for (const { languages, table } of pairTables(tableIn('zh'))) {
      const bytes = await write({ ...table, rows: [...table.rows] }, format, { inline: true })
      const read = await importFile(bytes, { name: 'a' })
      expect(read.versions.map(({ version }) => version.language)).toEqual(languages)
      for (const { version } of read.versions) {
        const before = versions.find(({ language }) => language === version.language)!
        expect(textOf(version, format)).toEqual(textOf(before, format))
        expect([version.symbol, version.title, version.heading]).toEqual([before.symbol, before.title, before.heading]) // prettier-ignore
        // XLIFF 1.2 has a note on what is unofficial, and nothing of what is not.
        expect(version.status).toBe(format === 'xliff' && before.status === 'official' ? 'unknown' : before.status) // prettier-ignore
      }
    }
  },
)
