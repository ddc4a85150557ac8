import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  UN_LANGUAGES,
  type Block,
  type Paragraph,
  type PlainDocument,
  type UnLanguage,
  type Version,
} from '../../../core/model'
import { readText } from '../../../core/read/read-text'
import { segment, segmentDocument, type Segmented } from '../../../core/segment/segment'
import { damaged, held, letters, randomDamage, seeded, torn } from './damage'
import { shapeDocument, SHAPE_NAMES, SHAPES, shapeText } from './shape-fixtures'

/** Set to write `expected.json` anew; a missing one fails. */
const REFRESH = process.env.REFRESH_FIXTURES === '1'

function divide(name: string, language: string): Segmented {
  return segmentDocument(shapeDocument(name, language as 'fr'), { language, status: 'unknown' })
}

/** What must be the same in every language: the kind of text, its data, and every paragraph's address, kind, number of marks and whether a label was printed. */
function outline({ version, shape }: Segmented) {
  const { symbol, heading } = version
  const { adopted, distributed, session, meeting } = heading
  return {
    shape,
    symbol,
    heading: {
      adopted,
      distributed,
      session,
      meeting,
      number: heading.number?.replace(/\s/gu, '') ?? null,
      agendaItem: heading.agendaItem?.number ?? null,
    },
    paragraphs: version.paragraphs.map(describeParagraph),
  }
}

function describeParagraph({ address, kind, marks }: Paragraph): string {
  return `${address} ${kind}${marks.map(({ note }) => ` [${note}]`).join('')}`
}

describe('segment: fixtures of every shape', () => {
  const cases = SHAPE_NAMES.flatMap((name) => UN_LANGUAGES.map((language) => [name, language] as const))

  it.each(cases)('the %s in %s has the paragraphs that are expected of all six', (name, language) => {
    const file = path.join(SHAPES, name, 'expected.json')
    const found = outline(divide(name, language))
    if (REFRESH && language === 'fr') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
    expect(existsSync(file)).toBe(true)
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })

  it.each(cases)('the %s in %s keeps every letter', (name, language) => {
    const document = shapeDocument(name, language)
    const { version } = divide(name, language)
    const sorted = (texts: readonly string[]) => [...texts.join('').replace(/[^\p{L}\p{N}]/gu, '')].sort()
    const kept = version.paragraphs.flatMap(({ label, text, marks, kind }) => [
      label ?? '',
      text,
      ...(kind === 'footnote' ? [] : marks.map(({ mark }) => mark)),
    ])
    const read = document.blocks.flatMap(({ text, marks }) => [text, ...marks.map(({ mark }) => mark)])
    expect(sorted([...kept, ...version.removed.map(({ text }) => text)])).toEqual(
      sorted([...read, ...document.removed.map(({ text }) => text)]),
    )
  })
})

describe('segment: damaged files of every shape', () => {
  const cases = SHAPE_NAMES.flatMap((name) => UN_LANGUAGES.map((language) => [name, language] as const))
  const read = (text: string, language: string) => segment(readText(text), { language, status: 'unknown' })
  /** Rows of tables are no paragraphs of a text file. */
  const text = (name: string, language: UnLanguage) => shapeText(name, language).replace(/^\|.*\n/gmu, '')

  it.each(cases)(
    'the %s in %s is the same whatever wraps, page breaks, furniture and marks it has',
    (name, language) => {
      const clean = read(text(name, language), language)
      const shown = ({ paragraphs }: Version) =>
        paragraphs.map(({ address, kind, label, text: words, marks }) => [address, kind, label, words, marks])
      for (let seed = 1; seed <= 6; seed += 1) {
        const random = seeded(seed)
        const again = read(damaged(clean, randomDamage(random), random), language)
        expect([seed, shown(again)]).toEqual([seed, shown(clean)])
      }
    },
  )

  it.each(cases)(
    'the %s in %s loses no letter and repeats no address, however it is torn',
    (name, language) => {
      for (let seed = 1; seed <= 4; seed += 1) {
        const whole = torn(text(name, language), seeded(seed))
        const found = read(whole, language)
        expect([seed, letters(held(found))]).toEqual([seed, letters([whole])])
        const addresses = found.paragraphs.map(({ address }) => address)
        expect(new Set(addresses).size).toBe(addresses.length)
      }
    },
  )
})

/** One list in three levels, each with two items, under operative paragraph 1; then paragraph 2. */
function threeLevels(levels: readonly (readonly [string, string])[], number: (n: number) => string): string {
  const [one, two, three] = levels
  return [
    'L’Assemblée générale,',
    'Notant la paix,',
    `${number(1)} Décide :`,
    `${one![0]} premier :`,
    `${two![0]} premier :`,
    `${three![0]} premier ;`,
    `${three![1]} second ;`,
    `${two![1]} second ;`,
    `${one![1]} second ;`,
    `${number(2)} Prie.`,
  ].join('\n\n')
}

