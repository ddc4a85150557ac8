import type { Finding } from '../../model'
import { pairWords } from '../../text/cues/pair-words'
import { baseLanguage } from '../../text/languages'
import type { Check } from '../check-context'
import { findModals, type Modal } from '../find-modals'
import { makeFinding } from '../make-finding'
import { matchPlaces } from '../match-places'
import { bothPresent, type Cell, type RowPair } from '../row-pair'

/**
 * Modals of another strength: those of the two versions are paired in their order and by where they stand in the row. One without an answer says
 * nothing, since legal drafting leaves it to the tense; nor does a prohibition, whose denial the check of negations looks at.
 */
export const checkObligation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

/** How far from its own place, as a share of the cell, a modal of another strength may stand that answers one of a relative clause. */
const REACH = 0.1

/** What another strength costs a pair, what the whole length of the cell between them, and what it costs to leave a modal without an answer. */
const OTHER_STRENGTH = 0.6
const LENGTH = 2
const SKIP = 0.5

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [findModals(pair.pivot), findModals(pair.other)]
  if (pivot.length === 0 || other.length === 0) return []
  const place = matchPlaces(pair)
  const distance = (a: Modal, b: Modal) => Math.min(Math.abs(a.at - b.at), Math.abs(place(a.at) - b.at))
  // One on either side, wherever they stand, is one thing said twice.
  const alone =
    pivot.length === 1 &&
    other.length === 1 &&
    ![...pivot, ...other].some(({ value }) => value === 'must-not')
  const cost = (a: Modal, b: Modal) =>
    alone ? 0 : LENGTH * distance(a, b) + (agree(a, b) ? 0 : OTHER_STRENGTH)
  const differing = pairWords(pivot, other, cost, () => SKIP).find(
    ([a, b]) =>
      a !== null &&
      b !== null &&
      !agree(a, b) &&
      ![a, b].some(({ possibility }) => possibility) &&
      (![a, b].some(({ relative }) => relative) || (distance(a, b) <= REACH && !leftToTense(pair.pivot))),
  )
  const [expected, found] = differing ?? [null, null]
  if (expected === null || found === null) return []
  const grade = [expected.value, found.value].includes('may')
  const confidence = !grade ? 0.45 : pivot.length === other.length ? 0.75 : 0.6
  return [makeFinding('obligation', pair, expected.side, found.side, { rule: 'other-strength', confidence })]
}

/** A verb in the future, other than a modal's: what French law says of a duty. */
const FUTURE = /(?<![\p{L}\p{N}])(?!pourr|devr|saur|voudr)\p{L}{2,}(?:ra|ront)(?![\p{L}\p{N}])/u

/** True where the pivot says by its tense what another version says by a modal. */
const leftToTense = ({ language, paragraphs }: Cell): boolean =>
  baseLanguage(language) === 'fr' && paragraphs.some(({ paragraph }) => FUTURE.test(paragraph.text))

/** Equal strength as far as the words go; a prohibition answers any modal, since the denial may stand elsewhere, and `may only` says what `may not but` says. */
const agree = (a: Modal, b: Modal): boolean =>
  a.value === b.value ||
  a.restricted ||
  b.restricted ||
  (a.value === 'must-not' && forbids(b)) ||
  (b.value === 'must-not' && forbids(a)) ||
  ((a.broad || b.broad) && a.value !== 'may' && b.value !== 'may')

/** A duty may be a duty to abstain, denied further on; a permission forbids only where it is itself denied. */
const forbids = ({ value, denied }: Modal): boolean => value !== 'may' || denied
