import { wholeFile } from '../../../core/export/gather-chunks'
import { pairTables } from '../../../core/export/pair-tables'
import { writeTmx } from '../../../core/export/write-tmx'
import { writeXliff, writeXliff2 } from '../../../core/export/write-xliff'
import type { ExportLoss, ExportParagraph, ExportStream, ExportTable } from '../../../core/model'
import type { WriteOptions } from '../../../core/export/write-options'
import { pick, seeded } from '../../support/random'
import { allOf, parseXml, textOf, type Element } from './parse-xml'
import { readUnits } from './read-columns'
import { columnOf, paragraphOf, tableOf } from './sample-table'

const WRITERS = { tmx: writeTmx, xliff: writeXliff, xliff2: writeXliff2 } as const
type Format = keyof typeof WRITERS
const FORMATS = Object.keys(WRITERS) as Format[]

function write(
  format: Format,
  table: ExportStream,
  options: WriteOptions = {},
): { readonly text: string; readonly root: Element; readonly losses: readonly ExportLoss[] } {
  const { bytes, losses } = wholeFile(WRITERS[format](table, options))
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  return { text, root: parseXml(text), losses }
}

/** A table of one row with these cells and what `more` says of the row. */
function rowTable(cells: readonly (readonly ExportParagraph[])[], more: object = {}): ExportTable {
  const table = tableOf(['fr', 'en'].slice(0, cells.length), [cells.map(() => 'x')], {
    adopted: '2022-07-28',
  })
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells, ...more })) }
}

/** An element in a short notation: `seg(a hi[italic](b))`. */
function show(element: Element | undefined): string {
  return (element?.children ?? [])
    .map((child) => {
      if (typeof child === 'string') return child
      const { type, ctype, subType, equiv } = child.attributes
      const kind = [type, ctype, subType, equiv, child.attributes['equiv-text']].filter(Boolean).join(' ')
      return `<${child.name} ${kind}>${show(child)}</>`
    })
    .join('')
}

const MARKED = paragraphOf('Prie le Secrétaire', {
  label: '7.',
  italics: [{ from: 0, to: 4 }],
  marks: [{ at: 18, mark: '1', note: 'fn1' }],
})

test('a TMX header says all that the format asks for, and names the source', () => {
  const table = tableOf(['fr', 'en'], [['un', 'one']], {
    columns: [columnOf('fr'), columnOf('en', 'Non officielle. En attendant.')],
  })
  const [header] = allOf(write('tmx', table, { version: '1.2.3', unit: 'sentence' }).root, 'header')
  expect(header!.attributes).toEqual({
    creationtool: 'Concordance',
    creationtoolversion: '1.2.3',
    segtype: 'sentence',
    'o-tmf': 'Concordance',
    adminlang: 'fr',
    srclang: 'fr',
    datatype: 'plaintext',
  })
  expect(allOf(header!, 'note').map(textOf)).toEqual(['Titre & <essai>', 'en: Non officielle. En attendant.'])
})

test('a TMX unit carries symbol, address, date, kind, confidence, confirmation, labels and findings', () => {
  const table = rowTable([[MARKED], [paragraphOf('Requests')]], {
    notes: ['Un nombre diffère.'],
    confirmed: true,
  })
  const [unit] = allOf(write('tmx', table).root, 'tu')
  expect(unit!.attributes).toEqual({ tuid: 'A/RES/1/1#r1' })
  expect(allOf(unit!, 'prop').map((own) => `${own.attributes['type']!}=${textOf(own)}`)).toEqual([
    'symbol=A/RES/1/1',
    'address=op1',
    'date=2022-07-28',
    'kind=operative',
    'confidence=0.988',
    'confirmed=yes',
    'label=7.',
  ])
  expect(allOf(unit!, 'note').map(textOf)).toEqual(['Un nombre diffère.'])
  // The order of the document type: notes and props, then variants.
  expect(unit!.children.map((child) => (typeof child === 'string' ? child : child.name)).join(' ')).toMatch(
    /^note( prop)+ tuv tuv$/u,
  )
})

