import { wholeFile } from '../../core/export/gather-chunks'
import { plainCell } from '../../core/export/plain-cell'
import { joinLabel } from '../../core/text/join-label'
import { pairTables } from '../../core/export/pair-tables'
import { writeTable } from '../../core/export/write-table'
import {
  UN_LANGUAGES,
  type Alignment,
  type ExportColumn,
  type ExportParagraph,
  type ExportRow,
  type ExportTable,
  type Language,
  type Paragraph,
  type ParagraphKind,
  type Row,
  type Status,
  type Version,
} from '../../core/model'
import { importFile } from '../../core/pipeline'
import { readFile } from '../../core/read/read-document'
import { alignmentChunks, jsonChunks } from '../../jobs/json-chunks'
import { takeRaised } from '../../core/text/footnote-mark'
import { drawn, tidyLine } from '../support/drawn'
import { encodeText } from '../support/encode-text'
import { pick, seeded } from '../support/random'
import { columnOf, paragraphOf, REVIEW, tableOf } from './export/sample-table'

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  fr: ['é', 'œ', 'ç', 'a', '’', '\u00a0;'],
  ar: ['ا', 'ل', 'ق', 'ر', 'ّ', '؛', '\u200f'],
  zh: ['决', '议', '，', '（', '𠀀'],
  en: ['a', 'the ', 'Z', '.'],
  ru: ['ж', 'ё', 'Ы', '«', '»'],
  es: ['ñ', 'í', '¿', 'u'],
}

/** What one format or another has a use of its own for. */
const SIGNS = [
  '|', '<', '>', '&', '`', '\\', '*', '_', '=', '+', '-', '#', '!', '[', ']', '~', '$', '^', '"', '\'', '{', '}', ' ', '  ', '\t', '1. ', '²', '¹',
  '<br>', '<sup>1</sup>', '</td>', '</table>', '<!--', '-->', '&amp;', '\\|', '_absent_', '😀', '👩🏽‍🚒', '\u2028', '\u0085', '\ufeff', '\ufffd', '"}]', '\n', '\r\n', '\r',
] // prettier-ignore

const CONTROLS = ['\u0001', '\u0008', '\u000b', '\u000c', '\u001b', '\u001f', '\u007f']

type Random = () => number
const oneOf = <T>(random: Random, list: readonly T[]): T => list[pick(random, list.length)]!

/** A text of a language full of signs, which begins and ends with a letter or, at times, begins as a formula does; with `edges` it may begin and end with anything. */
function textIn(random: Random, language: string, edges: boolean): string {
  const letter = () => oneOf(random, LETTERS[language.slice(0, 2)]!)
  const middle = Array.from({ length: pick(random, 40) }, () => {
    const roll = random()
    return roll < 0.35 ? oneOf(random, SIGNS) : roll < 0.37 ? oneOf(random, CONTROLS) : letter()
  })
  const end = () => (edges && random() < 0.4 ? '' : 'x')
  return `${random() < 0.2 ? '=' : ''}${end()}${middle.join('')}${end()}`
}

/** Offsets of a text between its characters, in ascending order. */
function offsets(random: Random, text: string, count: number): readonly number[] {
  const borders: number[] = [0]
  for (const [character] of text.matchAll(/\r\n|[\s\S]/gu)) borders.push(borders.at(-1)! + character.length)
  return Array.from({ length: count }, () => oneOf(random, borders)).sort((a, b) => a - b)
}

const KINDS = [
  ['op', 'operative'], ['pp', 'preambular'], ['art', 'article'], ['fn', 'footnote'], ['p', 'body'], ['h', 'heading'],
] as const satisfies readonly (readonly [string, ParagraphKind])[] // prettier-ignore

function partsIn(
  random: Random,
  language: string,
  edges = false,
): Omit<ExportParagraph, 'address' | 'highlights'> {
  const text = textIn(random, language, edges)
  const [from = 0, to = 0] = offsets(random, text, 2)
  return {
    label: random() < 0.4 ? oneOf(random, ['1.', 'a)', '(أ)', '（一）', 'Article <2>', '*']) : null,
    text,
    italics: random() < 0.5 && from < to ? [{ from, to }] : [],
    marks: offsets(random, text, pick(random, 3)).map((at) => ({ at, mark: oneOf(random, ['1', '23', '*', '<a>']), note: null })), // prettier-ignore
  }
}

