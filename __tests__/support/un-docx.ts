import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph as DocxParagraph,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { FONTS } from '../../core/export/docx-styles'
import { languageTag } from '../../core/export/language-tag'
import type { Paragraph, UnLanguage, Version } from '../../core/model'
import { isDateLine } from '../../core/segment/read-heading'
import { LABEL_ALPHABETS } from '../../core/text/ordinals'
import { readLabel } from '../../core/text/read-label'

/** How a version is set: labels as typed words (as the United Nations sets resolutions) or as the numbering of the word processor. */
export interface UnDocxOptions {
  readonly numbering?: 'typed' | 'automatic'
}

/** The job number in the foot, and the letter of each language in it. */
const JOB = '22-11873'
const JOB_LETTERS: Readonly<Record<UnLanguage, string>> = {
  ar: 'A',
  zh: 'C',
  en: 'E',
  fr: 'F',
  ru: 'R',
  es: 'S',
}

/** What stands at the head of the first page in each language. */
const UNITED_NATIONS: Readonly<Record<UnLanguage, string>> = {
  ar: 'الأمم المتحدة',
  zh: '联合国',
  en: 'United Nations',
  fr: 'Nations Unies',
  ru: 'Организация Объединенных Наций',
  es: 'Naciones Unidas',
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const

/** Widths in twentieths of a point: the page's text and the column in which the paragraphs of the text stand. */
const TEXT_WIDTH = 9840
const INDENT = 1260

interface Automatic {
  readonly reference: string
  readonly level: ILevelsOptions
}

/** Sets a version as the Secretariat sets a resolution: masthead in the head of the first page, symbol and title in the others, foot with pages and job number, footnotes that are footnotes. */
class UnDocx {
  private readonly rtl: boolean
  private readonly notes = new Map<string, number>()
  private readonly lists: Automatic[] = []
  private readonly open = new Map<string, { reference: string; next: number }>()

  constructor(
    private readonly version: Version,
    private readonly numbering: 'typed' | 'automatic',
  ) {
    this.rtl = version.language.startsWith('ar')
    for (const { kind, address } of version.paragraphs)
      if (kind === 'footnote') this.notes.set(address, this.notes.size + 1)
  }

  document(): Document {
    const { paragraphs } = this.version
    const masthead = this.masthead()
    const body = paragraphs.filter((each) => each.kind !== 'footnote' && !masthead.includes(each))
    const children = this.body(body)
    return new Document({
      styles: {
        default: {
          document: {
            run: {
              font: { ...FONTS },
              size: 20,
              language: {
                value: languageTag(this.rtl || this.version.language === 'zh' ? 'en' : this.version.language),
                bidirectional: languageTag('ar'),
                eastAsia: languageTag('zh'),
              },
            },
          },
        },
      },
      numbering: {
        config: this.lists.map(({ reference, level }) => ({ reference, levels: [level] })),
      },
      footnotes: Object.fromEntries(
        paragraphs
          .filter(({ kind }) => kind === 'footnote')
          .map((note) => [
            this.notes.get(note.address),
            {
              children: [
                this.paragraph({ indent: { left: INDENT } }, [
                  new TextRun({ text: ' ' }),
                  ...this.runs(note, { size: 17 }),
                ]),
              ],
            },
          ]),
      ),
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: 12240, height: 15840 },
              margin: { top: 1440, right: 1200, bottom: 1440, left: 1200, header: 432, footer: 504 },
            },
          },
          headers: {
            first: new Header({ children: this.mastheadTable(masthead) }),
            default: new Header({ children: this.runningHead() }),
          },
          footers: {
            first: new Footer({ children: this.firstFoot() }),
            default: new Footer({ children: this.foot() }),
          },
          children,
        },
      ],
    })
  }

  /** The heading lines that stand beside the symbol: organ, distribution and its date. */
  private masthead(): readonly Paragraph[] {
    const { paragraphs } = this.version
    const date = paragraphs.findIndex(({ kind, text }) => kind === 'heading' && isDateLine(text))
    return date < 1 || date > 3 ? [] : paragraphs.slice(0, date + 1)
  }

  private mastheadTable(lines: readonly Paragraph[]): (DocxParagraph | Table)[] {
    const name = UNITED_NATIONS[this.version.language.slice(0, 2) as UnLanguage]
    const [organ, ...distribution] = lines
    const cells = (left: readonly DocxParagraph[], right: readonly DocxParagraph[], width: number) =>
      new TableRow({
        children: [left, right].map(
          (children, i) =>
            new TableCell({
              children: [...children],
              verticalAlign: VerticalAlign.BOTTOM,
              width: { size: i === 0 ? width : TEXT_WIDTH - width, type: WidthType.DXA },
              borders: { top: NO_BORDER, left: NO_BORDER, right: NO_BORDER, bottom: LINE },
            }),
        ),
      })
    const line = (each: Paragraph | undefined, look: Partial<IRunOptions> = {}) =>
      this.paragraph({}, each === undefined ? [] : this.runs(each, look))
    const [first = '', ...rest] = (this.version.symbol ?? '').split('/')
    return [
      new Table({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        columnWidths: [TEXT_WIDTH / 2, TEXT_WIDTH / 2],
        visuallyRightToLeft: this.rtl,
        rows: [
          cells(
            [this.paragraph({}, [this.run(name, {})])],
            [
              this.paragraph({ alignment: AlignmentType.END }, [
                // The organ's letter is set large, so that the symbol is more than one run.
                new TextRun({ text: first, size: 40 }),
                new TextRun({ text: rest.length === 0 ? '' : `/${rest.join('/')}` }),
              ]),
            ],
            TEXT_WIDTH / 2,
          ),
          cells(
            [line(organ, { bold: true, size: 36 })],
            distribution.length === 0 ? [line(undefined)] : distribution.map((each) => line(each)),
            TEXT_WIDTH / 2,
          ),
        ],
      }),
      this.paragraph({}, []),
    ]
  }

  private runningHead(): DocxParagraph[] {
    const { symbol, title } = this.version
    return [
      this.paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }] }, [
        new TextRun({ text: symbol ?? '', bold: true }),
        new TextRun({ children: ['\t'] }),
        this.run(title ?? '', { size: 16 }),
      ]),
    ]
  }

  private foot(): DocxParagraph[] {
    return [
      new DocxParagraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: JOB, size: 14 }),
          new TextRun({ children: ['\t', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], bold: true }),
        ],
      }),
    ]
  }

  private firstFoot(): DocxParagraph[] {
    const letter = JOB_LETTERS[this.version.language.slice(0, 2) as UnLanguage]
    return [
      new DocxParagraph({ children: [new TextRun({ text: `${JOB} (${letter})    010822` })] }),
      new DocxParagraph({ children: [new TextRun({ text: `*${JOB.replace('-', '')}*`, size: 40 })] }),
    ]
  }

  private body(paragraphs: readonly Paragraph[]): DocxParagraph[] {
    return paragraphs.flatMap((each) => {
      switch (each.kind) {
        case 'heading':
          return [this.paragraph({ spacing: { after: 120 } }, this.runs(each, { bold: true }))]
        case 'title':
          return [this.labelled(each, { indent: { left: INDENT }, keepNext: true }, { bold: true }, 'typed')]
        case 'annex':
          return [
            this.paragraph(
              { pageBreakBefore: true, spacing: { after: 120 } },
              this.runs(each, { bold: true }),
            ),
          ]
        case 'section':
          return [
            this.paragraph(
              { alignment: AlignmentType.CENTER, keepNext: true },
              this.runs(each, { bold: true }),
            ),
          ]
        case 'closing':
          return [
            this.paragraph({ alignment: AlignmentType.END, spacing: { before: 240 } }, this.runs(each, {})),
          ]
        case 'article':
          return this.article(each)
        default:
          return [this.labelled(each, { indent: { left: INDENT, right: INDENT } }, {}, this.numbering)]
      }
    })
  }

  /** The heading of an article stands in the middle of a line of its own, above its first paragraph. */
  private article(each: Paragraph): DocxParagraph[] {
    if (!/(?:^|\.)art\d+$/u.test(each.address) || each.label === null)
      return [this.labelled(each, { indent: { left: INDENT } }, {}, this.numbering)]
    const [, heading = each.label, number] =
      /^(.*?)(?:\s(\P{L}*\d+\P{L}*|\p{Script=Han}、))?$/u.exec(each.label) ?? []
    const above = this.paragraph({ alignment: AlignmentType.CENTER, keepNext: true }, [this.run(heading, {})])
    const alone = /\p{L}/u.test(heading) && /\d|\p{Script=Han}|premier/u.test(heading) ? number : undefined
    return alone === undefined
      ? [
          this.paragraph({ alignment: AlignmentType.CENTER, keepNext: true }, [this.run(each.label, {})]),
          this.paragraph({ indent: { left: INDENT } }, this.runs(each, {})),
        ]
      : [above, this.labelled({ ...each, label: alone }, { indent: { left: INDENT } }, {}, 'typed')]
  }

  private labelled(
    each: Paragraph,
    options: IParagraphOptions,
    look: Partial<IRunOptions>,
    numbering: 'typed' | 'automatic',
  ): DocxParagraph {
    if (each.label === null)
      return this.paragraph({ spacing: { after: 120 }, ...options }, this.runs(each, look))
    const reference = numbering === 'automatic' ? this.list(each.label, each.text) : null
    if (reference !== null) {
      const own = { spacing: { after: 120 }, ...options, numbering: { reference, level: 0 } }
      return this.paragraph(own, this.runs(each, look))
    }
    return this.paragraph({ spacing: { after: 120 }, ...options }, [
      this.run(each.label, look),
      new TextRun({ children: ['\t'] }),
      ...this.runs(each, look),
    ])
  }

  /** The list whose next label this is; a new one where none goes on. Null where the word processor would not print that very label. */
  private list(label: string, words: string): string | null {
    const read = readLabel(`${label} ${words}`, this.version.language)
    const formats = [
      [LevelFormat.DECIMAL, (n: number) => String(n)],
      [LevelFormat.LOWER_LETTER, (n: number) => LABEL_ALPHABETS.latin[n - 1] ?? ''],
      [LevelFormat.RUSSIAN_LOWER, (n: number) => LABEL_ALPHABETS.cyrillic[n - 1] ?? ''],
      [LevelFormat.ARABIC_ABJAD, (n: number) => LABEL_ALPHABETS.arabic[n - 1] ?? ''],
    ] as const
    const found = formats.find(([, write]) => {
      const core = read === null ? '' : write(read.ordinal)
      return core !== '' && label.includes(core) && !/[\p{L}\p{N}]/u.test(label.replace(core, ''))
    })
    if (read === null || found === undefined) return null
    const [format, write] = found
    const text = label.replace(write(read.ordinal), '%1')
    const going = this.open.get(text)
    if (going !== undefined && going.next === read.ordinal && read.ordinal > 1) {
      going.next += 1
      return going.reference
    }
    const reference = `list-${this.lists.length}`
    this.lists.push({
      reference,
      level: {
        level: 0,
        format,
        text,
        start: read.ordinal,
        style: { paragraph: { indent: { left: INDENT } } },
      },
    })
    this.open.set(text, { reference, next: read.ordinal + 1 })
    return reference
  }

  private paragraph(options: IParagraphOptions, children: IParagraphOptions['children']): DocxParagraph {
    return new DocxParagraph({ ...options, bidirectional: this.rtl, children })
  }

  private run(text: string, look: Partial<IRunOptions>): TextRun {
    return new TextRun({ ...look, text, rightToLeft: this.rtl })
  }

  /** A paragraph's text as runs that end where italics or marks do. */
  private runs(
    { text, italics, marks }: Paragraph,
    look: Partial<IRunOptions>,
  ): (TextRun | FootnoteReferenceRun)[] {
    const cuts = [
      0,
      text.length,
      ...italics.flatMap(({ from, to }) => [from, to]),
      ...marks.map(({ at }) => at),
    ]
    const places = [...new Set(cuts)].sort((a, b) => a - b)
    return places.flatMap((from, i) => {
      const to = places[i + 1] ?? from
      const here = marks.filter(({ at }) => at === from)
      const references = here.map(({ note }) => {
        const id = note === null ? undefined : this.notes.get(note)
        if (id === undefined) throw new Error(`a mark without a note at ${from}`)
        return new FootnoteReferenceRun(id)
      })
      if (to === from) return references
      const italic = italics.some((span) => span.from <= from && to <= span.to)
      return [...references, this.run(text.slice(from, to), { ...look, ...(italic && { italics: true }) })]
    })
  }
}

/**
 * A version as a DOCX file in the layout of a resolution of the United Nations: symbol, organ and distribution in the head of the first page, symbol and title in the heads of the others,
 * pages and job number in the feet, real footnotes, labels typed or numbered by the word processor, annexes on a page of their own. Rejects where a mark of the version has no note.
 */
export async function writeUnDocx(version: Version, options: UnDocxOptions = {}): Promise<Uint8Array> {
  const built = new UnDocx(version, options.numbering ?? 'typed')
  return new Uint8Array(await Packer.toBuffer(built.document()))
}
