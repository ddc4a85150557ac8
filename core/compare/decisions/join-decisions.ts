import type { Alignment, Decision, Finding, SettledFinding } from '../../model'
import { applyDecisions } from './apply-decisions'
import { makeKeys, type FindingKeys } from './finding-keys'

/** All findings of a check in their order, each with its keys, what holds of it, and the last revision of each key (0: none); `keys` are the findings' own, where they are known already. */
export function joinDecisions(
  check: Alignment & { readonly findings: readonly Finding[] },
  decisions: readonly Decision[],
  revisionOf: (scope: Decision['scope'], key: string) => number,
  keys: readonly FindingKeys[] = check.findings.map(makeKeys(check)),
): readonly SettledFinding[] {
  const decided = applyDecisions(check, decisions, keys).findings
  return check.findings.map((finding, k) => {
    const own = keys[k]!
    return {
      finding,
      keys: own,
      revisions: {
        finding: revisionOf('finding', own.finding),
        text: revisionOf('text', own.text),
        everywhere: revisionOf('everywhere', own.everywhere),
      },
      decision: decided[k]?.decision ?? null,
    }
  })
}
