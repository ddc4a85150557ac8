import type { Check, Finding, Language, Row } from '../../core/model'
import { visibleFindings } from '../../i18n/build-export-table'
import { describeFinding } from '../../i18n/describe-finding'
import type { Translator } from '../../i18n/translator'

/** A finding as the page shows it: its number on this page from 1, its row, and its sentence in the reader's language. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
  readonly row: Row
  readonly sentence: string
}

/** The findings between the versions on screen, numbered in the order in which the reader meets them. */
export function numberFindings(
  { findings, rows }: Check,
  languages: readonly Language[],
  t: Translator,
): readonly NumberedFinding[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return visibleFindings(findings, languages, [])
    .flatMap((finding) => {
      const row = byId.get(finding.row)
      return row === undefined ? [] : [{ finding, row, sentence: describeFinding(finding, row, t) }]
    })
    .map((item, k) => ({ ...item, number: k + 1 }))
}
