import type { Finding } from '../../core/model'
import type { SettledFinding } from '../../jobs/read-findings'
import { showDecision } from './show-decision'

/** A finding as the interface shows it; its id names its alignment and its place there. */
export function showFinding({ finding, decision, position, ...where }: SettledFinding): Finding &
  Omit<SettledFinding, 'finding' | 'decision' | 'position'> & {
    readonly id: string
    readonly decision: ReturnType<typeof showDecision> | null
  } {
  return {
    ...finding,
    ...where,
    id: `${where.alignment}.${position}`,
    decision: decision === null ? null : showDecision(decision),
  }
}
