import type { Language, Paragraph, Row, TermHit } from '../../core/model'
import { direction } from '../../core/text/languages'
import { markedPlaces } from '../../i18n/marked-places'
import type { Translator } from '../../i18n/translator'
import type { RowSettlement } from '../Settle/settled-reading'
import { writeConfirm } from '../Settle/write-confirm'
import { doubtOf } from './doubt-of'
import { isSetAside, type NumberedFinding } from './number-findings'
import classes from './VersionRow.module.css'
import { writeChildren, writeElement, type Markup } from './write-element'
import { writeMarks } from './write-marks'
import { writeParagraph } from './write-paragraph'

/** One version's side of a row. `lang` is its plain language code; `name` and `status` are in the reader's language. */
export interface RowCell {
  readonly language: Language
  readonly lang: string
  readonly name: string
  readonly status: string
  readonly moved: boolean
  readonly paragraphs: readonly Paragraph[]
  /** Term hits by paragraph address. */
  readonly hits: Readonly<Record<string, readonly TermHit[]>>
  /** Where each note is first called, by the note's address. */
  readonly calls: ReadonlyMap<string, string>
  /** Paragraphs as they were written before, by address: those that say nothing in the reader's language and in which nothing was found. */
  readonly plain: Map<string, Markup>
}

/** A row of the grid with its cells in the order on screen and the findings that belong to it. */
export interface ShownRow {
  readonly row: Row
  /** What it is cited by. */
  readonly address: string
  /** Addresses that lead to this row, besides the one that the row itself carries. */
  readonly anchors: readonly string[]
  readonly cells: readonly RowCell[]
  readonly findings: readonly NumberedFinding[]
  /** What is confirmed of the row; null where rows cannot be confirmed. */
  readonly settlement: RowSettlement | null
}

/** The inside of one row: the address in the gutter, then each version's paragraphs or a quiet gap, with the numbers of the findings beside them. */
export function writeRow(t: Translator, shown: ShownRow): string {
  const { cells, findings } = shown
  return writeChildren([writeGutter(t, shown), ...cells.map((cell) => writeCell(t, cell, findings))])
}

function writeGutter(t: Translator, { row, address, anchors, settlement }: ShownRow): Markup {
  const doubt = doubtOf(row.confidence)
  const confidence = doubt > 0 ? t('view.confidence', { value: row.confidence }) : ''
  return writeElement(
    'th',
    { role: 'rowheader', scope: 'row', class: classes.gutter },
    ...anchors.map((own) => writeElement('span', { id: own, class: classes.anchor })),
    writeElement(
      'a',
      { href: `#${address}`, class: classes.address, title: t(`kinds.${row.kind}`) },
      address,
    ),
    doubt > 0 &&
      writeElement('span', { class: classes.bar, title: confidence, style: `--uncertainty:${doubt}` }),
    doubt > 0 && writeElement('span', { class: classes.confidence }, confidence),
    writeElement(
      'button',
      {
        type: 'button',
        class: classes.copy,
        'data-copy': address,
        'aria-label': t('view.copy', { address }),
      },
      writeElement(
        'svg',
        { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
        writeElement('path', { d: 'M5.5 4.5v-2h8v8h-2M2.5 5.5h8v8h-8z' }),
      ),
    ),
    settlement !== null && writeConfirm(t, row.id, address, settlement),
  )
}

function writeCell(t: Translator, cell: RowCell, findings: readonly NumberedFinding[]): Markup {
  const { language, lang, name, status, moved, paragraphs, hits, calls, plain } = cell
  const own = findings.filter(({ finding }) => language in finding.places)
  const marking = own.filter((item) => !isSetAside(item))
  const gap = paragraphs.length === 0
  return writeElement(
    'td',
    {
      role: 'cell',
      dir: direction(language),
      class: gap ? classes.gap : classes.cell,
      'data-language': language,
      'data-name': name,
      'data-status': status === '' ? null : status,
      style: `--marks:${own.length}`,
    },
    gap
      ? writeElement('span', { class: classes.gapWord, dir: 'auto' }, t('view.gap'))
      : writeElement(
          'div',
          { class: classes.text, lang, dir: direction(language) },
          ...paragraphs.map((paragraph) => {
            const { address, kind, marks } = paragraph
            const before = plain.get(address)
            const marked = marking.flatMap(({ number, finding }) =>
              markedPlaces(finding, language)
                .filter((place) => place.address === address)
                .map(({ from, to }) => ({ from, to, number })),
            )
            if (before !== undefined && marked.length === 0) return before
            const written = writeParagraph(t, {
              language,
              paragraph,
              hits: hits[address] ?? [],
              calls,
              marked,
              findings: own,
            })
            if (marked.length === 0 && kind !== 'footnote' && marks.length === 0) plain.set(address, written)
            return written
          }),
        ),
    moved && writeElement('span', { class: classes.moved, dir: 'auto' }, t('view.moved')),
    own.length > 0 && writeMarks(t, own),
  )
}
