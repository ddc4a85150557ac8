import { InputError, type Block } from '../../../../core/model'
import { readFile } from '../../../../core/read/read-document'
import { makePdf, stack, type MadePage } from '../../../support/pdf-pages'
import { seeded } from '../../../support/random'

async function read(pages: readonly MadePage[]) {
  const file = await readFile(makePdf(pages), 'made.pdf')
  if (file.kind !== 'document') throw new Error('no document')
  return file.document
}

/** Blocks in small notation: marks as `[1]`, shapes other than paragraph in front. */
function show(blocks: readonly Block[]): string[] {
  return blocks.map(({ text, shape, marks, cell }) => {
    const marked = [...marks]
      .reverse()
      .reduce((out, { at, mark }) => `${out.slice(0, at)}[${mark}]${out.slice(at)}`, text)
    const place = cell === undefined ? '' : ` ${cell.row}.${cell.column}`
    return shape === 'paragraph' ? marked : `${shape}${place}: ${marked}`
  })
}

const body = async (pages: readonly MadePage[]) => show((await read(pages)).blocks)

/** Lines that fill a measure of about 300 points in ten points Times. */
const FULL = [
  'Recalling the work that has been done in the region, and noting again',
  'the need for steps that all the parties have agreed upon in the course',
  'of the year, which the report describes together with what is still left',
]

describe('paragraphs of a page', () => {
  test('lines without a gap are one paragraph, and a gap begins another', async () => {
    const pieces = [
      ...stack(100, 12, [...FULL.map((line) => `72 10 R ${line}`), '72 10 R to be done,']),
      ...stack(154, 12, [...FULL.map((line) => `72 10 R ${line}`), '72 10 R to be done,']),
    ]
    const whole = `${FULL.join(' ')} to be done,`
    await expect(body([{ pieces }])).resolves.toEqual([whole, whole])
  })

  test('an indent begins a paragraph where there are no gaps', async () => {
    const pieces = stack(100, 12, [
      `96 10 R ${FULL[0]!.slice(0, 60)}`,
      `72 10 R ${FULL[1]!}`,
      '72 10 R to be done.',
      `96 10 R ${FULL[2]!.slice(0, 60)}`,
      `72 10 R ${FULL[0]!}`,
      '72 10 R is over.',
    ])
    const blocks = await body([{ pieces }])
    expect(blocks).toHaveLength(2)
    expect(blocks[1]).toMatch(/^of the year/u)
  })

  test('a paragraph that a page cuts is made whole, and that is told', async () => {
    const document = await read([
      {
        pieces: stack(
          640,
          12,
          FULL.map((line) => `72 10 R ${line}`),
        ),
      },
      { pieces: stack(100, 12, ['72 10 R to be done in the years to come,']) },
    ])
    expect(show(document.blocks)).toEqual([`${FULL.join(' ')} to be done in the years to come,`])
    expect(document.repairs).toContainEqual({
      kind: 'page-break',
      before: 'left\nto',
      after: 'left to',
      page: 2,
    })
  })

  test.each([
    [
      'a hyphen stays where the document writes the word with it',
      'The co-operation of all',
      'for the co-',
      'operation of all',
      'for the co-operation of all',
    ],
    [
      'a hyphen goes where the document writes the word without it',
      'The development of all',
      'for the develop-',
      'ment of all',
      'for the development of all',
    ],
    [
      'a hyphen that no word explains stays',
      'Nothing of the sort',
      'for the self-',
      'sufficiency of all',
      'for the self-sufficiency of all',
    ],
  ])('%s', async (_, witness, left, right, joined) => {
    const pieces = [`72 60 10 R ${witness}`, ...stack(100, 12, [`72 10 R ${left}`, `72 10 R ${right}`])]
    expect((await body([{ pieces }])).at(-1)).toBe(joined)
  })

  test.each([
    ['the develop ment of all', 'the development of all'],
    ['the d evelopment of all', 'the development of all'],
    ['they are in active use of all', 'they are in active use of all'],
    ['per cent of all', 'per cent of all'],
  ])(
    '%j is %j: a space inside a word goes only where the document has the whole word and not its parts',
    async (printed, mended) => {
      const pieces = [
        '72 60 10 R development, inactive, percent',
        '72 80 10 R development, per, cent, in the way, in any',
        `72 140 10 R ${printed}`,
      ]
      expect((await body([{ pieces }])).at(-1)).toBe(mended)
    },
  )

  test('words that only their places set apart get a space, and letters that touch get none', async () => {
    const pieces = ['72 100 10 R The', '91 100 10 R Assem', '117.5 100 10 R bly']
    await expect(body([{ pieces }])).resolves.toEqual(['The Assembly'])
  })

  test('italics are kept and a bold line is a heading', async () => {
    const { blocks } = await read([
      { pieces: ['72 100 10 B A section of the text', '72 130 10 I Recalling', '114 130 10 R the Charter,'] },
    ])
    expect(show(blocks)).toEqual(['heading: A section of the text', 'Recalling the Charter,'])
    expect(blocks[1]!.italics).toEqual([{ from: 0, to: 9 }])
  })
})

