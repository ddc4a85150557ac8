import type { Finding, FindingCode, Place, Severity } from '../model'
import { wholeCell, type RowPair } from './row-pair'

/**
 * How much each code matters. A figure, date, reference or paragraph that differs is an error in a legal text; terms, verbs and footnote marks
 * depend on context, so they ask for a look.
 */
export const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  symbol: 'error',
  date: 'error',
  number: 'error',
  gap: 'error',
  footnote: 'warning',
  'opening-verb': 'warning',
  'term-missing': 'warning',
  'term-variant': 'warning',
}

/** One side of a finding: where it is and what stands there; null where nothing stands there. */
export interface Side {
  readonly place: Place
  readonly text: string
}

/**
 * A finding between the pivot and the other version of a row pair. A side that is null points at its whole cell, since the thing is absent from
 * all of it.
 */
export function makeFinding(
  code: FindingCode,
  pair: RowPair,
  pivot: Side | null,
  other: Side | null,
): Finding {
  return {
    code,
    severity: SEVERITIES[code],
    row: pair.row.id,
    places: {
      [pair.pivot.language]: pivot === null ? wholeCell(pair.pivot) : [pivot.place],
      [pair.other.language]: other === null ? wholeCell(pair.other) : [other.place],
    },
    found: other?.text ?? null,
    expected: pivot?.text ?? null,
  }
}
