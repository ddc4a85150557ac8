import type { ExportColumn, ExportParagraph, ExportRow } from '../model'
import { joinLabel } from '../text/join-label'
import type { XmlMaker } from '../text/make-xml'
import { paragraphDirection } from '../text/paragraph-direction'
import { slants } from '../text/slants'
import { ENACTING_STYLE } from '../text/table-mark'
import type { LossTally } from '../text/tally-losses'
import type { Annotations } from './docx-annotations'
import {
  countIsolates,
  paragraphElement,
  runElements,
  type Look,
  type Markup,
  type Piece,
  type Setting,
  type Voice,
} from './docx-elements'
import { KIND_STYLES, SHADES } from './docx-styles'
import { splitRuns } from './split-runs'

/** What the writing of a document has at hand. */
export interface Desk {
  readonly reader: Voice
  readonly xml: XmlMaker
  readonly annotations: Annotations
  /** What an absent paragraph's cell says. */
  readonly gap: string
  readonly tally: LossTally
}

/** Latin words in a right-to-left version are nearly always English. */
const LATIN: Voice = { language: 'en', direction: 'ltr' }

/** A paragraph of one look; in a column that runs the other way it begins on the column's side. */
export function lineElement(
  text: string,
  voice: Voice,
  style: string,
  xml: XmlMaker,
  column: Voice['direction'] = voice.direction,
  look: Look = {},
  setting: Setting = {},
): Markup {
  const runs = runElements([{ text, look }], voice, xml)
  return paragraphElement(style, voice.direction, runs, { ...setting, ends: column !== voice.direction })
}

/** The paragraphs of one version in one row. */
export function cellParagraphs(
  row: ExportRow,
  column: ExportColumn,
  at: number,
  { reader, xml, annotations, gap, tally }: Desk,
  setting: Setting = {},
): Markup {
  const paragraphs = row.cells[at] ?? []
  if (paragraphs.length === 0)
    return lineElement(
      gap,
      reader,
      'Gap',
      xml,
      column.direction,
      { italic: slants(reader.language) },
      setting,
    )
  const voice = { language: column.language, direction: column.direction }
  // An enacting formula is stressed as the print has it, unless the text itself says what is.
  const formula = row.kind === 'enacting' && paragraphs.every(({ italics }) => italics.length === 0)
  return paragraphs
    .map((paragraph) => {
      const turned =
        voice.direction === 'rtl' && paragraphDirection(paragraph.text, voice.direction) !== voice.direction
      const own = turned ? LATIN : voice
      if (own.direction === 'ltr') tally.add('isolates', countIsolates(paragraph.text))
      const pieces = piecesOf(paragraph, row, own, annotations, formula)
      return paragraphElement(
        formula ? ENACTING_STYLE : (KIND_STYLES[row.kind] ?? 'Cell'),
        own.direction,
        runElements([{ text: joinLabel(paragraph.label, own.language) }, ...pieces], own, xml),
        { ...setting, ends: turned },
      )
    })
    .join('')
}

function piecesOf(
  paragraph: ExportParagraph,
  { notes }: ExportRow,
  voice: Voice,
  annotations: Annotations,
  formula: boolean,
): readonly Piece[] {
  const slanted: Look = slants(voice.language) ? { italic: true } : { bold: true }
  const { text, italics, marks, highlights } = paragraph
  if (italics.length + marks.length + highlights.length === 0) return [{ text, look: formula ? slanted : {} }]
  const waiting = [...marks].sort((one, other) => one.at - other.at)
  const comments = new Comments(paragraph, notes, annotations)
  let at = 0
  const pieces = splitRuns(paragraph).map(({ text: own, italic, severity, mark }): Piece => {
    if (mark) {
      const called = waiting.shift()
      const words = called?.words
      return {
        text: own,
        look: { raised: true },
        ...(called !== undefined &&
          words !== undefined && { footnote: annotations.footnote(called, words, voice, slanted) }),
      }
    }
    const before = comments.beginAt(at)
    at += own.length
    return {
      text: own,
      look: {
        ...(italic || formula ? slanted : {}),
        fill: severity === null ? undefined : SHADES[severity],
      },
      before,
      after: comments.endAt(at),
    }
  })
  return pieces
}

/** The comments on one paragraph: one for each finding, at the first of its places there. */
class Comments {
  private waiting: readonly { readonly from: number; readonly to: number; readonly note: number }[]
  private open: readonly { readonly to: number; readonly id: number }[] = []

  constructor(
    { highlights }: ExportParagraph,
    private readonly sentences: readonly string[],
    private readonly annotations: Annotations,
  ) {
    const first = new Map<number, { readonly from: number; readonly to: number; readonly note: number }>()
    for (const { from, to, note } of [...highlights].sort((one, other) => one.from - other.from))
      if (to > from && sentences[note] !== undefined && !first.has(note)) first.set(note, { from, to, note })
    this.waiting = [...first.values()]
  }

  beginAt(at: number): Markup {
    const due = this.waiting.filter(({ from }) => from <= at)
    if (due.length === 0) return ''
    this.waiting = this.waiting.filter(({ from }) => from > at)
    return due
      .map(({ to, note }) => {
        const id = this.annotations.comment(this.sentences[note] ?? '')
        this.open = [...this.open, { to, id }]
        return `<w:commentRangeStart w:id="${id}"/>`
      })
      .join('')
  }

  endAt(at: number): Markup {
    const due = this.open.filter(({ to }) => to <= at)
    if (due.length === 0) return ''
    this.open = this.open.filter(({ to }) => to > at)
    return due
      .map(({ id }) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
      .join('')
  }
}