const STATUSES: readonly Status[] = ['official', 'unofficial', 'unknown']

function randomTable(seed: number, languages: readonly Language[], edges = false): ExportTable {
  const random = seeded(seed)
  const rows = Array.from({ length: 1 + pick(random, 6) }, (_, k) => {
    const [prefix, kind] = oneOf(random, KINDS)
    const cells = languages.map((language) =>
      Array.from({ length: pick(random, 4) }, () => ({
        address: `${prefix}${k + 1}`,
        ...partsIn(random, language, edges),
        highlights: random() < 0.3 ? [{ from: 0, to: 2, severity: 'error' as const, note: 0 }] : [],
      })),
    )
    return {
      ...tableOf(languages, [languages.map(() => '')]).rows[0]!,
      id: `r${k + 1}`,
      kind,
      address: `${prefix}${k + 1}`,
      cells: cells.every((cell) => cell.length === 0) ? cells.map(() => [{ address: 'p', ...partsIn(random, 'fr'), highlights: [] }]) : cells, // prettier-ignore
      notes: random() < 0.4 ? ['Le nombre | <diffère> & *plus*.'] : [],
      ...(random() < 0.5 && { part: 'Dispositif' }),
    }
  })
  return {
    ...tableOf(languages, []),
    columns: languages.map((language) => ({
      ...columnOf(language, random() < 0.5 ? 'Non officielle. Voir.' : null),
      status: oneOf(random, STATUSES),
    })),
    symbol: oneOf(random, [null, 'A/RES/76/299', 'A/76/L.7 "-->&']),
    rows,
  }
}

const SETS: readonly (readonly Language[])[] = [
  ['fr', 'en'],
  ['ar', 'fr'],
  ['zh', 'ar', 'ru'],
  ['en', 'fr', 'fr-2'],
  UN_LANGUAGES,
]
const CASES = SETS.flatMap((languages) => Array.from({ length: 18 }, (_, seed) => [seed, languages] as const))

async function aligned(bytes: Uint8Array, name: string) {
  const read = await readFile(bytes, name)
  if (read.kind !== 'aligned') throw new Error(`${name} is no aligned file`)
  return read.aligned
}

const write = async (table: ExportTable, format: 'html' | 'markdown') =>
  wholeFile(await writeTable(table, format)).bytes

describe('our own HTML', () => {
  it('gives random tables back: address, kind, status, symbol, label, text, italics, marks', async () => {
    for (const [seed, languages] of CASES) {
      const table = randomTable(seed, languages)
      const read = await aligned(await write(table, 'html'), 'a.txt')
      expect(read).toMatchObject({ format: 'html', languages, encoding: 'utf-8' })
      expect(read.heads).toEqual(Object.fromEntries(table.columns.map(({ language, status }) => [language, { status }]))) // prettier-ignore
      expect(read.units.map(({ properties }) => properties)).toEqual(
        table.rows.map(({ address, kind }) => ({ address, kind, ...(table.symbol !== null && { symbol: table.symbol }) })), // prettier-ignore
      )
      table.rows.forEach((row, r) =>
        languages.forEach((language, k) => {
          const own = read.units[r]!.paragraphs?.[language] ?? []
          expect(own.map((each) => [each.label, each.kind, each.text, each.italics, drawn(each)])).toEqual(
            row.cells[k]!.map((each) => [each.label, row.kind, each.text, each.italics, drawn(each)]),
          )
        }),
      )
    }
  })
})

