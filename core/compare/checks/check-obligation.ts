import type { Finding } from '../../model'
import { pairWords } from '../../text/cues/pair-words'
import type { Check } from '../check-context'
import { findModals, type Modal } from '../find-modals'
import { makeFinding } from '../make-finding'
import { bothPresent, type RowPair } from '../row-pair'

/**
 * Modals of another strength: those of the two versions are paired in their order and by where they stand in the row. One without an answer says
 * nothing, since legal drafting leaves it to the tense; nor does a prohibition, whose denial the check of negations looks at.
 */
export const checkObligation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [findModals(pair.pivot), findModals(pair.other)]
  const differing = pairWords(pivot, other, pairCost, () => 0.5).find(
    ([a, b]) => a !== null && b !== null && !agree(a, b),
  )
  const [expected, found] = differing ?? [null, null]
  if (expected === null || found === null) return []
  const grade = [expected.value, found.value].includes('may')
  const confidence = !grade ? 0.45 : pivot.length === other.length ? 0.75 : 0.6
  return [makeFinding('obligation', pair, expected.side, found.side, { rule: 'other-strength', confidence })]
}

const pairCost = (a: Modal, b: Modal): number => Math.abs(a.at - b.at) + (agree(a, b) ? 0 : 0.6)

/** Equal strength as far as the words go; a prohibition answers any modal, since the denial may stand elsewhere. */
const agree = (a: Modal, b: Modal): boolean =>
  a.value === b.value ||
  (a.value === 'must-not' && forbids(b)) ||
  (b.value === 'must-not' && forbids(a)) ||
  ((a.broad || b.broad) && a.value !== 'may' && b.value !== 'may')

/** A duty may be a duty to abstain, denied further on; a permission forbids only where it is itself denied. */
const forbids = ({ value, denied }: Modal): boolean => value !== 'may' || denied
