import { joinLabel } from '../../../../core/text/join-label'
import { plainCell } from '../../../../core/export/plain-cell'
import {
  UN_LANGUAGES,
  type ExportMark,
  type ExportParagraph,
  type ExportTable,
  type Language,
} from '../../../../core/model'
import { alignVersions, importFile } from '../../../../core/pipeline'
import { buildExportTable } from '../../../../i18n/build-export-table'
import { makeTranslator } from '../../../../i18n/translator'
import { drawn, tidyLine } from '../../../support/drawn'
import { pick, seeded } from '../../../support/random'
import { shippedResolution } from '../../../support/shipped-versions'
import { COLUMN_CASES, gappedRows, paragraphOf, tableOf } from '../../export/sample-table'
import { LAYOUTS, readWordTable, writeWordTable } from '../../../support/word-tables'

const versions = UN_LANGUAGES.map((language) => shippedResolution(language))
const alignment = alignVersions(versions, { terms: [], lexicon: [], names: [] })

const WORDS: Readonly<Record<string, readonly string[]>> = {
  fr: ['=SOMME(A1)', 'L’Assemblée', 'déçue', '«\u00a0note\u00a0»', '& <b>', '73/338'],
  ar: ['الجمعية', 'العامة', 'وإذ', 'A/RES/73/338', '١٢٣', 'قرارها\u200f،'],
  zh: ['大会', '𠀀𠮷', '决定', '（项目）', 'PDF', '，'],
  en: ['Assembly', '😀', '👩‍👧', '-1', '"quoted"', 'العربية'],
  ru: ['Генеральная', 'ёлка', '№', '«мир»', '+7', '@все'],
  es: ['¿Qué?', 'año', '¡Sí!', 'ñandú', '\u0301', '\ufb01n'],
}
const SPECIAL = ['\u0007', '\u0000', '\ud800', '\ufffe', '\n', '\r\n', '\t', '\u200e', '  ', '\u0085']

function randomText(random: () => number, language: Language): string {
  const words = WORDS[language.slice(0, 2)]!
  const long = pick(random, 40) === 0 ? 3000 : 1 + pick(random, 9)
  let text = ''
  for (let k = 0; k < long; k += 1) {
    text += (k > 0 ? ' ' : '') + words[pick(random, words.length)]!
    if (pick(random, 8) === 0) text += SPECIAL[pick(random, SPECIAL.length)]! + 'x'
  }
  return text
}

function randomParagraph(random: () => number, language: Language): ExportParagraph {
  const text = randomText(random, language)
  // Between characters: halves of one cannot stand in two runs.
  const borders = [...text.matchAll(/\r\n|[\s\S]/gu)].map(({ index }) => index)
  const place = () => [...borders, text.length][pick(random, borders.length + 1)]!
  const spans = () => {
    const [from, to] = [place(), place()].sort((a, b) => a - b)
    return pick(random, 3) > 0 || from === to ? [] : [{ from: from!, to: to! }]
  }
  const marks: ExportMark[] =
    pick(random, 3) > 0 ? [] : [{ at: text.length, mark: ['7', '*', 'a', '2'][pick(random, 4)]!, note: null }]
  if (pick(random, 4) === 0) {
    const at = place()
    const words = { label: '12', text: `${language} note`, italics: [] }
    if (at < text.length && at > 0 && /\S\S/u.test(text.slice(at - 1, at + 1)))
      marks.unshift({ at, mark: '12', note: 'fn12', words })
  }
  const labels = [null, null, '1.', '(a)', '（一）']
  return paragraphOf(text, {
    label: labels[pick(random, labels.length)]!,
    italics: spans(),
    highlights: spans().map((span) => ({ ...span, severity: 'warning' as const, note: 0 })),
    marks,
  })
}

const KINDS = ['operative', 'preambular', 'enacting', 'title', 'section', 'heading'] as const

const STATUSES = ['official', 'unofficial', 'unknown'] as const

function randomTable(random: () => number, languages: readonly Language[]): ExportTable {
  const notes = languages.map((language) => [paragraphOf(`${language} note`, { label: '12' })])
  const rows = Array.from({ length: 8 }, (_, k) => ({
    id: `r${k + 1}`,
    kind: KINDS[pick(random, KINDS.length)]!,
    kindName: 'dispositif',
    address: `op${k + 1}`,
    confidence: 1,
    cells: languages.map((language) =>
      Array.from({ length: [0, 1, 1, 2, 3][pick(random, 5)]! }, () => randomParagraph(random, language)),
    ),
    notes: pick(random, 3) === 0 ? ['Une différence.'] : [],
  }))
  const last = { ...rows[0]!, id: 'r9', kind: 'footnote' as const, address: 'fn12', cells: notes, notes: [] }
  const table = tableOf(languages, [])
  const columns = table.columns.map((column) => ({ ...column, status: STATUSES[pick(random, STATUSES.length)]! })) // prettier-ignore
  return { ...table, columns, rows: [...rows, last] }
}