describe('our own Markdown', () => {
  it('gives random tables back: address, status, symbol, lines with italics and marks', async () => {
    for (const [seed, languages] of CASES) {
      const table = randomTable(seed, languages)
      const read = await aligned(await write(table, 'markdown'), 'a.txt')
      expect(read).toMatchObject({ format: 'markdown', languages })
      expect(read.heads).toEqual(Object.fromEntries(table.columns.map(({ language, status }) => [language, { status }]))) // prettier-ignore
      expect(read.units.map(({ properties }) => properties)).toEqual(
        table.rows.map(({ address }) => ({ address, ...(table.symbol !== null && { symbol: table.symbol }) })), // prettier-ignore
      )
      table.rows.forEach((row, r) =>
        languages.forEach((language, k) => {
          const lines = row.cells[k]!.flatMap((each) =>
            (joinLabel(each.label, language) + drawn(each)).split(/\r\n|[\r\n]/u),
          ).filter((line) => line !== '')
          expect((read.units[r]!.paragraphs?.[language] ?? []).map(drawn)).toEqual(lines)
        }),
      )
    }
  })

  it('takes printed labels off the texts, and moves marks and italics along', async () => {
    const cell = (label: string, text: string) => [
      { address: 'op7', label, text, italics: [{ from: 0, to: 4 }], marks: [{ at: 4, mark: '1', note: null }], highlights: [] },
    ] // prettier-ignore
    const rows = tableOf(['fr', 'zh'], [['a', 'b']]).rows.map((row) => ({ ...row, cells: [cell('7.', 'Prie le Secrétaire'), cell('7.', '请秘书长报告')] })) // prettier-ignore
    const file = await importFile(await write({ ...tableOf(['fr', 'zh'], []), rows }, 'markdown'), { name: 'a.md' }) // prettier-ignore
    expect(file.versions.map(({ version }) => version.paragraphs)).toEqual(
      ['Prie le Secrétaire', '请秘书长报告'].map((text) => [
        { address: 'op1', kind: 'operative', label: '7.', text, italics: [{ from: 0, to: 4 }], marks: [{ at: 4, mark: '1', note: null }] },
      ]),
    ) // prettier-ignore
  })
})

describe.each(['csv', 'tsv', 'xlsx'] as const)('our own %s', (format) => {
  it('gives random tables back: address, and texts as they are printed', async () => {
    const cases = format === 'xlsx' ? CASES.filter(([seed]) => seed < 4) : CASES
    for (const [seed, languages] of cases) {
      const random = randomTable(seed, languages)
      const labels = { ...random.labels, address: 'Paragraphe' }
      // A second version is headed as tables head it.
      const columns = random.columns.map((own) => ({
        ...own,
        heading: own.heading.replace(/-(\d)$/u, ' ($1)'),
      }))
      const read = await aligned(
        wholeFile(await writeTable({ ...random, labels, columns }, format)).bytes,
        `a.${format}`,
      )
      expect(read).toMatchObject({ format, languages })
      const unofficial = random.columns.filter(({ statusName }) => statusName !== null)
      expect(read.heads ?? {}).toEqual(
        Object.fromEntries(unofficial.map(({ language }) => [language, { status: 'unofficial' }])),
      )
      expect(read.units.map(({ properties }) => properties['address'])).toEqual(random.rows.map(({ address }) => address)) // prettier-ignore
      // Excel keeps no control characters.
      const kept = (text: string) =>
        format !== 'xlsx' ? text : text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/gu, '\ufffd') // prettier-ignore
      read.units.forEach(({ texts }, r) =>
        expect(texts).toEqual(
          Object.fromEntries(
            languages.flatMap((language, k) => {
              const text = kept(plainCell(random.rows[r]!.cells[k]!, language)).trim()
              return text === '' ? [] : [[language, text]]
            }),
          ),
        ),
      )
    }
  })
})

describe('our own Excel sheet', () => {
  it.each(SETS.map((languages) => [languages]))(
    'gives italics and marks of random tables in %j back',
    async (languages) => {
      for (let seed = 0; seed < 4; seed += 1) {
        const random = randomTable(seed, languages)
        const cells = (row: ExportRow) =>
          row.cells.map((cell) =>
            cell.map((each) => ({
              ...each,
              text: each.text.replace(/[¹²]/gu, 'n').replaceAll('\u2028', 'l'),
              marks: each.marks.map((mark) => ({ ...mark, mark: mark.mark === '<a>' ? '*' : mark.mark })),
            })),
          )
        const rows = random.rows.map((row) => ({ ...row, cells: cells(row) }))
        const columns = random.columns.map((own) => ({ ...own, heading: own.heading.replace(/-(\d)$/u, ' ($1)') })) // prettier-ignore
        const { bytes } = wholeFile(await writeTable({ ...random, columns, rows }, 'xlsx'))
        const read = await aligned(bytes, 'a')
        rows.forEach((row, r) =>
          languages.forEach((language, k) => {
            const expected = row.cells[k]!.flatMap((each) =>
              `${joinLabel(each.label, language)}${drawn(each)}`
                .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/gu, '\ufffd')
                .split(/\r\n|[\r\n]/u)
                .map(tidyLine),
            )
            const { texts, paragraphs } = read.units[r]!
            const lines = paragraphs?.[language] ?? (texts[language] ?? '').split(/\r\n|[\r\n]/u).map((text) => ({ text, marks: [], italics: [] })) // prettier-ignore
            expect(lines.map((line) => tidyLine(drawn(takeRaised(line)))).filter((line) => line !== '')).toEqual(
            expected.filter((line) => line !== ''),
          ) // prettier-ignore
          }),
        )
      }
    },
  )
})

