import type { Decision, SettledFinding } from '../../model'
import { textMark } from '../../text/text-mark'
import type {
  ChangedText,
  DecisionSheet,
  Refusal,
  RefusalReason,
  SheetPlace,
  Wish,
} from './read-decision-sheet'

/** What following a line of a sheet will do to a finding. */
export interface PlannedDecision extends SheetPlace {
  readonly kind: 'set' | 'changed' | 'withdrawn'
  readonly row: string
  readonly settled: SettledFinding
  /** What holds now, and what will; null for nothing. */
  readonly from: Decision | null
  readonly to: Pick<Decision, 'verdict' | 'reason'> | null
}

/** All that following a sheet will do and what it will not, both in the order of the lines. */
export interface DecisionPlan {
  readonly planned: readonly PlannedDecision[]
  readonly refusals: readonly Refusal[]
  readonly changedTexts: readonly ChangedText[]
}

/**
 * Lays what a sheet says against the findings as they are now: what will be settled, changed or withdrawn, always for this very finding alone, and what is refused. A line that says what holds already does nothing.
 * `rows` are the ids of the rows that there are.
 */
export function planDecisions(
  { wishes, refusals, changedTexts }: DecisionSheet,
  findings: readonly SettledFinding[],
  rows: ReadonlySet<string>,
): DecisionPlan {
  const known = new Map(findings.map((settled) => [settled.keys.finding, settled]))
  const planned: PlannedDecision[] = []
  const refused = refusals.map((refusal): Refusal =>
    refusal.reason === 'no-finding' && !rows.has(refusal.row)
      ? { ...refusal, reason: 'unknown-id', detail: refusal.row }
      : refusal,
  )
  for (const wish of wishes) {
    const settled = known.get(wish.ref.keys.finding)
    const refuse = (reason: RefusalReason, detail: string) =>
      refused.push({ sheet: wish.sheet, line: wish.line, row: wish.row, reason, detail })
    if (settled === undefined) refuse('finding-gone', wish.ref.keys.finding)
    else if (isDone(wish, settled)) continue
    else if (isOutdated(wish, settled)) refuse('decided-since', holds(settled))
    else if (wish.verdict === null && settled.decision !== null && settled.decision.scope !== 'finding')
      refuse('wider-scope', settled.decision.scope)
    else planned.push(planOf(wish, settled))
  }
  return { planned: inOrder(planned), refusals: inOrder(refused), changedTexts }
}

/** Whether somebody has spoken of the finding since, in any scope. */
function isOutdated({ ref }: Wish, { keys, revisions }: SettledFinding): boolean {
  return (['finding', 'text', 'everywhere'] as const).some(
    // Another text makes other keys; what was seen of those says nothing of these.
    (scope) => ref.keys[scope] === keys[scope] && ref.revisions[scope] !== revisions[scope],
  )
}

function isDone({ verdict, reason }: Wish, { decision }: SettledFinding): boolean {
  if (verdict === null || decision === null) return verdict === null && decision === null
  return verdict === decision.verdict && textMark(reason ?? '') === textMark(decision.reason ?? '')
}

function planOf({ sheet, line, row, verdict, reason }: Wish, settled: SettledFinding): PlannedDecision {
  const from = settled.decision
  return {
    kind: verdict === null ? 'withdrawn' : from === null ? 'set' : 'changed',
    sheet,
    line,
    row,
    settled,
    from,
    to: verdict === null ? null : { verdict, reason },
  }
}

function holds({ decision }: SettledFinding): string {
  return decision === null ? '' : [decision.verdict, decision.by].filter((part) => part !== null).join(' ')
}

function inOrder<T extends SheetPlace>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => (a.sheet === b.sheet ? a.line - b.line : a.sheet < b.sheet ? -1 : 1))
}
