import type { ExportMark } from '../model'
import type { XmlMaker } from '../text/make-xml'
import { paragraphElement, runElements, type Look, type Markup, type Voice } from './docx-elements'

/** Footnotes and comments of a document, gathered while its rows are written; each gets its number. */
export interface Annotations {
  readonly footnote: (
    mark: ExportMark,
    words: NonNullable<ExportMark['words']>,
    voice: Voice,
    slanted: Look,
  ) => number
  readonly comment: (sentence: string) => number
  /** The two parts of the package that hold them. */
  readonly footnotes: () => Iterable<Markup>
  readonly comments: () => Iterable<Markup>
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The lines above footnotes, which every document has (ISO/IEC 29500-1, 17.11.9). */
const SEPARATORS = (['separator', 'continuationSeparator'] as const).map(
  (kind, k) =>
    `<w:footnote w:type="${kind}" w:id="${k - 1}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${kind}/></w:r></w:p></w:footnote>`,
)

/** The footnotes and comments of a document for a reader; comments carry no date, so that equal tables give equal bytes. */
export function gatherAnnotations(reader: Voice, xml: XmlMaker): Annotations {
  const footnotes: Markup[] = []
  const comments: Markup[] = []
  return {
    footnote: ({ mark }, { text, italics }, voice, slanted) => {
      const id = footnotes.length + 1
      const borders = [...new Set([0, ...italics.flatMap(({ from, to }) => [from, to]), text.length])]
        .filter((at) => at >= 0 && at <= text.length)
        .sort((one, other) => one - other)
      const pieces = borders.map((from, k) => ({
        text: text.slice(from, borders[k + 1] ?? from),
        look: italics.some((own) => own.from <= from && own.to > from) ? slanted : {},
      }))
      // Word shows no mark in a note unless it stands there; LibreOffice 7 shows its own in front, and the space keeps the two from reading as one figure.
      const own = [{ text: '\u00a0' }, { text: mark, look: { raised: true } }, { text: ' ' }]
      const runs = runElements([...own, ...pieces], voice, xml)
      footnotes.push(
        `<w:footnote w:id="${id}">${paragraphElement('FootnoteText', voice.direction, runs)}</w:footnote>`,
      )
      return id
    },
    comment: (sentence) => {
      const id = comments.length
      const runs = runElements([{ text: sentence }], reader, xml)
      comments.push(
        `<w:comment w:id="${id}" w:author="Concordance" w:initials="C">${paragraphElement('Comment', reader.direction, runs)}</w:comment>`,
      )
      return id
    },
    *footnotes() {
      yield `${DECLARATION}<w:footnotes ${NAMESPACE}>${SEPARATORS.join('')}`
      yield* footnotes
      yield '</w:footnotes>'
    },
    *comments() {
      yield `${DECLARATION}<w:comments ${NAMESPACE}>`
      yield* comments
      yield '</w:comments>'
    },
  }
}