test('a Chinese font that the file names and does not hold is read by the character maps that the library brings', async () => {
  await expect(body([{ pieces: ['72 100 10 C 大会，回顾其决议，'] }])).resolves.toEqual([
    '大会，回顾其决议，',
  ])
})

describe('the order of reading', () => {
  test('two columns are read one after the other', async () => {
    const left = ['one of the lines in the first column', 'two of the lines in the first column']
    const right = ['one of the lines in the second part', 'two of the lines in the second part']
    const pieces = [0, 24, 48, 72].flatMap((down) => [
      ...stack(
        100 + down,
        12,
        left.map((line) => `60 10 R ${line}`),
      ),
      ...stack(
        100 + down,
        12,
        right.map((line) => `310 10 R ${line}`),
      ),
    ])
    const text = (await body([{ pieces }])).join(' ')
    expect(text.lastIndexOf('first column')).toBeLessThan(text.indexOf('second part'))
  })

  test('a table is read cell by cell, with lines of one cell joined', async () => {
    const pieces = [
      '72 100 10 R Category',
      '300 100 10 R Approved',
      '400 100 10 R Actual',
      '72 120 10 R Military and police',
      '300 131 10 R 41.0',
      '400 131 10 R 40.2',
      '72 131 10 R personnel',
      '72 151 10 R Civilian staff',
      '300 151 10 R 15.5',
      '400 151 10 R 16.5',
    ]
    await expect(body([{ pieces }])).resolves.toEqual([
      'cell 0.0: Category',
      'cell 0.1: Approved',
      'cell 0.2: Actual',
      'cell 1.0: Military and police personnel',
      'cell 1.1: 41.0',
      'cell 1.2: 40.2',
      'cell 2.0: Civilian staff',
      'cell 2.1: 15.5',
      'cell 2.2: 16.5',
    ])
  })

  test('text that is turned stands apart, behind the rest', async () => {
    const pieces = [
      '30 400 8 T printed on its side',
      '72 100 10 R A paragraph of the page.',
      '72 130 10 R Another one.',
    ]
    await expect(body([{ pieces }])).resolves.toEqual([
      'A paragraph of the page.',
      'Another one.',
      'printed on its side',
    ])
  })
})

describe('notes', () => {
  test('raised figures are marks, and what stands small under the rule is their notes, over the end of a page', async () => {
    const document = await read([
      {
        pieces: [
          ...stack(
            100,
            12,
            FULL.map((line) => `72 10 R ${line}`),
          ),
          '72 600 10 R the report,',
          '116 596 6 R 1',
          '122 600 10 R and more.',
          '72 696 6 R 1',
          '80 700 8 R See the report of the',
          '72 709 8 R committee on the matter',
        ],
        rules: ['72 172 690'],
      },
      { pieces: ['72 100 10 R Another paragraph.', '72 709 8 R and its annex.'], rules: ['72 172 699'] },
    ])
    expect(show(document.blocks)).toEqual([FULL.join(' '), 'the report,[1] and more.', 'Another paragraph.'])
    expect(show(document.notes ?? [])).toEqual([
      '[1] See the report of the committee on the matter and its annex.',
    ])
  })

  test('an asterisk marks a note as a figure does', async () => {
    const document = await read([
      {
        pieces: [
          ...stack(
            100,
            12,
            FULL.map((line) => `72 10 R ${line}`),
          ),
          '72 600 10 R A title',
          '99 596 6 R *',
          '72 696 6 R *',
          '80 700 8 R Reissued.',
        ],
        rules: ['72 172 690'],
      },
    ])
    expect(show(document.blocks)).toEqual([FULL.join(' '), 'A title[*]'])
    expect(show(document.notes ?? [])).toEqual(['[*] Reissued.'])
  })
})

