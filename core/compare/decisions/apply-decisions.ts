import type { Alignment, Decision, Finding } from '../../model'
import { makeKeys, type FindingKeys } from './finding-keys'

/** A finding with what a person settled about it, or null. */
export type DecidedFinding = Finding & { readonly decision: Decision | null }

/** Findings in their order, each with its decision, and the decisions that no finding took. */
export interface Decided {
  readonly findings: readonly DecidedFinding[]
  readonly unused: readonly Decision[]
}

/** From the nearest scope to the widest. */
const SCOPES: readonly Decision['scope'][] = ['finding', 'text', 'everywhere']

/**
 * Gives every finding its decision: that of the nearest scope, and within a scope the later one of the list. A decision that speaks to no finding, or only
 * to findings that have a nearer or later one, is `unused`: it is told, never dropped. `keys` are the findings' own, one each, where they are known already.
 */
export function applyDecisions(
  check: Alignment & { readonly findings: readonly Finding[] },
  decisions: readonly Decision[],
  keys: readonly FindingKeys[] = check.findings.map(makeKeys(check)),
): Decided {
  const known = new Map(decisions.map((decision) => [`${decision.scope} ${decision.key}`, decision]))
  const used = new Set<Decision>()
  const findings = check.findings.map((finding, k) => {
    const own = keys[k]
    const decision = SCOPES.map((scope) => known.get(`${scope} ${own?.[scope] ?? ''}`)).find(
      (found) => found !== undefined,
    )
    if (decision !== undefined) used.add(decision)
    return { ...finding, decision: decision ?? null }
  })
  return { findings, unused: decisions.filter((decision) => !used.has(decision)) }
}

/** True for a finding that still counts, as for `--fail-on`: nobody has accepted it or set it aside. One that was confirmed as an error counts. */
export function isOpen({ decision }: DecidedFinding): boolean {
  return decision === null || decision.verdict === 'error'
}
