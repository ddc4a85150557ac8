import type { Decision, Language } from '../core/model'
import type { Store } from '../store/database/open-store'
import { pageDecisions, type DecisionEntry } from '../store/decisions'
import { pageFindings, type FindingFilter, type PlacedFinding } from '../store/page-findings'

/** A finding with what is settled of it, or null. */
export type SettledFinding = PlacedFinding & { readonly decision: DecisionEntry | null }

/** From the nearest scope to the widest, as applyDecisions has it. */
const SCOPES: readonly Decision['scope'][] = ['finding', 'text', 'everywhere']

/** Findings that are looked through at a time. */
const STEP = 200

/**
 * Findings in order of document, alignment and place, each with its decision: those with a place in a language, and those that are open or those that are not, where that is asked for. Gives `limit` of them as
 * long as there are so many.
 */
export async function readFindings(
  store: Store,
  filter: FindingFilter & { readonly language?: Language; readonly open?: boolean },
): Promise<readonly SettledFinding[]> {
  const { language, open, limit, ...rest } = filter
  const found: SettledFinding[] = []
  let { after } = rest
  while (found.length < limit) {
    const placed = await pageFindings(store, { ...rest, after, limit: STEP })
    for (const one of await withDecisions(store, placed)) {
      if (language !== undefined && (one.finding.places[language] ?? []).length === 0) continue
      if (open !== undefined && open !== isOpen(one)) continue
      found.push(one)
    }
    const last = placed.at(-1)
    if (placed.length < STEP || last === undefined) break
    after = [last.document, last.alignment, last.position]
  }
  return found.slice(0, limit)
}

async function withDecisions(
  store: Store,
  placed: readonly PlacedFinding[],
): Promise<readonly SettledFinding[]> {
  const keys = [...new Set(placed.flatMap((one) => SCOPES.map((scope) => one.keys[scope])))]
  const settled = await pageDecisions(store, { keys })
  const known = new Map(settled.map((entry) => [`${entry.scope} ${entry.key}`, entry]))
  return placed.map((one) => ({
    ...one,
    decision: SCOPES.map((scope) => known.get(`${scope} ${one.keys[scope]}`)).find(Boolean) ?? null,
  }))
}

/** One that was confirmed as an error is open, as for isOpen of the core. */
function isOpen({ decision }: SettledFinding): boolean {
  return decision === null || decision.verdict === 'error'
}