describe('segment: three levels in every labelling', () => {
  const figures = (n: number) => `${n}.`
  const dashes = (n: number) => `${n} -`
  it.each<[string, string, (n: number) => string, readonly (readonly [string, string])[]]>([
    [
      'English',
      'en',
      figures,
      [
        ['(a)', '(b)'],
        ['(i)', '(ii)'],
        ['a.', 'b.'],
      ],
    ],
    [
      'French and Spanish',
      'fr',
      figures,
      [
        ['a)', 'b)'],
        ['i)', 'ii)'],
        ['a.', 'b.'],
      ],
    ],
    [
      'French with figures',
      'fr',
      figures,
      [
        ['a)', 'b)'],
        ['1)', '2)'],
        ['i)', 'ii)'],
      ],
    ],
    [
      'Russian in Latin letters',
      'ru',
      figures,
      [
        ['a)', 'b)'],
        ['i)', 'ii)'],
        ['a.', 'b.'],
      ],
    ],
    [
      'Russian in Cyrillic letters',
      'ru',
      figures,
      [
        ['а)', 'б)'],
        ['i)', 'ii)'],
        ['а.', 'б.'],
      ],
    ],
    [
      'Russian with figures',
      'ru',
      figures,
      [
        ['а)', 'б)'],
        ['1)', '2)'],
        ['i)', 'ii)'],
      ],
    ],
    [
      'Chinese in half width',
      'zh',
      figures,
      [
        ['(a)', '(b)'],
        ['㈠', '㈡'],
        ['a.', 'b.'],
      ],
    ],
    [
      'Chinese in full width',
      'zh',
      figures,
      [
        ['（a）', '（b）'],
        ['（一）', '（二）'],
        ['一、', '二、'],
      ],
    ],
    [
      'Chinese with Roman figures',
      'zh',
      figures,
      [
        ['(a)', '(b)'],
        ['(i)', '(ii)'],
        ['a.', 'b.'],
      ],
    ],
  ])('%s', (_name, language, number, levels) => {
    const { paragraphs } = segment(readText(threeLevels(levels, number)), { language, status: 'unknown' })
    expect(paragraphs.map(({ address }) => address)).toEqual([
      'enacting', 'pp1', 'op1', 'op1.a', 'op1.a.i', 'op1.a.i.a', 'op1.a.i.b', 'op1.a.ii', 'op1.b', 'op2',
    ]) // prettier-ignore
    expect(paragraphs.slice(3, 9).map(({ label }) => label)).toEqual([
      levels[0]![0], levels[1]![0], levels[2]![0], levels[2]![1], levels[1]![1], levels[0]![1],
    ]) // prettier-ignore
  })

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'letters in brackets, figures in quotes, letters',
      [
        ['(أ)', '(ب)'],
        ["'1'", "'2'"],
        ['أ -', 'ب -'],
      ],
    ],
    [
      'letters with a dash, figures of its own',
      [
        ['أ -', 'ب -'],
        ['١ -', '٢ -'],
        ['(أ)', '(ب)'],
      ],
    ],
    [
      'letters, figures in brackets',
      [
        ['(أ)', '(ب)'],
        ['(١)', '(٢)'],
        ['أ -', 'ب -'],
      ],
    ],
  ])('Arabic: %s', (_name, levels) => {
    const text = threeLevels(levels, dashes)
      .replace(/L’Assemblée générale,/u, 'إن الجمعية العامة،')
      .replace(/Notant la paix,/u, 'إذ تلاحظ السلام،')
      .replace(/premier/gu, 'البند الأول')
      .replace(/second/gu, 'البند الثاني')
      .replace(/Décide/u, 'تقرر')
      .replace(/Prie/u, 'تطلب')
    const { paragraphs } = segment(readText(text), { language: 'ar', status: 'unknown' })
    expect(paragraphs.map(({ address }) => address)).toEqual([
      'enacting', 'pp1', 'op1', 'op1.a', 'op1.a.i', 'op1.a.i.a', 'op1.a.i.b', 'op1.a.ii', 'op1.b', 'op2',
    ]) // prettier-ignore
  })

  it('leaves a lone letter with a dash in its text', () => {
    const text = 'المادة 1\n\nتقصد إلى:\n\nإنماء التعاون.\n\nب - إنماء السلام.\n\nالمادة 2\n\nنص.'
    const { paragraphs } = segment(readText(text), { language: 'ar', status: 'unknown' })
    expect(paragraphs.map(({ address, text: words }) => `${address} ${words}`)).toEqual([
      'art1 تقصد إلى:',
      'art1.1 إنماء التعاون.',
      'art1.2 ب - إنماء السلام.',
      'art2 نص.',
    ])
  })
})

const cell = (text: string, table: number, row: number, column: number): Block => ({
  ...readText(text).blocks[0]!,
  shape: 'cell',
  cell: { table, row, column },
})

