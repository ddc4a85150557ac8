import type { PlannedDecision } from '../core/compare/decisions/plan-decisions'
import type { ChangedText, Refusal, SheetPlace } from '../core/compare/decisions/read-decision-sheet'
import type { Decision } from '../core/model'
import { planData } from '../jobs/plan-data'
import type { SettleResult } from '../jobs/settle-from-sheet'
import { describeEdited } from '../i18n/describe-plan'
import { makeTranslator } from '../i18n/translator'
import { oneLine } from './usage-error'

/** A workbook that was read. */
type ReadResult = Extract<SettleResult, { readonly kind: 'read' }>

/** The command line speaks English. */
const t = makeTranslator('en')

/** What following a workbook does, in words, a line each, and a line of how many. */
export function describePlan({ planned, refusals, changedTexts, applied }: ReadResult): string {
  const lines = [
    ...planned.map((one) => `${place(one)}: ${describePlanned(one)}`),
    ...refusals.map((one) => `${place(one)}: refused: ${describeRefusal(one)}`),
    ...changedTexts.map((one) => `${place(one)}: ${describeChanged(one)}`),
    summary(planned, refusals, applied),
  ]
  return lines.map((line) => `${oneLine(line)}\n`).join('')
}

/** The same as data. */
export function planJson(result: ReadResult): string {
  return `${JSON.stringify(planData(result), null, 2)}\n`
}

function describePlanned({ kind, row, settled: { finding }, from, to }: PlannedDecision): string {
  const what = `${row === '' ? finding.row : row} ${finding.code} ${Object.keys(finding.places).join('–')}`
  if (kind === 'withdrawn') return `withdrawn: ${what}: ${verdict(from)}`
  return `${kind}: ${what}: ${from === null ? '' : `${verdict(from)} → `}${verdict(to)}`
}

function verdict(decision: Pick<Decision, 'verdict' | 'reason'> | null): string {
  if (decision === null) return 'open'
  return decision.reason === null ? decision.verdict : `${decision.verdict} (${decision.reason})`
}

function describeRefusal({ row, reason, detail }: Refusal): string {
  return [row, t(`review.refusal.${reason}`), detail].filter((part) => part !== '').join(': ')
}

function describeChanged({ row, language }: ChangedText): string {
  const words = describeEdited({ row, language }, t, language)
  return row === '' ? words : `${row}: ${words}`
}

function place({ sheet, line }: SheetPlace): string {
  return t('review.line', { sheet, line: String(line) })
}

function summary(
  planned: readonly PlannedDecision[],
  refusals: readonly Refusal[],
  applied: boolean,
): string {
  const count = (kind: PlannedDecision['kind']) => planned.filter((one) => one.kind === kind).length
  const counts = `${count('set')} set, ${count('changed')} changed, ${count('withdrawn')} withdrawn, ${refusals.length} refused`
  return applied ? `${counts}; written` : `${counts}; nothing was written, --apply does`
}
