import type { Finding } from '../../model'
import { findLoneNegatives } from '../../text/find-lone-negatives'
import type { Check } from '../check-context'
import { findDenials, type Denial } from '../find-denials'
import { findModals } from '../find-modals'
import { makeFinding, type Side } from '../make-finding'
import { matchPlaces, type PlaceMatch } from '../match-places'
import { pairDenials } from '../pair-denials'
import { bothPresent, locate, type Cell, type RowPair } from '../row-pair'

/**
 * Negations of one version that nothing in the other answers (see pairDenials). Besides, words of the other version that ask for a denial and have none,
 * permissions where the pivot forbids, and restrictions of the pivot (`ne … que`) that are not said.
 */
export const checkNegation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

/** How far from a prohibition's own place, as a share of the cell, a permission may stand that it is taken to have been. */
const NEAR = 0.3

/** How sure each kind of evidence is. What the pivot does not deny is only told: other languages deny more freely than French. */
const LONE_NEGATIVE = 0.8
const UNANSWERED = 0.7
const ALLOWED = 0.6
const UNRESTRICTED = 0.55
const EXTRA = 0.45

const denies = ({ kind }: Denial): boolean => kind === 'negation'

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [findDenials(pair.pivot), findDenials(pair.other)]
  if (![...pivot, ...other].some(({ kind }) => kind === 'negation' || kind === 'restriction')) return []
  const place = matchPlaces(pair)
  const open = pairDenials(pivot, other, place)
  const [absent, extra] = [open.pivot.filter(denies), open.other.filter(denies)]
  const finding = (rule: string, confidence: number, expected: Side | null, found: Side | null) => [
    makeFinding('negation', pair, expected, found, { rule, confidence }),
  ]
  // As many on both sides, only far apart: the sentence was turned round.
  if (absent.length > extra.length) return finding('absent', UNANSWERED, absent[0]!.side, null)
  const lone = loneNegative(pair, pivot.filter(denies), place)
  if (lone !== null) return finding('changed', LONE_NEGATIVE, ...lone)
  const allowed = allowedInstead(
    pair,
    pivot.filter(({ forbids }) => forbids),
    place,
  )
  if (allowed !== null) return finding('changed', ALLOWED, ...allowed)
  const restriction = open.pivot.find(({ kind }) => kind === 'restriction')
  if (restriction !== undefined && !pivot.some(({ kind }) => kind === 'only'))
    return finding('absent', UNRESTRICTED, restriction.side, null)
  return extra.length > absent.length ? finding('extra', EXTRA, null, extra[0]!.side) : []
}

/** A word of the other version that asks for a denial and has none, beside the negation of the pivot that stands nearest. */
function loneNegative(
  { other }: RowPair,
  negations: readonly Denial[],
  place: PlaceMatch,
): readonly [Side, Side] | null {
  const [word] = locate(other, ({ paragraph }) => findLoneNegatives(paragraph.text, other.language))
  if (word === undefined || negations.length === 0) return null
  const at = shareOf(other, word.place)
  const distance = (denial: Denial) => Math.abs(place(denial.at) - at)
  const nearest = negations.reduce((best, one) => (distance(one) < distance(best) ? one : best))
  return [nearest.side, word]
}

/** Where a place of a cell stands, as a share of the cell. */
function shareOf({ paragraphs }: Cell, { address, from }: Side['place']): number {
  const lengths = paragraphs.map(({ paragraph }) => paragraph.text.length)
  const sum = (list: readonly number[]) => list.reduce((total, length) => total + length, 0)
  const k = paragraphs.findIndex(({ paragraph }) => paragraph.address === address)
  return (sum(lengths.slice(0, k)) + from) / Math.max(1, sum(lengths))
}

/** A permission of the other version that no permission of the pivot answers, where the pivot forbids: a prohibition that has lost its denial. */
function allowedInstead(
  pair: RowPair,
  prohibitions: readonly Denial[],
  place: PlaceMatch,
): readonly [Side, Side] | null {
  if (prohibitions.length === 0) return null
  const permissions = (cell: Cell) => findModals(cell).filter(({ value }) => value === 'may')
  const known = permissions(pair.pivot).map(({ at }) => place(at))
  const open = permissions(pair.other).filter(({ denied }) => !denied)
  while (known.length > 0 && open.length > 0) {
    const [k, m] = nearestTwo(
      known,
      open.map(({ at }) => at),
    )
    known.splice(k, 1)
    open.splice(m, 1)
  }
  for (const one of open) {
    const denial = prohibitions.find(
      ({ at }) => Math.min(Math.abs(at - one.at), Math.abs(place(at) - one.at)) < NEAR,
    )
    if (denial !== undefined) return [denial.side, one.side]
  }
  return null
}

/** Which two of two lists of places lie nearest to each other. */
function nearestTwo(left: readonly number[], right: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  left.forEach((a, k) =>
    right.forEach((b, m) => {
      if (Math.abs(a - b) < Math.abs(left[best[0]]! - right[best[1]]!)) best = [k, m]
    }),
  )
  return best
}