const documentOf = (blocks: readonly Block[]): PlainDocument => ({
  format: 'docx',
  blocks,
  removed: [],
  language: null,
})

describe('segment: tables', () => {
  const shown = (blocks: readonly Block[]) =>
    segment(documentOf(blocks), { language: 'en', status: 'unknown' }).paragraphs.map(
      ({ address, text }) => `${address} ${text}`,
    )

  it('counts tables, rows and columns from one, whatever cells are empty', () => {
    expect(shown([cell('a', 3, 0, 0), cell('d', 3, 1, 1), cell('x', 7, 0, 0)])).toEqual([
      't1.r1.c1 a',
      't1.r2.c2 d',
      't2.r1.c1 x',
    ])
  })

  it('gives the further paragraphs of a cell addresses below its own', () => {
    expect(shown([cell('a', 0, 0, 0), cell('b', 0, 0, 0), cell('c', 0, 0, 0), cell('d', 0, 0, 1)])).toEqual([
      't1.r1.c1 a',
      't1.r1.c1.2 b',
      't1.r1.c1.3 c',
      't1.r1.c2 d',
    ])
  })

  it('takes a head that is set as a table for the heading that it is', () => {
    const rest = readText('86/1. Peace\n\nThe General Assembly,\n\nNoting peace,\n\n1. Decides.').blocks
    expect(
      shown([cell('General Assembly', 0, 0, 0), cell('Distr.: General', 0, 0, 1), ...rest]).slice(0, 4),
    ).toEqual(['h1 General Assembly', 'h2 Distr.: General', 'title Peace', 'enacting The General Assembly,'])
  })
})

describe('segment: decisions', () => {
  it.each([
    ['fr', 'Décision 86/501\n\nTravaux', 'À sa 2e séance plénière, le 21 septembre 2031, l’Assemblée générale a décidé la paix.'],
    ['en', 'Decision 86/501\n\nWork', 'At its 2nd plenary meeting, on 21 September 2031, the General Assembly decided on peace.'],
    ['es', 'Decisión 86/501\n\nTrabajos', 'En su segunda sesión plenaria, celebrada el 21 de septiembre de 2031, la Asamblea General decidió la paz.'],
    ['ru', 'Решение 86/501\n\nРабота', 'На своем 2-м пленарном заседании 21 сентября 2031 года Генеральная Ассамблея постановила хранить мир.'],
    ['ar', 'المقرر 86/501\n\nالأعمال', 'في جلستها العامة 2، المعقودة في 21 أيلول/سبتمبر 2031، قررت الجمعية العامة السلام.'],
    ['zh', '第86/501号决定\n\n工作', '大会在2031年9月21日第2次全体会议上决定维护和平。'],
  ])('in %s, its number on a line of its own above the title', (language, head, text) => {
    const organ = { fr: 'Assemblée générale', en: 'General Assembly', es: 'Asamblea General', ru: 'Генеральная Ассамблея', ar: 'الجمعية العامة', zh: '大会' }[language]
    const { version, shape } = segmentDocument(readText(`${organ}\n\n${head}\n\n${text}`), { language, status: 'unknown' })
    expect(version.paragraphs.map(({ address }) => address)).toEqual(['h1', 'h2', 'title', 'op1'])
    expect(shape).toBe('decision')
    expect(version.symbol).toBe('A/DEC/86/501')
    expect(version.heading).toMatchObject({ adopted: '2031-09-21', meeting: 2, number: '86/501' })
  }) // prettier-ignore
})

describe('segment: what the report tells', () => {
  const repairs = (text: string) =>
    segmentDocument(readText(text), { language: 'fr', status: 'unknown' }).repairs.map(
      ({ kind, before, after }) => `${kind}: ${before.replace('\n', '|')} → ${after}`,
    )

  it('a paragraph that a page cut', () => {
    expect(
      repairs('L’Assemblée générale,\n\nRappelant la déclaration que les peuples\f\nont faite de leur plein gré,\n\n1. Décide.'),
    ).toEqual([
      'page-break: Rappelant la déclaration que les peuples|ont faite de leur plein gré, → Rappelant la déclaration que les peuples ont faite de leur plein gré,',
    ])
  }) // prettier-ignore

  it('a figure that is a footnote’s mark', () => {
    expect(
      repairs('L’Assemblée générale,\n\nNotant la paix1,\n\n1. Décide.\n\n1 Résolution 53/243.'),
    ).toEqual(['note: Notant la paix1, → Notant la paix¹,'])
  })

  it('a label that stood alone', () => {
    expect(repairs('L’Assemblée générale,\n\n1.\n\nDécide la paix ;')).toEqual([
      'label: 1.|Décide la paix ; → 1. Décide la paix ;',
    ])
  })

  it('nothing where nothing was mended', () => {
    expect(repairs('L’Assemblée générale,\n\nNotant la paix,\n\n1. Décide.')).toEqual([])
  })
})
