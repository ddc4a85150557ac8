import type { Evidence, Language } from '../model'

/** A row while it is being put together: units by version, as indices. */
export interface Draft {
  readonly units: Map<Language, number[]>
  readonly evidence: Evidence[]
  readonly moved: Set<Language>
  confidence: number
}

/** A row that nothing stands in yet. */
export function newDraft(): Draft {
  return { units: new Map(), evidence: [], moved: new Set(), confidence: 1 }
}