/** What an aligned file gives back of a cell whose lines are paragraphs: labels, and lines as they are drawn. */
const linesOf = (cell: readonly Omit<ExportParagraph, 'address' | 'highlights'>[]) =>
  cell.flatMap(({ label, ...each }) =>
    drawn(each)
      .split(/\r\n|[\r\n]/u)
      .map((line, k) => [k === 0 ? label : null, line] as const)
      .filter(([own, line]) => line !== '' || own !== null),
  )

const isWritten = (cell: readonly ExportParagraph[]) => cell.some(({ text }) => text !== '')

describe.each([
  ['tmx', true],
  ['tmx', false],
  ['xliff', true],
  ['xliff', false],
  ['xliff2', true],
  ['xliff2', false],
] as const)('our own %s, inline codes: %s,', (format, inline) => {
  it('gives random tables back: address, kind, symbol, status, paragraphs with labels, and what inline codes carry', async () => {
    for (const [seed, languages] of CASES.filter(([own]) => own < 12)) {
      const whole = randomTable(seed, languages, true)
      const tables = format === 'tmx' && seed % 2 === 0 ? [whole] : pairTables(whole).map(({ table }) => ({ ...table, rows: [...table.rows] })) // prettier-ignore
      for (const table of tables) {
        const keys = table.columns.map(({ language }) => language)
        const rows = table.rows.filter(({ cells }) =>
          format === 'tmx' ? cells.filter(isWritten).length > 1 : isWritten(cells[0]!),
        )
        if (rows.length === 0) continue
        const { bytes } = wholeFile(await writeTable(table, format, { inline }))
        const read = await aligned(bytes, 'a.txt')
        expect(read.units.map(({ properties: { address, name, resname, kind, symbol } }) => [address ?? name ?? resname, kind, symbol])).toEqual(
          rows.map(({ address, kind }) => [address, kind, table.symbol ?? undefined]),
        ) // prettier-ignore
        const headOf = ({ status, statusNote }: ExportColumn) =>
          format !== 'xliff' ? [{ status }] : statusNote === null ? [] : [{ status: 'unofficial' }]
        expect(read.heads ?? {}).toEqual(
          Object.fromEntries(
            table.columns
              .filter(({ language }) => read.languages.includes(language))
              .flatMap((column) => headOf(column).map((head) => [column.language, head])),
          ),
        )
        // XML keeps no control characters; XLIFF 2 has an element for them.
        const kept = (line: string) => (format === 'xliff2' ? line : line.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/gu, '\ufffd')) // prettier-ignore
        rows.forEach((row, r) =>
          keys.forEach((language, k) => {
            const own = read.units[r]!.paragraphs?.[language] ?? []
            const cell = row.cells[k]!.map((each) => (inline ? each : { ...each, marks: [], italics: [] }))
            expect(own.map((each) => [each.label, drawn(each)])).toEqual(linesOf(cell).map(([label, line]) => [label, kept(line)])) // prettier-ignore
            expect(own.every((each) => each.kind === row.kind)).toBe(true)
          }),
        )
      }
    }
  })
})

it.each([
  ['docx', {}],
  ['xlsx', {}],
  ['html', {}],
  ['markdown', {}],
  ['tmx', {}],
  ['xliff', {}],
  ['xliff2', {}],
] as const)('symbol and status of our own %s hold for its versions', async (format, options) => {
  const table = tableOf(['fr', 'ar'], [['un', 'واحد']])
  const columns = [columnOf('fr'), columnOf('ar', 'Traduction non officielle. Voir.')].map((own, k) => ({
    ...own,
    status: STATUSES[k]!,
  }))
  const { bytes } = wholeFile(await writeTable({ ...table, columns, review: REVIEW }, format, options))
  const { versions } = await importFile(bytes, { name: 'a' })
  expect(versions.map(({ version }) => [version.symbol, version.status])).toEqual([
    ['A/RES/1/1', format === 'xlsx' || format === 'xliff' ? 'unknown' : 'official'],
    ['A/RES/1/1', 'unofficial'],
  ])
})

