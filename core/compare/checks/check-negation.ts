import type { Finding } from '../../model'
import type { DenyingSense } from '../../text/cues/cue-table'
import { findDenyingWords, findLoneNegatives, findProhibitions, findRestrictions } from '../../text/find-cues'
import type { Check } from '../check-context'
import { findModals } from '../find-modals'
import { makeFinding, type Side } from '../make-finding'
import { matchPlaces, type PlaceMatch } from '../match-places'
import { bothPresent, type Cell, type RowPair } from '../row-pair'

/**
 * Negations of one version that nothing in the other answers. A negation is answered by a negation, or near its own place by a word that holds a denial inside
 * (`without`, `refuse`), unless a word of the same sense in the first version is what that one answers.
 */
export const checkNegation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

type Sense = DenyingSense | 'restriction' | null

interface Denial {
  readonly at: number
  readonly side: Side
  /** What a word means that only holds a denial inside: it answers, and asks for no answer. Null for a negation. */
  readonly sense: Sense
  /** A denial that makes a prohibition. */
  readonly forbids: boolean
}

/** How far from its own place, as a share of the cell, a word may stand that answers a negation: languages turn whole clauses round. */
const REACH = 0.15

/** How far from a denial's own place a permission may stand that it is taken to have been. */
const NEAR = 0.3

/** How far from its own place a negation may stand that answers one. */
const FAR = 0.4

/** What it costs, besides the distance, that such a word answers a negation; senses that are not named never do. */
const SUBSTITUTES: Readonly<Partial<Record<NonNullable<Sense>, number>>> = {
  not: 0.3,
  restriction: 0.3,
  nor: 0.4,
  without: 0.5,
  lack: 0.5,
  fail: 0.3,
  un: 0.5,
  abstain: 0.5,
  refuse: 0.5,
  forbid: 0.5,
  prevent: 0.5,
  deprive: 0.6,
  except: 0.7,
  only: 0.7,
  until: 0.7,
}

/** Senses that shade into each other: a lack is an absence, a ban a prevention. */
const KIN: readonly (readonly Sense[])[] = [
  ['without', 'lack', 'free'],
  ['restriction', 'only'],
  ['except', 'only', 'until'],
  ['not', 'un', 'fail', 'lack'],
  ['un', 'firm', 'not'],
  ['refuse', 'forbid', 'prevent', 'abstain', 'deprive', 'fail'],
  ['prevent', 'against', 'free'],
  ['lack', 'fail'],
]

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [denialsOf(pair.pivot), denialsOf(pair.other)]
  const place = matchPlaces(pair)
  const [openPivot, openOther] = leftOpen(pivot, other, place)
  const denies = ({ sense }: Denial) => sense === null
  const [absent, extra] = [openPivot.filter(denies), openOther.filter(denies)]
  // As many on both sides, only far apart: the sentence was turned round.
  if (absent.length > extra.length)
    return [makeFinding('negation', pair, absent[0]!.side, null, { rule: 'absent', confidence: 0.7 })]
  const bereft = pivot.some(denies) ? loneNegative(pair.other) : null
  if (bereft !== null) {
    const denial = nearestTo(bereft.at, pivot.filter(denies), place)
    return [makeFinding('negation', pair, denial.side, bereft.side, { rule: 'changed', confidence: 0.8 })]
  }
  const allowed = allowedInstead(pair, pivot, place)
  if (allowed !== null)
    return [makeFinding('negation', pair, allowed[0], allowed[1], { rule: 'changed', confidence: 0.6 })]
  const restriction = openPivot.find(({ sense }) => sense === 'restriction')
  if (restriction !== undefined && !pivot.some(({ sense }) => sense === 'only'))
    return [makeFinding('negation', pair, restriction.side, null, { rule: 'absent', confidence: 0.55 })]
  return extra.length > absent.length
    ? [makeFinding('negation', pair, null, extra[0]!.side, { rule: 'extra', confidence: 0.45 })]
    : []
}

/** A word of a cell that asks for a denial and has none. */
function loneNegative({ paragraphs, language }: Cell): { readonly at: number; readonly side: Side } | null {
  const total = paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0)
  let start = 0
  for (const { paragraph } of paragraphs) {
    const { text, address } = paragraph
    const [word] = findLoneNegatives(text, language)
    if (word !== undefined)
      return {
        at: (start + word.from) / total,
        side: { place: { address, ...word }, text: text.slice(word.from, word.to) },
      }
    start += text.length
  }
  return null
}

const nearestTo = (at: number, denials: readonly Denial[], place: PlaceMatch): Denial =>
  denials.reduce((best, one) => (Math.abs(place(one.at) - at) < Math.abs(place(best.at) - at) ? one : best))

