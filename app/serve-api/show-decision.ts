import type { DecisionEntry } from '../../store/decisions'

/** An entry of a decision's history as the interface shows it. */
export function showDecision({
  resolution,
  ...entry
}: DecisionEntry): Omit<DecisionEntry, 'resolution'> & { readonly document: string | null } {
  return { ...entry, document: resolution }
}