it.each(['html', 'markdown', 'docx', 'xlsx', 'tmx', 'xliff', 'xliff2'] as const)(
  'words that are not in italics are not set so where %s tells italics',
  async (format) => {
    const table = tableOf(['fr', 'en'], [['Rappelant sa résolution,', 'Recalling it,'], ['Notant avec satisfaction,', 'Noting it,']]) // prettier-ignore
    const rows = table.rows.map((row, k) => ({
      ...row,
      kind: 'preambular' as const,
      address: `pp${k + 1}`,
      cells: row.cells.map((cell) => cell.map((one) => ({ ...one, italics: k === 0 ? [{ from: 0, to: 6 }] : [] }))),
    })) // prettier-ignore
    const { bytes } = wholeFile(await writeTable({ ...table, rows }, format, { inline: true }))
    const { versions } = await importFile(bytes, { name: 'a' })
    expect(versions.map(({ version }) => version.paragraphs.map(drawn))).toEqual([
      ['⟪Rappel⟫ant sa résolution,', 'Notant avec satisfaction,'],
      ['⟪Recall⟫ing it,', 'Noting it,'],
    ])
  },
)

/** An alignment of random versions, some of whose paragraphs stand out of order. */
function randomAlignment(seed: number, languages: readonly Language[]): Alignment {
  const random = seeded(seed)
  const cells = new Map<Language, string[][]>()
  const count = 1 + pick(random, 6)
  const versions = languages.map((language): Version => {
    const paragraphs: Paragraph[] = []
    const own = Array.from({ length: count }, (_, k) =>
      Array.from({ length: pick(random, 3) + (language === languages[0] ? 1 : 0) }, (_each, i) => {
        const [prefix, kind] = oneOf(random, KINDS.slice(0, 3))
        const address = `${prefix}${k + 1}${i === 0 ? '' : `.${i + 1}`}`
        const { marks, ...parts } = partsIn(random, language)
        paragraphs.push({ address, kind, ...parts, marks: marks.map(({ at, mark }) => ({ at, mark, note: 'op1' })) }) // prettier-ignore
        return address
      }),
    )
    cells.set(language, own)
    if (paragraphs.length > 2 && random() < 0.5) paragraphs.unshift(paragraphs.pop()!)
    return {
      language,
      symbol: oneOf(random, [null, 'A/RES/1/1']),
      title: oneOf(random, [null, 'Titre']),
      status: oneOf(random, STATUSES),
      heading: { organ: null, distributed: null, adopted: null, session: null, agendaItem: null, origin: [], number: null, meeting: null }, // prettier-ignore
      paragraphs,
      removed: [],
    }
  })
  const rows = Array.from({ length: count }, (_, k): Row => ({
    id: `r${k + 1}`,
    kind: oneOf(random, KINDS)[1],
    cells: Object.fromEntries(languages.map((language) => [language, cells.get(language)![k]!])),
    confidence: random(),
    evidence: [],
    moved: random() < 0.2 ? [languages.at(-1)!] : [],
  }))
  return { pivot: oneOf(random, languages), versions: versions.filter(({ paragraphs }) => paragraphs.length > 0), rows } // prettier-ignore
}

/** What JSON carries of an alignment and a file of it gives back: all but what spoke for the rows, and the data of the heading, which is read anew. */
const carried = ({ pivot, versions, rows }: Alignment) => ({
  pivot,
  versions: versions.map(({ language, symbol, title, status, paragraphs }) => ({
    language,
    symbol,
    title,
    status,
    paragraphs: paragraphs.map(({ address, kind, label, text, marks, italics }) => ({
      address,
      kind,
      label,
      text,
      marks,
      italics,
    })),
  })),
  rows: rows.map(({ id, kind, cells, moved }) => ({ id, kind, cells, moved })),
})