test('an id has no white space, whatever the symbol', () => {
  const table = { ...tableOf(['fr', 'en'], [['un', 'one']]), symbol: 'S/RES/1440 (2002)' }
  expect(allOf(write('tmx', table).root, 'tu')[0]!.attributes['tuid']).toBe('S/RES/1440_(2002)#r1')
})

test('two versions of one language keep apart by their codes', () => {
  const { root } = write('tmx', tableOf(['fr', 'fr-2'], [['un', 'deux']]))
  expect(allOf(root, 'tuv').map((own) => own.attributes['xml:lang'])).toEqual(['fr', 'fr-x-2'])
})

test.each([
  ['tmx', 'Prie le Secrétaire', '<hi italic>Prie</> le Secrétaire<ph fnote>1</>'],
  ['xliff', 'Prie le Secrétaire', '<g italic>Prie</> le Secrétaire<x x-footnote 1></>'],
  ['xliff2', 'Prie le Secrétaire', '<pc fmt xlf:i>Prie</> le Secrétaire<ph other concordance:footnote 1></>'],
] as const)('%s is plain text, and has inline codes when asked', (format, plain, inline) => {
  const table = rowTable([[MARKED], [paragraphOf('Requests')]])
  const name = format === 'tmx' ? 'seg' : 'source'
  const left = write(format, table)
  expect(show(allOf(left.root, name)[0])).toBe(plain)
  expect(left.losses).toEqual([
    { code: 'footnote-marks', count: 1 },
    { code: 'italics', count: 1 },
  ])
  const coded = write(format, table, { inline: true })
  expect(show(allOf(coded.root, name)[0])).toBe(inline)
  expect(coded.losses).toEqual([])
})

test.each(FORMATS)('%s: ids of inline codes are unique within a unit', (format) => {
  const twice = paragraphOf('abcd', { italics: [{ from: 0, to: 1 }, { from: 2, to: 3 }] }) // prettier-ignore
  const { root } = write(format, rowTable([[twice], [twice]]), { inline: true })
  const name = format === 'tmx' ? 'seg' : 'source'
  const ids = allOf(allOf(root, name)[0]!, { tmx: 'hi', xliff: 'g', xliff2: 'pc' }[format]).map(
    ({ attributes }) => attributes['id'] ?? attributes['x'],
  )
  expect(new Set(ids).size).toBe(2)
})

test.each([
  ['paragraph', 'fr', ['op1', 'op2'], 'a\nb'],
  ['sentence', 'fr', ['op1.s1', 'op1.s2'], 'a b'],
  ['sentence', 'zh', ['op1.s1', 'op1.s2'], 'ab'],
  ['sentence', 'fr', ['op1.s2', 'op2.s1'], 'a\nb'],
] as const)(
  'the parts of a cell are divided as the text has them: %s %s %j',
  (unit, language, [one, two], text) => {
    const table = tableOf([language, 'en'], [['x', 'y']])
    const cells = [
      [paragraphOf('a', { address: one }), paragraphOf('b', { address: two })],
      [paragraphOf('c')],
    ]
    const filled = { ...table, rows: table.rows.map((row) => ({ ...row, cells })) }
    expect(textOf(allOf(write('tmx', filled, { unit }).root, 'seg')[0])).toBe(text)
  },
)

