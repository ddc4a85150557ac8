import type { Check, Finding, Language, Row } from '../../core/model'
import { visibleFindings } from '../../i18n/build-export-table'
import { describeFinding } from '../../i18n/describe-finding'
import type { Translator } from '../../i18n/translator'
import type { FindingSettlement, SettledReading } from '../Settle/settled-reading'

/** A finding as the page shows it: its number on this page from 1, its row, its sentence in the reader's language, and what is settled of it, null where nothing can be settled. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
  readonly row: Row
  readonly sentence: string
  readonly settlement: FindingSettlement | null
}

/** Whether a finding was set aside: it does not mark the text any more. One that was confirmed as an error does. */
export function isSetAside({ settlement }: NumberedFinding): boolean {
  const verdict = settlement?.decision?.verdict
  return verdict === 'accepted' || verdict === 'ignored'
}

/** The findings between the versions on screen, numbered in the order in which the reader meets them; nothing is settled of them yet (`withSettled`). */
export function numberFindings(
  { findings, rows }: Check,
  languages: readonly Language[],
  t: Translator,
): readonly NumberedFinding[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return visibleFindings(findings, languages, [])
    .flatMap((finding) => {
      const row = byId.get(finding.row)
      return row === undefined
        ? []
        : [
            {
              finding,
              row,
              sentence: describeFinding(finding, row, t),
              settlement: null,
            },
          ]
    })
    .map((item, k) => ({ ...item, number: k + 1 }))
}

/** The same findings, each with what is settled of it. */
export function withSettled(
  findings: readonly NumberedFinding[],
  settled: SettledReading | null,
): readonly NumberedFinding[] {
  if (settled === null) return findings
  return findings.map((item) => ({ ...item, settlement: settled.findings.get(item.finding) ?? null }))
}