describe('our own JSON', () => {
  it('gives random alignments and checks back, reading order and moved rows included', async () => {
    for (const [seed, languages] of CASES) {
      const made = randomAlignment(seed, languages)
      const keys = made.versions.map(({ language }) => language)
      const alignment = {
        ...made,
        pivot: keys.includes(made.pivot) ? made.pivot : keys[0]!,
        rows: made.rows.map((row) => ({
          ...row,
          cells: Object.fromEntries(keys.map((key) => [key, row.cells[key]!])),
          moved: row.moved.filter((key) => keys.includes(key)),
        })),
      }
      const check = { ...alignment, findings: [], hits: {} }
      for (const chunks of [alignmentChunks(alignment), jsonChunks(check)]) {
        const read = await importFile(wholeFile(chunks).bytes, { name: 'a.txt' })
        expect(carried(read.alignment!)).toEqual(carried(alignment))
      }
    }
  })

  const small = () => JSON.parse(wholeText(randomAlignment(1, ['fr', 'en']))) as Record<string, never>
  const wholeText = (alignment: Alignment) => [...alignmentChunks(alignment)].join('')
  const code = (text: string, name = 'a.json') =>
    readFile(encodeText(text, 'utf-8'), name).then(
      ({ kind }) => kind,
      (error: Error) => error.message,
    )

  it('keys in another order, and keys of other programs, do no harm', async () => {
    const { pivot, versions, rows } = small()
    expect(await code(JSON.stringify({ rows, versions, more: 1, pivot }), 'a')).toBe('aligned')
  })

  it('a paragraph that no row has gets one of its own', async () => {
    const alignment = randomAlignment(1, ['fr', 'en'])
    const read = await importFile(encodeText(wholeText({ ...alignment, rows: [] }), 'utf-8'), { name: 'a' })
    expect(read.versions.flatMap(({ version }) => version.paragraphs)).toHaveLength(
      alignment.versions.flatMap(({ paragraphs }) => paragraphs).length,
    )
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"pivot":"fr",', 'damaged: JSON'],
    ['[]', 'binary: JSON without pivot, versions, rows'],
    ['{"a":1}', 'binary: JSON without pivot, versions, rows'],
    ['{"pivot":"fr","versions":{},"rows":[]}', 'damaged: versions'],
    ['{"pivot":"fr","versions":[],"rows":[]}', 'damaged: pivot'],
    ['{"pivot":"fr","versions":[{"language":"__proto__"}],"rows":[]}', 'damaged: versions[0].language'],
  ])('%s is refused: %s', async (text, expected) => {
    expect(await code(text)).toBe(expected)
  })

  it('says where a file does not fit, and takes no paragraph twice', async () => {
    const version = (more: object = {}) => ({
      language: 'fr', symbol: null, title: null, status: 'official',
      paragraphs: [{ address: 'op1', kind: 'operative', label: null, text: 'ab', marks: [], ...more }],
    }) // prettier-ignore
    const row = (cells: object) => ({ id: 'r1', kind: 'operative', cells, confidence: 1, evidence: [], moved: [] }) // prettier-ignore
    const file = (versions: readonly object[], rows: readonly object[]) =>
      code(JSON.stringify({ pivot: 'fr', versions, rows }))
    expect(await file([version()], [row({ fr: ['op1'] })])).toBe('aligned')
    expect(await file([version()], [row({ fr: ['op1'] }), row({ fr: ['op1'] })])).toBe('damaged: rows[1].cells.fr[0]') // prettier-ignore
    expect(await file([version()], [row({ en: [] })])).toBe('damaged: rows[0].cells')
    expect(await file([version(), version()], [])).toBe('damaged: versions[1].language')
    expect(await file([version({ kind: 'verse' })], [])).toBe('damaged: versions[0].paragraphs[0].kind')
    expect(await file([version({ marks: [{ at: 3, mark: '1', note: null }] })], [])).toBe('damaged: versions[0].paragraphs[0].marks[0].at') // prettier-ignore
    for (const [from, to] of [[1, 1], [0, 3], [-1, 1]]) expect(await file([version({ italics: [{ from, to }] })], [])).toMatch(/^damaged: versions\[0\]\.paragraphs\[0\]\.italics\[0\]/u) // prettier-ignore
  })

  it('cut anywhere, it is refused in one word', async () => {
    const text = wholeText(randomAlignment(3, UN_LANGUAGES)).trimEnd()
    const random = seeded(5)
    for (let n = 0; n < 200; n += 1)
      expect(await code(text.slice(0, 12 + pick(random, text.length - 12)))).toBe('damaged: JSON')
  })

  it('halves of characters and NUL are told and replaced, as in any file', async () => {
    const { versions: [version], ...rest } = randomAlignment(1, ['fr', 'en']) // prettier-ignore
    const paragraphs = [{ ...version!.paragraphs[0]!, text: 'a\ud800b\0', marks: [], italics: [] }]
    const file = wholeText({ ...rest, pivot: 'fr', versions: [{ ...version!, title: '\udc00', paragraphs }], rows: [] }) // prettier-ignore
    const read = await importFile(encodeText(file, 'utf-8'), { name: 'a.json' })
    expect(read.versions[0]!.version).toMatchObject({
      title: '\ufffd',
      paragraphs: [{ text: 'a\ufffdb\ufffd' }],
    })
    expect(read.versions[0]!.report.notices.map(({ code: own }) => own)).toEqual(['lone-surrogates', 'null-characters']) // prettier-ignore
  })
})