test.each([
  [
    'paragraph',
    [
      ['op1', '1.', 'a'],
      ['op2', null, 'b'],
    ],
    '1.',
  ],
  [
    'paragraph',
    [
      ['op1', null, 'a'],
      ['op2', 'b)', 'c'],
    ],
    '\nb)',
  ],
  [
    'paragraph',
    [
      ['op1', '1.', 'a\r\nb'],
      ['op2', '2.', 'c'],
    ],
    '1.\n\n2.',
  ],
  [
    'sentence',
    [
      ['op1.s1', '1.', 'a'],
      ['op1.s2', null, 'b'],
      ['op2.s1', '2.', 'c'],
    ],
    '1.\n2.',
  ],
  [
    'paragraph',
    [
      ['op1', null, 'a'],
      ['op2', '', 'b'],
    ],
    null,
  ],
] as const)('labels stand a line a paragraph: %s %j', (unit, parts, labels) => {
  const cell = parts.map(([address, label, text]) => paragraphOf(text, { address, label }))
  for (const format of FORMATS) {
    const { root } = write(format, rowTable([cell, [paragraphOf('c')]]), { unit })
    const found = ['prop', 'context', 'mda:meta'].flatMap((name) => allOf(root, name)).filter(({ attributes }) =>
      /^(?:x-)?label/u.test(attributes['type'] ?? attributes['context-type'] ?? ''),
    ) // prettier-ignore
    expect(found.map(textOf)).toEqual(labels === null ? [] : [labels])
  }
})

test('rows that a format cannot hold are left out and counted', () => {
  const table = tableOf(['fr', 'en'], [['un', ''], ['', 'two'], ['trois', 'three']]) // prettier-ignore
  expect(write('tmx', table).losses).toEqual([{ code: 'gaps', count: 2 }])
  for (const format of ['xliff', 'xliff2'] as const) {
    const { text, losses } = write(format, table)
    expect(losses).toEqual([{ code: 'no-source', count: 1 }])
    expect(readUnits(text)).toEqual([
      { id: 'r1', texts: { fr: 'un' } },
      { id: 'r3', texts: { fr: 'trois', en: 'three' } },
    ])
  }
})

test('XLIFF 1.2 tells the state from confirmation and findings, and has no matches', () => {
  const state = (more: object) => {
    const { root } = write('xliff', rowTable([[MARKED], [paragraphOf('Requests')]], more))
    expect(allOf(root, 'alt-trans')).toEqual([])
    return [
      allOf(root, 'trans-unit')[0]!.attributes['approved'],
      allOf(root, 'target')[0]!.attributes['state'],
    ]
  }
  expect(state({})).toEqual([undefined, 'translated'])
  expect(state({ notes: ['Diffère.'] })).toEqual([undefined, 'needs-review-translation'])
  expect(state({ notes: ['Diffère.'], confirmed: true })).toEqual(['yes', 'final'])
})

test('XLIFF 2.1 tells the same in its own words', () => {
  const state = (more: object) =>
    allOf(write('xliff2', rowTable([[MARKED], [paragraphOf('Requests')]], more)).root, 'segment')[0]!
      .attributes
  expect(state({})).toEqual({ state: 'translated' })
  expect(state({ notes: ['Diffère.'] })).toEqual({ state: 'translated', subState: 'concordance:findings' })
  expect(state({ confirmed: true })).toEqual({ state: 'final' })
})

test.each(['xliff', 'xliff2'] as const)(
  '%s has findings as notes and what is known of a row beside it',
  (format) => {
    const table = rowTable([[MARKED], [paragraphOf('Requests')]], { notes: ['Diffère & plus.'] })
    const { root } = write(format, table)
    expect(allOf(root, 'note').map(textOf)).toEqual(['Diffère & plus.'])
    const data = [...allOf(root, 'context'), ...allOf(root, 'mda:meta')].map(textOf)
    expect(data).toEqual(['A/RES/1/1', 'op1', '2022-07-28', 'operative', '0.988', '7.'])
  },
)

