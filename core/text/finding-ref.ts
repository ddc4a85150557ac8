import type { Decision, SettledFinding } from '../model'
import { textMark } from './text-mark'

/** What a file remembers of a finding: its keys with the revisions that were seen, and what held of it then. */
export interface FindingRef {
  readonly keys: SettledFinding['keys']
  readonly revisions: SettledFinding['revisions']
  /** The scope and verdict that held, or null. */
  readonly held: Pick<Decision, 'scope' | 'verdict'> | null
  /** The mark of the reason (see textMark). */
  readonly reason: string
}

const REF =
  /^f:([0-9a-f]+)@(\d+) t:([0-9a-f]+)@(\d+) e:([0-9a-f]+)@(\d+) (?:-|(finding|text|everywhere)=(error|accepted|ignored)) ([0-9a-f]{8})$/u

/** A finding's reference as a cell holds it, on one line. */
export function writeFindingRef({ keys, revisions, decision }: Omit<SettledFinding, 'finding'>): string {
  const seen = (['finding', 'text', 'everywhere'] as const).map(
    (scope) => `${scope[0]}:${keys[scope]}@${revisions[scope]}`,
  )
  const held = decision === null ? '-' : `${decision.scope}=${decision.verdict}`
  return `${seen.join(' ')} ${held} ${textMark(decision?.reason ?? '')}`
}

/** The reference that a cell holds, or null for what is none. */
export function readFindingRef(text: string): FindingRef | null {
  const match = REF.exec(text.trim())
  if (match === null) return null
  const [, finding, seenFinding, inText, seenText, everywhere, seenEverywhere, scope, verdict, reason] = match
  return {
    keys: { finding: finding!, text: inText!, everywhere: everywhere! },
    revisions: {
      finding: Number(seenFinding),
      text: Number(seenText),
      everywhere: Number(seenEverywhere),
    },
    held:
      scope === undefined
        ? null
        : { scope: scope as Decision['scope'], verdict: verdict as Decision['verdict'] },
    reason: reason!,
  }
}