it.each(['html', 'markdown', 'docx', 'xlsx', 'tmx', 'xliff', 'xliff2', 'csv', 'tsv'] as const)(
  'a text of 32,767 characters that is italic in part comes back from %s',
  async (format) => {
    const long = `x${'|<é决😀ق\\'.repeat(4095)}`.padEnd(32_767, 'y')
    const table = tableOf(['fr', 'ar'], [['a', 'b']])
    const cells = [
      [paragraphOf(long, { italics: [{ from: 1, to: 32_000 }] })],
      [paragraphOf(long, { italics: [{ from: 0, to: 32_767 }], marks: [{ at: 5, mark: '*', note: null }] })],
    ]
    const rows = table.rows.map((row) => ({ ...row, cells: format.endsWith('sv') ? [[paragraphOf(long)], [paragraphOf(long)]] : [cells[0]!, format === 'xlsx' ? [{ ...cells[1]![0]!, marks: [] }] : cells[1]!] })) // prettier-ignore
    const { bytes } = wholeFile(await writeTable({ ...table, rows }, format, { inline: true }))
    const { units } = await aligned(bytes, format.endsWith('sv') ? `a.${format}` : 'a')
    const shown = (['fr', 'ar'] as const).map((key) => units[0]!.paragraphs?.[key]?.map(drawn) ?? [units[0]!.texts[key]]) // prettier-ignore
    expect(shown).toEqual(rows[0]!.cells.map((cell) => cell.map(drawn)))
  },
)

it.each(['html', 'markdown'] as const)(
  '%s cut anywhere is read as far as it goes, or as any other',
  async (format) => {
    const bytes = await write(randomTable(11, UN_LANGUAGES), format)
    const random = seeded(7)
    const seen = new Set<string>()
    for (let n = 0; n < 60; n += 1) {
      const cut = new TextDecoder().decode(bytes.subarray(0, 40 + pick(random, bytes.length - 60)))
      const read = await readFile(encodeText(cut, 'utf-8'), `a.${format === 'html' ? 'html' : 'md'}`).catch((error: Error) => error.message) // prettier-ignore
      if (typeof read === 'string') expect(read).toMatch(/^(?:no-text|empty|binary)/u)
    else seen.add(read.kind === 'aligned' ? (read.aligned.notices ?? []).map(({ code }) => code).join() : read.kind) // prettier-ignore
    }
    expect([...seen].some((told) => told.includes('cut-short'))).toBe(true)
  },
)

it.each([
  ['a.html', '<!doctype html><meta name="generator" content="Concordance"><p>Un texte</p>'],
  ['a.html', '<!doctype html><meta name="generator" content="Concordance"><table data-columns="2"><tr><td>a</td></tr></table>'],
  ['a.html', '<!doctype html><table data-columns="1"><thead><tr><th><th data-language="fr"></thead><tr data-kind="body"><td>a</table>'],
  ['a.md', '<!-- Concordance: rien -->\n\nUn texte\n'],
  ['a.md', '<!-- Concordance: fr, en -->\n\nUn texte\n'],
  ['a.md', '| Par. | Français | Anglais |\n| --- | --- | --- |\n| op1 | a | b |\n'],
])('%s of others is read as before: %s', async (name, text) => {
  expect(await readFile(encodeText(text, 'utf-8'), name)).toMatchObject({ kind: 'document' })
}) // prettier-ignore
