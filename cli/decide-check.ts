import { applyDecisions, isOpen } from '../core/compare/decisions/apply-decisions'
import { makeKeys } from '../core/compare/decisions/finding-keys'
import type { Alignment, Check, Decision, Severity } from '../core/model'
import type { CheckReport } from '../core/schema'

/** The orders in which findings can be listed. */
export const FINDING_ORDERS = ['row', 'severity'] as const

/** One of FINDING_ORDERS. */
export type FindingOrder = (typeof FINDING_ORDERS)[number]

/** From what least stops a check: see Severity. */
const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** A check with the keys and the decision of every finding, in the order asked for: `severity` puts the severe before the mild, then the sure before the unsure. */
export function decideCheck(
  check: Check,
  decisions: readonly Decision[],
  order: FindingOrder = 'row',
): CheckReport {
  const { pivot, versions, rows } = check
  const alignment: Alignment = { pivot, versions, rows }
  const keys = makeKeys(alignment)
  const { findings, unused } = applyDecisions(check, decisions)
  const keyed = findings.map((finding) => ({ ...finding, keys: keys(finding) }))
  return {
    ...alignment,
    findings:
      order === 'row'
        ? keyed
        : keyed.toSorted((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity] || b.confidence - a.confidence),
    unusedDecisions: unused,
  }
}

/** True where a finding that nobody has accepted or set aside is at least that severe. */
export function reaches({ findings }: CheckReport, least: FailOn): boolean {
  return findings.some((finding) => fails(finding, least))
}

/** From what severity on a finding makes a check fail. */
export type FailOn = 'error' | 'warning' | 'never'

/** True for a finding at least that severe that nobody has accepted or set aside. */
export function fails(finding: CheckReport['findings'][number], least: FailOn): boolean {
  return least !== 'never' && isOpen(finding) && WEIGHT[finding.severity] >= WEIGHT[least]
}
