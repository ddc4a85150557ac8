import type { PlannedDecision } from '../core/compare/decisions/plan-decisions'
import type {
  ChangedText,
  Refusal,
  RefusalReason,
  SheetPlace,
} from '../core/compare/decisions/read-decision-sheet'
import type { Decision } from '../core/model'
import type { SettleResult } from '../jobs/settle-from-sheet'
import { oneLine } from './usage-error'

/** A workbook that was read. */
type ReadResult = Extract<SettleResult, { readonly kind: 'read' }>

const REASONS: Readonly<Record<RefusalReason, string>> = {
  'unknown-id': 'no finding or row that was written to this file',
  'unknown-verdict': 'no verdict; choose one from the list of the cell',
  'no-finding': 'the row has no finding to be settled',
  'no-verdict': 'a note without a decision',
  'no-reason': 'ignored without a note that says why',
  'two-decisions': 'another line says something else of the same finding',
  'no-column': 'there is no column of decisions',
  'finding-gone': 'the finding is not there any more',
  'decided-since': 'somebody else has settled or reopened it since the file was written',
  'wider-scope': 'what holds was settled for more than this finding; withdraw it on the page',
}

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
export function planJson({ planned, refusals, changedTexts, applied, resolution }: ReadResult): string {
  const data = {
    symbol: resolution.symbol,
    applied,
    planned: planned.map(({ kind, sheet, line, row, settled, from, to }) => ({
      kind,
      sheet,
      line,
      row,
      code: settled.finding.code,
      languages: Object.keys(settled.finding.places),
      key: settled.keys.finding,
      from,
      to,
    })),
    refused: refusals,
    changedTexts,
  }
  return `${JSON.stringify(data, null, 2)}\n`
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
  return [row, REASONS[reason], detail].filter((part) => part !== '').join(': ')
}

function describeChanged({ row, language }: ChangedText): string {
  return row === ''
    ? `the column of ${language} is gone`
    : `${row}: the text in ${language} was edited; it is not taken`
}

function place({ sheet, line }: SheetPlace): string {
  return `${sheet}, line ${line}`
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
