import { wholeFile } from '../../core/export/gather-chunks'
import type { ExportFormat } from '../../core/export/write-table'
import type { Check, ExportFile, Language, TermBase } from '../../core/model'
import { baseLanguage } from '../../core/text/languages'
import { exportFiles } from '../../jobs/export-files'
import { allOf, parseXml, textOf, type Element } from '../core/export/parse-xml'
import { COLUMN_CASES, gappedRows, tableOf } from '../core/export/sample-table'
import { version } from '../support/versions'

/*
 * The order of columns in the formats that are made of versions, rows and terms: the tables, memories and documents are tried in `core/export/columns.test.ts` in the same way. A text names its row and its language, so that one which stood under
 * another language would be seen.
 */

type Texts = Readonly<Record<Language, string | null>>

/** A check of these texts, a paragraph each; what is empty is a gap. */
function checkOf(languages: readonly Language[], rows: readonly (readonly string[])[]): Check {
  const address = (row: number) => `op${row + 1}`
  return {
    pivot: languages[0]!,
    versions: languages.map((language, at) =>
      version(language, rows.flatMap((texts, row) => (texts[at] === '' ? [] : [`${address(row)}: ${texts[at]!}`]))),
    ),
    rows: rows.map((texts, row) => ({
      id: `r${row + 1}`,
      kind: 'operative',
      cells: Object.fromEntries(languages.map((language, at) => [language, texts[at] === '' ? [] : [address(row)]])),
      confidence: 1,
      evidence: [],
      moved: [],
    })),
    findings: [],
    hits: {},
  }
} // prettier-ignore

/** A concept a row, a wording a cell, in another order than that of the columns. */
function termsOf(languages: readonly Language[], rows: readonly (readonly string[])[]): TermBase {
  return rows.map((texts, row) => ({
    id: `c${row}`,
    field: 'field',
    terms: Object.fromEntries(
      languages
        .flatMap((language, at) =>
          texts[at] === ''
            ? []
            : [[language, [{ wording: texts[at]!, status: 'preferred', match: 'exact' } as const]] as const],
        )
        .reverse(),
    ),
  }))
}

async function write(
  languages: readonly Language[],
  rows: readonly (readonly string[])[],
  format: ExportFormat,
): Promise<readonly ExportFile[]> {
  const source = { check: checkOf(languages, rows), table: tableOf(languages, rows), terms: termsOf(languages, rows) } // prettier-ignore
  return exportFiles(source, format, { base: 'a', allTerms: true })
}

const textIn = ({ chunks }: ExportFile) => new TextDecoder().decode(wholeFile(chunks).bytes)

const texts = (languages: readonly Language[], row: readonly string[]): Texts =>
  Object.fromEntries(languages.map((language, at) => [language, row[at] === '' ? null : row[at]!]))

const cases = COLUMN_CASES.map((languages) => [languages.join(' '), languages] as const)

test.each(cases)('JSON has each text under its own language: %s', async (_, languages) => {
  const rows = gappedRows(languages)
  const [file] = await write(languages, rows, 'json')
  const { versions, rows: found } = JSON.parse(textIn(file!)) as Check
  const paragraph = (language: Language, address: string) =>
    versions.find((own) => own.language === language)!.paragraphs.find((own) => own.address === address)!.text
  expect(
    found.map(({ cells }) =>
      Object.fromEntries(
        Object.entries(cells).map(([language, [address]]) => [
          language,
          address === undefined ? null : paragraph(language, address),
        ]),
      ),
    ),
  ).toEqual(rows.map((row) => texts(languages, row)))
})

test.each(cases)('Akoma Ntoso: a file a version, and links that lead to it: %s', async (_, languages) => {
  const rows = gappedRows(languages)
  const files = await write(languages, rows, 'akn')
  const parsed = new Map(files.map((file) => [file.name, parseXml(textIn(file))]))
  expect([...parsed.keys()]).toEqual([
    ...languages.map((language) => `a.${language.replace(/-(\d)$/u, '-x-$1')}.akn.xml`),
    'a.alignment.akn.xml',
  ])
  const codes: Readonly<Record<Language, string>> = { fr: 'fra', ar: 'ara', zh: 'zho', en: 'eng', ru: 'rus', es: 'spa' }
  const paragraphsOf = (root: Element) =>
    new Map(allOf(root, 'paragraph').map((own) => [own.attributes['eId']!, textOf(allOf(own, 'content')[0])]))
  languages.forEach((language, at) => {
    const root = parsed.get(files[at]!.name)!
    expect(allOf(root, 'FRBRlanguage').map(({ attributes }) => attributes['language'])).toEqual([
      codes[baseLanguage(language)],
    ])
    expect([...paragraphsOf(root).values()]).toEqual(rows.flatMap((row) => (row[at] === '' ? [] : [row[at]!])))
  })
  // A link needs two ends; each leads to the text of its row in that file's language.
  const links = allOf(parsed.get('a.alignment.akn.xml')!, 'link').map(({ attributes }) =>
    attributes['target']!.split(' ').map((target) => {
      const [name, id] = decodeURIComponent(target).split('#')
      return paragraphsOf(parsed.get(name!)!).get(id!)
    }),
  )
  const present = rows.map((row) => row.filter((text) => text !== ''))
  expect(links).toEqual(present.filter((row) => row.length > 1))
}) // prettier-ignore

test.each(
  cases
    .filter(([, languages]) => !languages.includes('fr-2'))
    .flatMap(([name, languages]) => (['tbx', 'tbx3'] as const).map((format) => [format, name, languages] as const)),
)('%s has each wording in the section of its language, in the order of the columns: %s', async (format, _, languages) => {
  const rows = gappedRows(languages)
  const [file] = await write(languages, rows, format)
  const root = parseXml(textIn(file!))
  const [entry, section] = format === 'tbx' ? ['termEntry', 'langSet'] : ['conceptEntry', 'langSec']
  const found = allOf(root, entry).map((own) =>
    allOf(own, section).map((part) => [part.attributes['xml:lang'], allOf(part, 'term').map(textOf)]),
  )
  expect(found).toEqual(
    rows
      .filter((row) => row.some((text) => text !== ''))
      .map((row) => languages.flatMap((language, at) => (row[at] === '' ? [] : [[language, [row[at]]]]))),
  )
}) // prettier-ignore
