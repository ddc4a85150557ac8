import type { ExportFinding, ExportReview, ExportStream } from '../model'
import { writeRefHead } from '../text/decision-sheet'
import { columnHeading } from './column-heading'
import type { LookedCell, SheetLook } from './sheet-styles'
import type { SheetShell } from './xlsx-shell'

/** A finding with the id of its row. */
export interface FoundIn {
  readonly row: string
  readonly finding: ExportFinding
}

/** Widths in characters of the default font. */
const WIDTHS = [8, 11, 18, 12, 14, 26, 26, 60, 16, 30, 10] as const
const CONCEPT_WIDTH = 30
const WORDING_WIDTH = 34
const COUNT_WIDTH = 10

/** The sheet of findings without its rows: row, address, code, severity, language, found, expected, sentence, decision, note, and the reference, hidden. */
export function findingsShell(
  { direction, labels, symbol, columns }: ExportStream,
  { labels: own, pivot, verdicts }: ExportReview,
  name: string,
  plain: (text: string) => string,
): SheetShell {
  const heads = [
    own.row,
    labels.address,
    own.code,
    own.severity,
    own.language,
    own.found,
    own.expected,
    own.sentence,
    own.decision,
    own.note,
    writeRefHead({ symbol, pivot, languages: columns.map(({ language }) => language) }),
  ]
  return {
    name,
    rightToLeft: direction === 'rtl',
    columns: heads.map((head, k) => ({
      head: plain(head),
      side: direction,
      width: WIDTHS[k] ?? 10,
      ...(head === own.decision && { choice: verdicts.map(plain) }),
      ...(k === heads.length - 1 && { hidden: true }),
    })),
  }
}

/** The lines of the sheet of findings. */
export function* findingLines(
  { direction }: ExportStream,
  found: readonly FoundIn[],
): Generator<readonly LookedCell[], void, void> {
  const plain: SheetLook = { reading: direction, side: direction, kind: 'text' }
  const code: SheetLook = { ...plain, reading: 'ltr' }
  for (const { row, finding } of found) {
    const { severity } = finding
    const grave: SheetLook = severity === 'info' ? plain : { ...plain, tint: severity }
    yield [
      { value: row, look: code },
      { value: finding.address, look: code },
      { value: finding.codeName, look: plain },
      { value: finding.severityName, look: grave },
      { value: finding.languageName, look: plain },
      { value: finding.found, look: plain },
      { value: finding.expected, look: plain },
      { value: finding.sentence, look: plain },
      { value: finding.verdictName, look: plain },
      { value: finding.reason, look: plain },
      { value: finding.ref, look: code },
    ]
  }
}

/** The sheet of terms without its rows: concept, a column of wordings a version, count. */
export function termsShell(
  { direction, columns, locale }: ExportStream,
  { labels }: ExportReview,
  name: string,
  plain: (text: string) => string,
): SheetShell {
  return {
    name,
    rightToLeft: direction === 'rtl',
    columns: [
      { head: plain(labels.concept), side: direction, width: CONCEPT_WIDTH },
      ...columns.map((column) => ({
        head: plain(columnHeading(column, locale)),
        side: column.direction,
        width: WORDING_WIDTH,
      })),
      { head: plain(labels.count), side: direction, width: COUNT_WIDTH },
    ],
  }
}

/** The lines of the sheet of terms; wordings of one version stand on lines of their own, each with its number. */
export function* termLines({
  direction,
  columns,
  review,
}: ExportStream): Generator<readonly LookedCell[], void, void> {
  for (const { concept, wordings, count } of review?.terms ?? []) {
    yield [
      { value: concept, look: { reading: 'ltr', side: direction, kind: 'text' } },
      ...columns.map(({ direction: own }, k): LookedCell => {
        const value = (wordings[k] ?? []).map((one) => `${one.wording} (${one.count})`).join('\n')
        return { value, look: { reading: own, side: own, kind: 'text' } }
      }),
      { value: count, look: { reading: 'ltr', side: 'ltr', kind: 'text' } },
    ]
  }
}
