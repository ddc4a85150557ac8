import type { Finding, FindingCode, Place, Severity } from '../model'
import { wholeCell, type RowPair } from './row-pair'

/** What a code is worth at most: an error in a legal text, something that asks for a look, or something to know. */
export const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  symbol: 'error',
  date: 'error',
  number: 'error',
  gap: 'error',
  untranslated: 'error',
  footnote: 'warning',
  'opening-verb': 'warning',
  'term-missing': 'warning',
  'term-added': 'info',
  'term-variant': 'warning',
  'term-deprecated': 'warning',
  'term-order': 'warning',
  'term-inconsistent': 'warning',
  name: 'warning',
  'country-name': 'warning',
  negation: 'warning',
  obligation: 'warning',
  'list-length': 'warning',
  quotation: 'warning',
  brackets: 'warning',
  omission: 'warning',
  length: 'warning',
}

/** Confidence from which on a finding is what its code is worth; under LOOK it is only told to those who ask for everything. */
const SURE = 0.8
const LOOK = 0.5

/** A code's severity as far as the evidence goes. */
export function severityOf(code: FindingCode, confidence: number): Severity {
  if (confidence < LOOK) return 'info'
  const most = SEVERITIES[code]
  return most === 'error' && confidence < SURE ? 'warning' : most
}

/** One side of a finding: where it is and what stands there; null where nothing stands there. */
export interface Side {
  readonly place: Place
  readonly text: string
}

/** Why a finding is one: see Finding. Sure, and with nothing sought or matched, where nothing else is said. */
export type Grounds = Pick<Finding, 'rule'> &
  Partial<Pick<Finding, 'sought' | 'matched' | 'concept' | 'confidence'>>

/**
 * A finding between the pivot and the other version of a row pair. A side that is null points at its whole cell, since the thing is absent from
 * all of it.
 */
export function makeFinding(
  code: FindingCode,
  pair: RowPair,
  pivot: Side | null,
  other: Side | null,
  { rule, sought = [], matched = null, concept = null, confidence = 1 }: Grounds,
): Finding {
  return {
    code,
    severity: severityOf(code, confidence),
    row: pair.row.id,
    places: {
      [pair.pivot.language]: pivot === null ? wholeCell(pair.pivot) : [pivot.place],
      [pair.other.language]: other === null ? wholeCell(pair.other) : [other.place],
    },
    found: other?.text ?? null,
    expected: pivot?.text ?? null,
    rule,
    sought,
    matched,
    concept,
    confidence,
  }
}

/** `absent`, `extra` or `changed`: which of the two sides holds what the finding is about. */
export function sideRule(pivot: Side | null, other: Side | null): 'absent' | 'extra' | 'changed' {
  return other === null ? 'absent' : pivot === null ? 'extra' : 'changed'
}
