import type { ExportParagraph, ExportReview, ExportRow, ExportStream } from '../model'
import { writeRefHead, writeTextHead } from '../text/decision-sheet'
import { paragraphDirection } from '../text/paragraph-direction'
import { slants } from '../text/slants'
import { textMark } from '../text/text-mark'
import { columnHeading } from './column-heading'
import { isRaisedText, plainRuns } from './plain-cell'
import { plainHead, plainRow } from './plain-rows'
import type { LookedCell, SheetLook } from './sheet-styles'
import { LONGEST_CELL } from './sheet-text'
import type { SheetShell } from './xlsx-shell'

/** Widths in characters of the default font. */
const TEXT_WIDTHS = [60, 60, 60, 50, 44, 38, 36] as const
const OTHER_WIDTHS = [11, 13, 11, 42] as const
const REVIEW_WIDTHS = { decision: 16, note: 30, row: 8, hidden: 10 } as const

/** The sheet of the texts without its rows. `plain` makes a cell's text. */
export function textsShell(table: ExportStream, name: string, plain: (text: string) => string): SheetShell {
  const { columns, direction, locale, review } = table
  const width = TEXT_WIDTHS[Math.min(columns.length, TEXT_WIDTHS.length - 1)] ?? 60
  return {
    name,
    rightToLeft: direction === 'rtl',
    columns: [
      ...columns.map((column) => ({
        head: plain(columnHeading(column, locale)),
        side: column.direction,
        width,
        ...(column.statusNote !== null && { comment: plain(column.statusNote) }),
      })),
      ...plainHead(table).map((head, k) => ({
        head: plain(head),
        side: direction,
        width: OTHER_WIDTHS[k] ?? 11,
      })),
      ...(review === undefined ? [] : reviewColumns(table, review, plain)),
    ],
  }
}

function reviewColumns(
  { columns, direction, locale, symbol }: ExportStream,
  { labels, pivot, verdicts }: ExportReview,
  plain: (text: string) => string,
): SheetShell['columns'] {
  const languages = columns.map(({ language }) => language)
  const heads = Object.fromEntries(columns.map((column) => [column.language, columnHeading(column, locale)]))
  return [
    {
      head: plain(labels.decision),
      side: direction,
      width: REVIEW_WIDTHS.decision,
      choice: verdicts.map(plain),
    },
    { head: plain(labels.note), side: direction, width: REVIEW_WIDTHS.note },
    { head: plain(labels.row), side: direction, width: REVIEW_WIDTHS.row },
    {
      head: plain(writeRefHead({ symbol, pivot, languages })),
      side: 'ltr',
      width: REVIEW_WIDTHS.hidden,
      hidden: true,
    },
    { head: plain(writeTextHead(heads)), side: 'ltr', width: REVIEW_WIDTHS.hidden, hidden: true },
  ]
}

/** A row's cells on the sheet of the texts, one a column of its shell. */
export function textCells(row: ExportRow, table: ExportStream): readonly LookedCell[] {
  const { columns, direction, review } = table
  const { cells, address, kind, confidence, findings } = plainRow(row, table)
  const plain: SheetLook = { reading: direction, side: direction, kind: 'text' }
  const code: SheetLook = { reading: 'ltr', side: direction, kind: 'text' }
  return [
    ...columns.map(({ language, direction: own }, k): LookedCell => {
      const paragraphs = row.cells[k] ?? []
      const value = cells[k] ?? ''
      if (paragraphs.length === 0) return { value, look: { reading: direction, side: own, kind: 'gap' } }
      const reading =
        own === 'ltr' ? own : paragraphDirection(paragraphs.map(({ text }) => text).join(' '), own)
      const tint = gravest(paragraphs)
      return {
        value,
        look: { reading, side: own, kind: 'text', ...(tint !== null && { tint }) },
        ...(paragraphs.some(isMarkedUp) && {
          stress: {
            runs: plainRuns(paragraphs, language),
            as: slants(language) ? ('italic' as const) : ('bold' as const),
          },
        }),
      }
    }),
    { value: address, look: code },
    { value: kind, look: { ...code, reading: direction } },
    { value: confidence, look: { reading: 'ltr', side: 'ltr', kind: 'number' } },
    { value: findings, look: plain },
    ...(review === undefined ? [] : reviewCells(row, cells, review, plain, code)),
  ]
}

function reviewCells(
  { id, findings = [] }: ExportRow,
  texts: readonly string[],
  { labels }: ExportReview,
  plain: SheetLook,
  code: SheetLook,
): readonly LookedCell[] {
  const [first] = findings
  const agree = findings.every(
    ({ verdictName, reason }) => verdictName === first?.verdictName && reason === first.reason,
  )
  return [
    { value: first === undefined ? '' : agree ? first.verdictName : labels.mixed, look: plain },
    { value: first === undefined || !agree ? '' : first.reason, look: plain },
    { value: id, look: code },
    { value: findings.map(({ ref }) => ref).join('\n'), look: code },
    { value: texts.map((text) => (text.length > LONGEST_CELL ? '-' : textMark(text))).join(' '), look: code },
  ]
}

/** Whether a paragraph has what plain text does not show: italics, or marks that no character shows as raised. */
function isMarkedUp({ italics, marks }: ExportParagraph): boolean {
  return italics.length > 0 || marks.some(({ mark }) => !isRaisedText(mark))
}

function gravest(paragraphs: readonly ExportParagraph[]): 'error' | 'warning' | null {
  let found: 'warning' | null = null
  for (const { highlights } of paragraphs)
    for (const { severity } of highlights) {
      if (severity === 'error') return severity
      if (severity === 'warning') found = severity
    }
  return found
}