describe('pairTables', () => {
  const table = tableOf(['fr', 'en', 'ar'], [['un', 'one', 'واحد']])
  const noted: ExportTable = {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      notes: ['fr-ar', 'fr-en', 'fr-ar encore'],
      noteSides: ['ar', 'en', 'ar'].map((other) => ({
        languages: ['fr', other],
        severity: 'error' as const,
      })),
      cells: row.cells.map((cell) =>
        cell.map((own) => ({
          ...own,
          highlights: [0, 1, 2].map((note) => ({ from: 0, to: 2, severity: 'error' as const, note })),
        })),
      ),
    })),
  }

  test('gives the first column with each other, and each pair its own notes', () => {
    const pairs = pairTables(noted)
    expect(pairs.map(({ languages }) => languages)).toEqual([['fr', 'en'], ['fr', 'ar']]) // prettier-ignore
    const rows = pairs.map(({ table: own }) => [...own.rows][0]!)
    expect(rows.map(({ notes }) => notes)).toEqual([['fr-en'], ['fr-ar', 'fr-ar encore']]) // prettier-ignore
    expect(rows.map(({ cells }) => cells[0]![0]!.highlights.map(({ note }) => note))).toEqual([[0], [0, 1]])
    expect(rows.map(({ cells }) => cells.map(([own]) => own!.text))).toEqual([['un', 'one'], ['un', 'واحد']]) // prettier-ignore
  })

  test('can be read more than once', () => {
    const [pair] = pairTables(noted)
    expect([...pair!.table.rows]).toEqual([...pair!.table.rows])
  })
})

const PIECES = [
  'الجمعية', 'ٱلْعَرَبِيَّة', '大会', '𠀀', 'Assemblée', "l'État", 'Генеральная', 'ёлка', '¿qué?', '=1+1', '+', '\t', '\n', '\r', '\r\n', '&', '<b>', ']]>', '"', '&amp;',
  '\u0000', '\u0001', '\u000B', '\u001F', '\u007F', '\u0085', '\u2028', '\u200F', '\u00AD', '\uFEFF', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '😀', '👩‍👧', '🇫🇷', 'e\u0301', '  ',
] // prettier-ignore

/** What comes back of a text: what XML forbids as U+FFFD, line feeds where lines end, the rest as it was. */
const carried = (text: string) =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

test.each(FORMATS)(
  '%s gives back random texts of all scripts, forbidden characters as U+FFFD and counted',
  (format) => {
    const random = seeded(7)
    const text = () =>
      `x${Array.from({ length: pick(random, 12) }, () => PIECES[pick(random, PIECES.length)]!).join('')}`
    const rows = Array.from({ length: 300 }, () => [text(), text()])
    const { text: file, root, losses } = write(format, tableOf(['ar', 'zh'], rows))
    const forbidden = rows
      .flat()
      .join('\n')
      .match(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu)!
    const lone = rows.flatMap((row) => row.flatMap((own) => own.match(/[\uD800-\uDFFF]/gu) ?? [])).length
    const count = (code: string) => losses.find((loss) => loss.code === code)?.count ?? 0
    expect(count('lone-surrogates')).toBe(lone)
    if (format === 'xliff2') {
      // Version 2 carries them as code points.
      const points = allOf(root, 'cp').map(({ attributes }) => attributes['hex'])
      expect(points).toHaveLength(forbidden.length - lone)
      expect(new Set(points)).toEqual(new Set(['0000', '0001', '000B', '001F', 'FFFE', 'FFFF']))
      const back = file.replace(/<cp hex="[0-9A-F]{4}"\/>/gu, '\uFFFD')
      expect(readUnits(back).map(({ texts }) => [texts['ar'], texts['zh']])).toEqual(
        rows.map((row) => row.map(carried)),
      )
      return
    }
    expect(count('control-characters')).toBe(forbidden.length - lone)
    expect(readUnits(file).map(({ texts }) => [texts['ar'], texts['zh']])).toEqual(
      rows.map((row) => row.map(carried)),
    )
  },
)

test.each(FORMATS)('%s: equal tables give equal bytes, rows are taken one at a time', (format) => {
  const table = tableOf(
    ['fr', 'en'],
    Array.from({ length: 2000 }, (_, k) => [`texte ${k}`, `text ${k}`]),
  )
  expect(write(format, table).text).toBe(write(format, structuredClone(table)).text)
  let taken = 0
  const rows = (function* () {
    for (const row of table.rows) {
      taken += 1
      yield row
    }
  })()
  WRITERS[format]({ ...table, rows }).next()
  expect(taken).toBeLessThan(1000)
})
