import type { Decision, Finding } from '../../core/model'

/** What is settled of a finding, as the page shows it and as who settles it needs it. */
export interface FindingSettlement {
  readonly keys: Readonly<Record<Decision['scope'], string>>
  /** The last revision of each key, 0 for none. */
  readonly revisions: Readonly<Record<Decision['scope'], number>>
  readonly decision: Decision | null
}

/** A confirmed row, or one whose confirmation was taken back: `revision` is the last, 0 for none. */
export interface RowSettlement {
  /** The confirmation's key; null where the row is not confirmed. */
  readonly key: string | null
  readonly revision: number
}

/** A confirmed row that has no place on the page: `places` name its paragraphs by version, as they were. */
export interface UnkeptRow {
  readonly key: string
  readonly revision: number
  readonly places: string
  readonly reason: 'lost' | 'overlap' | 'languages' | 'not-yet'
}

/** All that people have settled in what is on the page. */
export interface SettledReading {
  /** The alignment on the page. */
  readonly alignment: string
  readonly findings: ReadonlyMap<Finding, FindingSettlement>
  /** By row id; a row that is not in it was never spoken of. */
  readonly rows: ReadonlyMap<string, RowSettlement>
  readonly unkeptRows: readonly UnkeptRow[]
  readonly lostDecisions: readonly (Decision & { readonly revision: number })[]
}
