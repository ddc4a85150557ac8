import type { PlanAnswer, PlanLine, ToldLine } from '../components/ReviewDesk/plan-answer'
import type { PlannedDecision } from '../core/compare/decisions/plan-decisions'
import type { SheetPlace } from '../core/compare/decisions/read-decision-sheet'
import { describeFinding, rowAddress } from '../i18n/describe-finding'
import { describeEdited, describeRefusal, describeVerdict } from '../i18n/describe-plan'
import type { Translator } from '../i18n/translator'
import type { SettleResult } from '../jobs/settle-from-sheet'

/** What the page shows of a workbook that was read: every line in the reader's language. */
export function showPlan(
  result: Extract<SettleResult, { readonly kind: 'read' }>,
  t: Translator,
): PlanAnswer {
  const { planned, refusals, changedTexts, applied, pivot } = result
  const rows = new Map(result.rows.map((row) => [row.id, row]))
  const place = ({ sheet, line }: SheetPlace) =>
    t('review.line', { sheet: `\u2068${sheet}\u2069`, line: String(line) })
  const address = (id: string) => {
    const row = rows.get(id)
    return row === undefined ? id : rowAddress(row, pivot)
  }
  const lineOf = (one: PlannedDecision): PlanLine => {
    const { finding } = one.settled
    const row = rows.get(finding.row)
    return {
      place: place(one),
      address: address(finding.row),
      finding: row === undefined ? t(`findings.name.${finding.code}`) : describeFinding(finding, row, t),
      before: one.from === null ? null : describeVerdict(one.from, t),
      after: one.to === null ? null : describeVerdict(one.to, t),
    }
  }
  const told = (one: SheetPlace & { readonly row: string }, what: string): ToldLine => ({
    place: place(one),
    address: address(one.row),
    what,
  })
  const ofKind = (kind: PlannedDecision['kind']) => planned.filter((one) => one.kind === kind).map(lineOf)
  return {
    applied,
    set: ofKind('set'),
    changed: ofKind('changed'),
    withdrawn: ofKind('withdrawn'),
    refused: refusals.map((one) => told(one, describeRefusal(one, t))),
    edited: changedTexts.map((one) => told(one, describeEdited(one, t))),
  }
}
