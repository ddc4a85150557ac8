import type { Denial, DenialKind } from './find-denials'
import type { PlaceMatch } from './match-places'

/** What is left on either side when every answer has been given. */
export interface OpenDenials {
  readonly pivot: readonly Denial[]
  readonly other: readonly Denial[]
}

/** How far from its own place, as a share of the cell, a word may stand that answers a negation: farther off it belongs to another clause. */
const REACH = 0.15

/** How far from its own place a denial may stand that answers one of its own kind: languages turn whole clauses round. */
const FAR = 0.4

/** What it costs to believe that two negations answer each other, or two kinds akin, before the distance is counted. */
const NEGATIONS = 0.1
const AKIN = 0.2
const RESTRICTIONS = 0.45

/** What distance counts for between words of one sense or of senses akin: they are surely each other's. */
const SAME_SENSE = 0.5

/** What it costs, besides the distance, that a denial of another kind answers a negation; kinds that are not named never do. */
const SUBSTITUTES: Readonly<Partial<Record<DenialKind, number>>> = {
  not: 0.3,
  fail: 0.3,
  restriction: 0.3,
  nor: 0.4,
  without: 0.5,
  lack: 0.5,
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

/** Kinds that say hardly anything else than a negation, so that they may answer one from afar. */
const PLAIN: ReadonlySet<DenialKind> = new Set<DenialKind>(['not', 'fail', 'restriction'])

/** Kinds that a language puts at the head of its clause, wherever the verb stands (عدم, إذا أخفقت). */
const AT_THE_HEAD: ReadonlySet<DenialKind> = new Set<DenialKind>(['not', 'fail'])

/** Kinds that shade into each other: a lack is an absence, a ban a prevention. */
const KIN: readonly (readonly DenialKind[])[] = [
  ['without', 'lack', 'free'],
  ['restriction', 'only'],
  ['except', 'only', 'until'],
  ['not', 'un', 'fail', 'lack'],
  ['not', 'un', 'firm'],
  ['refuse', 'forbid', 'prevent', 'abstain', 'deprive', 'fail'],
  ['prevent', 'against', 'free'],
]

/**
 * Pairs the denials of two versions of a row, the surest pair first: words of one sense, then negations, then senses akin, then words that stand for a negation. `place`
 * tells where in the other cell a place of the pivot's would stand. What nothing answers is left open.
 */
export function pairDenials(
  pivot: readonly Denial[],
  other: readonly Denial[],
  place: PlaceMatch,
): OpenDenials {
  const answers = pivot
    .flatMap((a) => {
      const at = place(a.at)
      return other.map((b) => ({ a, b, cost: answerCost(a, b, at) }))
    })
    .filter(({ cost }) => cost < Infinity)
    .sort((x, y) => x.cost - y.cost)
  const taken = new Set<Denial>()
  for (const { a, b } of answers) {
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a)
    taken.add(b)
  }
  const open = (side: readonly Denial[]) => side.filter((denial) => !taken.has(denial))
  return { pivot: open(pivot), other: open(other) }
}

/** How dear it is to believe that one answers the other: 0 to Infinity. `at` is where in the other cell the first would stand. */
function answerCost(a: Denial, b: Denial, at: number): number {
  const distance = Math.abs(at - b.at)
  if (a.kind === b.kind) {
    if (distance > FAR) return Infinity
    return a.kind === 'negation' ? NEGATIONS + distance : SAME_SENSE * distance
  }
  if (a.kind !== 'negation' && b.kind !== 'negation') return kinCost(a, b, distance)
  const kind = a.kind === 'negation' ? b.kind : a.kind
  const cost = SUBSTITUTES[kind]
  const apart = AT_THE_HEAD.has(kind) ? Math.min(distance, Math.abs(a.at - b.at)) : distance
  return cost === undefined || apart > (PLAIN.has(kind) ? FAR : REACH) ? Infinity : cost + apart
}

function kinCost(a: Denial, b: Denial, distance: number): number {
  if (!KIN.some((kin) => kin.includes(a.kind) && kin.includes(b.kind))) return Infinity
  // `Only` may stand at the other end of the sentence.
  if (a.kind === 'restriction' || b.kind === 'restriction') return RESTRICTIONS + SAME_SENSE * distance
  return distance > FAR ? Infinity : AKIN + SAME_SENSE * distance
}