/** What docs/formats.md says of a text that comes back: forbidden characters are U+FFFD, lines are lines, what is empty is none. */
const carriedLines = (text: string) =>
  text
    .replace(/\r\n|\r/gu, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]|\p{Surrogate}/gu, '\ufffd')
    .split('\n')

function carried(cell: readonly ExportParagraph[], language: Language): string {
  return carriedLines(plainCell(cell, language))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The same with italics and marks in their places. */
const drawnLines = (cell: readonly ExportParagraph[], language: Language) =>
  cell
    .flatMap((each) => carriedLines(joinLabel(each.label, language) + drawn(each)))
    .map(tidyLine)
    .filter((line) => line !== '')

describe.each(LAYOUTS)('our own Word table, %s,', (layout) => {
  it.each(COLUMN_CASES.map((languages) => [languages]))(
    'gives random texts in %j back',
    async (languages) => {
      const random = seeded(languages.join('').length * 31 + layout.length)
      for (let round = 0; round < 2; round += 1) {
        const table = randomTable(random, languages)
        const read = await readWordTable(await writeWordTable(table, layout))
        expect(read.languages).toEqual(languages)
        expect(read.heads).toEqual(Object.fromEntries(table.columns.map(({ language, status }) => [language, { status }]))) // prettier-ignore
        const rows = table.rows
          .map(({ address, cells }) => ({
            address,
            texts: Object.fromEntries(
              languages
                .map((language, k) => [language, carried(cells[k]!, language)] as const)
                .filter(([, text]) => text !== ''),
            ),
          }))
          .filter(({ texts }) => Object.keys(texts).length > 0)
        expect(
          read.units.map(({ properties, texts }) => ({ address: properties['address'], texts })),
        ).toEqual(rows)
        const cells = table.rows.filter(({ cells: own }) => own.some((cell) => cell.length > 0))
        expect(
          read.units.map(({ paragraphs }) =>
            languages.map((key) => (paragraphs?.[key] ?? []).map((each) => tidyLine(drawn(each)))),
          ),
        ).toEqual(cells.map((row) => languages.map((key, k) => drawnLines(row.cells[k]!, key))))
        expect(read.units.every(({ properties }) => properties['symbol'] === 'A/RES/1/1')).toBe(true)
        const told = (read.notices ?? []).map(({ code }) => code)
        expect(told.filter((code) => code !== 'bidi-controls' && code !== 'null-characters')).toEqual([])
      }
    },
  )

  it.each(COLUMN_CASES.map((languages) => [languages]))(
    'keeps every pattern of gaps of %j',
    async (languages) => {
      const rows = gappedRows(languages)
      const { units } = await readWordTable(await writeWordTable(tableOf(languages, rows), layout))
      expect(units.map(({ texts }) => texts)).toEqual(
        rows
          .map((row) =>
            Object.fromEntries(languages.flatMap((key, k) => (row[k] === '' ? [] : [[key, row[k]]]))),
          )
          .filter((texts) => Object.keys(texts).length > 0),
      )
    },
  )

  it('keeps a text that says what a gap says', async () => {
    const { units } = await readWordTable(await writeWordTable(tableOf(['fr', 'en'], [['absent', 'x'], ['', 'y']]), layout)) // prettier-ignore
    expect(units.map(({ texts }) => texts)).toEqual([{ fr: 'absent', en: 'x' }, { en: 'y' }])
  })

  it.each(UN_LANGUAGES)('gives versions and rows of a resolution back, heads in %s', async (locale) => {
    const table = buildExportTable(
      { check: { ...alignment, findings: [], hits: {} }, symbol: 'A/RES/76/299', title: null, adopted: null, meeting: null },
      makeTranslator(locale),
      { locale, languages: ['fr', 'ar', 'zh', 'en', 'ru', 'es'] },
    ) // prettier-ignore
    const read = await importFile(await writeWordTable(table, layout), { name: 'a.docx' })
    expect(read.versions.map(({ version }) => version.language)).toEqual(['fr', 'ar', 'zh', 'en', 'ru', 'es'])
    for (const { version, report } of read.versions) {
      const before = versions.find(({ language }) => language === version.language)!
      const kept = ({ paragraphs }: typeof before) =>
        paragraphs.map(({ kind, label, text, marks, italics }) => ({
          kind,
          label,
          text,
          italics,
          marks: marks.map(({ at, mark }) => ({ at, mark })),
        }))
      expect(kept(version)).toEqual(kept(before))
      expect(version).toMatchObject({ symbol: 'A/RES/76/299', title: before.title, heading: before.heading })
      expect(report).toMatchObject({ format: 'docx', languageFrom: 'file', notices: [] })
    }
    expect(read.alignment!.rows.map(({ cells }) => UN_LANGUAGES.map((key) => cells[key]?.length))).toEqual(
      alignment.rows.map(({ cells }) => UN_LANGUAGES.map((key) => cells[key]?.length)),
    )
  })
})