/** A permission of the other version that no permission of the pivot answers, where the pivot denies something: a prohibition that has lost its denial. */
function allowedInstead(pair: RowPair, denials: readonly Denial[], place: PlaceMatch): readonly [Side, Side] | null {
  const forbidding = denials.filter(({ forbids }) => forbids)
  if (forbidding.length === 0) return null
  const permissions = (cell: Cell) => findModals(cell).filter(({ value }) => value === 'may')
  const known = permissions(pair.pivot).map(({ at }) => place(at))
  const open = permissions(pair.other).filter(({ denied }) => !denied)
  while (known.length > 0 && open.length > 0) {
    // The nearest answer each other first.
    const [k, m] = nearest(known, open.map(({ at }) => at))
    known.splice(k, 1)
    open.splice(m, 1)
  }
  for (const one of open) {
    const denial = forbidding.find(
      ({ at }) => Math.min(Math.abs(at - one.at), Math.abs(place(at) - one.at)) < NEAR,
    )
    if (denial !== undefined) return [denial.side, one.side]
  }
  return null
}

/** Which two of two lists of places lie nearest to each other. */
function nearest(left: readonly number[], right: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  left.forEach((a, k) =>
    right.forEach((b, m) => {
      if (Math.abs(a - b) < Math.abs(left[best[0]]! - right[best[1]]!)) best = [k, m]
    }),
  )
  return best
}

/** What is left of either side when the surest answers have been given first. */
function leftOpen(
  pivot: readonly Denial[],
  other: readonly Denial[],
  place: PlaceMatch,
): readonly [readonly Denial[], readonly Denial[]] {
  const answers = pivot
    .flatMap((a) => {
      const at = place(a.at)
      return other.map((b) => ({ a, b, cost: answerCost(a, b, Math.abs([a.sense, b.sense].some((sense) => sense === 'fail' || sense === 'not') ? nearer(a.at, at, b.at) : at - b.at)) }))
    })
    .filter(({ cost }) => cost < Infinity)
    .sort((x, y) => x.cost - y.cost)
  const taken = new Set<Denial>()
  for (const { a, b, cost } of answers) {
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a)
    taken.add(b)
    if ((globalThis as any).DBG)
      console.log('   ~', a.side.text, a.sense, a.at.toFixed(2), place(a.at).toFixed(2), '=', b.side.text, b.sense, b.at.toFixed(2), cost.toFixed(2))
  }
  const open = (side: readonly Denial[]) => side.filter((denial) => !taken.has(denial))
  return [open(pivot), open(other)]
}

/** Of where a word stands and where the anchors around it put it, the distance of the one that lies nearer. */
const nearer = (own: number, matched: number, at: number): number =>
  Math.min(Math.abs(own - at), Math.abs(matched - at))

/** How dear it is to believe that one answers the other, from nothing to Infinity; the cheapest answers are given first. */
function answerCost(a: Denial, b: Denial, distance: number): number {
  if (a.sense === b.sense) return a.sense === null ? (distance > FAR ? Infinity : 0.1 + distance) : distance > FAR ? Infinity : distance * 0.5
  if (a.sense !== null && b.sense !== null)
    return (distance <= FAR || a.sense === 'restriction' || b.sense === 'restriction') && KIN.some((kin) => kin.includes(a.sense!) && kin.includes(b.sense!)) ? (a.sense==='restriction'||b.sense==='restriction'?0.45:0.2) + distance * 0.5 : Infinity
  const substitute = SUBSTITUTES[(a.sense ?? b.sense)!]
  const reach = substitute !== undefined && substitute <= 0.3 ? FAR : REACH
  return substitute === undefined || distance > reach ? Infinity : substitute + distance
}

function denialsOf({ paragraphs, language }: Cell): readonly Denial[] {
  const total = paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0)
  let before = 0
  return paragraphs.flatMap(({ paragraph, cues = [], hits, names = [] }) => {
    const { text, address } = paragraph
    const start = before
    before += text.length
    const denial = (from: number, to: number, sense: Sense): Denial => ({
      at: (start + from) / Math.max(1, total),
      sense,
      forbids: sense === null && prohibitions.some((one) => one.from <= from && from < one.to),
      side: { place: { address, from, to }, text: text.slice(from, to) },
    })
    const prohibitions = findProhibitions(text, language)
    const restrictions = findRestrictions(text, language)
    const words = findDenyingWords(text, language)
    const negations = cues.filter(
      ({ kind, from }) => kind === 'negation' && ![...restrictions, ...words].some((one) => one.from <= from && from < one.to),
    )
    const goesOn = (at: number) => cues.some(({ kind, from }) => kind === 'negation' && from < at)
    return [
      ...negations.map(({ from, to }) => denial(from, to, null)),
      ...restrictions.map(({ from, to }) => denial(from, to, 'restriction')),
      ...words
        .filter(({ sense, from }) => sense !== 'nor' || goesOn(from))
        .map(({ from, to, sense }) => denial(from, to, sense)),
    ]
      .filter(
        ({ side: { place } }) =>
          // Part of a name or a term: 不丹, least developed countries, 非自治领土.
          ![...hits, ...names].some(
            ({ from, to }) => from <= place.from && place.to <= to && to - from > place.to - place.from,
          ),
      )
      .sort((a, b) => a.at - b.at)
  })
}
