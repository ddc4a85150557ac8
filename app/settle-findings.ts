import { applyDecisions, type DecidedFinding } from '../core/compare/decisions/apply-decisions'
import type { Check } from '../core/model'
import type { StoredReading } from '../store/read-resolution'

/** The findings of a check, each with what is settled of it; nothing is, where there is no reading of the store. */
export function settleFindings(check: Check, reading: StoredReading | null): readonly DecidedFinding[] {
  return applyDecisions(check, reading?.decisions ?? [], reading?.keys).findings
}