describe('furniture of the pages', () => {
  const pages = [1, 2, 3].map((page): MadePage => ({
    pieces: [
      ...(page === 1
        ? ['480 40 10 R A/RES/76/299', '72 200 12 B 76/299. Zone of peace']
        : ['72 40 9 B A/RES/76/299', '430 40 9 R Zone of peace']),
      ...stack(300, 12, [`72 10 R Paragraph of page ${page}, which is`, '72 10 R a whole.']),
      ...(page === 1
        ? ['72 740 10 R 22-11873 (E)', '140 740 10 R 050822', '72 760 16 R *2211873*']
        : [`72 740 8 B ${page}/3`, '500 740 8 R 22-11873']),
    ],
  }))

  test('goes into what was removed; the first page keeps symbol and title', async () => {
    const document = await read(pages)
    expect(show(document.blocks)).toEqual([
      'A/RES/76/299',
      'heading: 76/299. Zone of peace',
      ...[1, 2, 3].map((page) => `Paragraph of page ${page}, which is a whole.`),
    ])
    expect(document.removed.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'job-number 22-11873 (E)',
      'job-number 050822',
      'barcode *2211873*',
      'running-head A/RES/76/299',
      'running-head Zone of peace',
      'page-number 2/3',
      'job-number 22-11873',
      'running-head A/RES/76/299',
      'running-head Zone of peace',
      'page-number 3/3',
      'job-number 22-11873',
    ])
    expect(document.language).toBe('en')
  })

  test('a line of text that begins with the same figure on another page stays', async () => {
    const heads = [1, 2].map((page): MadePage => ({
      pieces: [`72 90 10 R Article ${page + 4}`, '72 110 10 R All are equal.'],
    }))
    await expect(body(heads)).resolves.toEqual(['Article 5', 'All are equal.', 'Article 6', 'All are equal.'])
  })
})

describe('files that cannot be read, or not whole', () => {
  const made = makePdf([{ pieces: ['72 100 10 R A paragraph.'] }])
  const code = async (bytes: Uint8Array) => {
    try {
      await readFile(bytes, 'made.pdf')
      return null
    } catch (error) {
      return error instanceof InputError ? error.code : error
    }
  }

  test('pictures without text are a scan', async () => {
    await expect(code(makePdf([{ pieces: [], picture: true }]))).resolves.toBe('scan')
  })

  test('a beginning without an end is damaged, and no other error', async () => {
    for (const part of [0.1, 0.3, 0.6])
      await expect(code(made.slice(0, made.length * part))).resolves.toBe('damaged')
  })

  test.each(['startxref', 'trailer'])(
    'a file that lost its end from %s on is read, and that is noticed',
    async (end) => {
      const cut = made.slice(0, new TextDecoder('latin1').decode(made).indexOf(end))
      const file = await readFile(cut, 'made.pdf')
      expect(file.kind === 'document' && file.document.blocks.map(({ text }) => text)).toEqual([
        'A paragraph.',
      ])
      expect(file.kind === 'document' && file.document.notices).toEqual([
        { code: 'cut-short', detail: '', count: 1 },
      ])
    },
  )

  test('the bytes tell a PDF whatever its name', async () => {
    const file = await readFile(made, 'resolution.txt')
    expect(file.kind === 'document' && file.document.format).toBe('pdf')
  })
})

test('no letter is lost or made up, wherever the pieces of a page stand', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const random = seeded(seed)
    const words = [
      'peace',
      'and',
      'security',
      '2030',
      '(a)',
      '1.',
      'co-',
      'operation,',
      'A/RES/1',
      'I.',
      '–',
      '*',
    ]
    const pieces = Array.from({ length: 60 }, () => {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 6) },
        () => words[Math.floor(random() * words.length)]!,
      )
      const size = [6, 8, 10, 10, 10, 14][Math.floor(random() * 6)]!
      return `${40 + Math.floor(random() * 400)} ${40 + Math.floor(random() * 700)} ${size} ${'RRRBI'.charAt(Math.floor(random() * 5))} ${text.join(' ')}`
    })
    const { blocks, notes = [], removed } = await read([{ pieces }, { pieces: pieces.slice(0, 30) }])
    const out = [...blocks, ...notes]
      .map(({ text, marks }) => text + marks.map(({ mark }) => mark).join(''))
      .join('')
    const signs = (text: string) => [...text.replace(/\s/gu, '')].sort().join('')
    const printed = [...pieces, ...pieces.slice(0, 30)]
      .map((piece) => piece.replace(/^(?:\S+ ){4}/u, ''))
      .join('')
    expect(signs(out + removed.map(({ text }) => text).join(''))).toBe(signs(printed))
  }
})
