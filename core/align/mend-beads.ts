import type { Bead } from '../model'
import { pairScore } from './find-moves'
import { lengthScore } from './pair-model'
import type { Pair } from './score-rows'

/** A bead that may stand out of order. */
export type PlacedBead = Bead & { readonly moved: boolean }

/** How much better two neighbours must fit crosswise before they are said to have changed places, in nats. */
const LEAST_SWAP = 16

/** How much better the lengths must fit with the gap's unit than without it, in nats. */
const LEAST_LENGTH = 1

/**
 * The share of the unit's weight that its neighbour's other side must hold: 0.15 to 0.3 score alike on damaged texts, 0.5 and 0.75 lose where the scripts differ;
 * Text+Berg is indifferent.
 */
const LEAST_COVER = 0.3

/**
 * Two neighbours that have changed places, which a search that never goes back can only pair straight or lump together: where each fits the other's counterpart
 * clearly better, they are paired crosswise and the second is reported as moved. `together` is for sentences, which translators turn about freely: two that
 * cross are one bead, as in a memory.
 */
export function findSwaps(
  pair: Pair,
  beads: readonly PlacedBead[],
  together: boolean,
): readonly PlacedBead[] {
  const result: PlacedBead[] = []
  for (let k = 0; k < beads.length; k += 1) {
    const bead = beads[k]!
    const next = beads[k + 1]
    const two = isShape(bead, 2, 2)
      ? [bead]
      : next !== undefined && isShape(bead, 1, 1) && isShape(next, 1, 1)
        ? [bead, next]
        : null
    const [i, i2] = two?.flatMap(({ left }) => left) ?? []
    const [j, j2] = two?.flatMap(({ right }) => right) ?? []
    if (
      two === null ||
      i === undefined ||
      i2 === undefined ||
      j === undefined ||
      j2 === undefined ||
      i2 !== i + 1 ||
      j2 !== j + 1 ||
      two.some(({ moved }) => moved)
    ) {
      result.push(bead)
      continue
    }
    const gain =
      pairScore(pair, i, j2) + pairScore(pair, i2, j) - pairScore(pair, i, j) - pairScore(pair, i2, j2)
    if (gain < LEAST_SWAP) {
      result.push(bead)
      continue
    }
    const confidence = 1 / (1 + Math.exp(-gain / 4))
    if (together) {
      const both = Math.min(...two.map((own) => own.confidence))
      result.push({ ...bead, left: [i, i2], right: [j, j2], confidence: both })
    } else
      result.push(
        { ...bead, left: [i], right: [j2], confidence, moved: false },
        { ...bead, left: [i2], right: [j], confidence, moved: true },
      )
    k += two.length - 1
  }
  return result
}

/**
 * A unit left alone beside a bead whose other side is too long by about its length and holds what it says: the other version has joined the two. Words that both
 * neighbours share hide this from the search, since a key counts once in a bead; and of a joined pair that has moved, the search has placed only one.
 */
export function foldGaps(pair: Pair, beads: readonly PlacedBead[]): readonly PlacedBead[] {
  const result = [...beads]
  for (let k = 0; k < result.length; k += 1) {
    const gap = result[k]!
    const side = isShape(gap, 1, 0) ? 'left' : isShape(gap, 0, 1) ? 'right' : null
    if (side === null) continue
    const unit = gap[side][0]!
    const near = [k - 1, k + 1].filter((at) => {
      const bead = result[at]
      return bead !== undefined && bead.left.length > 0 && bead.right.length > 0 && touches(bead[side], unit)
    })
    const gains = near
      .map((at) => ({ at, gain: foldGain(pair, result[at]!, side, unit) }))
      .sort((a, b) => b.gain - a.gain)
    const best = gains[0]
    if (best === undefined || best.gain < LEAST_LENGTH) continue
    const bead = result[best.at]!
    result[best.at] = {
      ...bead,
      [side]: [...bead[side], unit].sort((a, b) => a - b),
      confidence: Math.min(bead.confidence, gap.confidence),
    }
    result.splice(k, 1)
    k -= 1
  }
  return result
}

function foldGain(
  { features, model, weights }: Pair,
  bead: Bead,
  side: 'left' | 'right',
  unit: number,
): number {
  const [own, other] = side === 'left' ? [features.left, features.right] : [features.right, features.left]
  const answers = side === 'left' ? bead.right : bead.left
  const held = new Set(answers.flatMap((k) => [...other.keys.subarray(other.start[k]!, other.start[k + 1]!)]))
  let all = 0
  let covered = 0
  for (const key of own.keys.subarray(own.start[unit]!, own.start[unit + 1]!)) {
    all += weights.shared[key]!
    if (held.has(key)) covered += weights.shared[key]!
  }
  if (all === 0 || covered < LEAST_COVER * all) return -Infinity
  const sum = (lengths: Float64Array, units: readonly number[]) =>
    units.reduce((total, k) => total + lengths[k]!, 0)
  const left = sum(features.left.length, bead.left)
  const right = sum(features.right.length, bead.right)
  const more = own.length[unit]!
  const after =
    side === 'left' ? lengthScore(model, left + more, right) : lengthScore(model, left, right + more)
  return after - lengthScore(model, left, right)
}

function isShape({ left, right }: Bead, m: number, n: number): boolean {
  return left.length === m && right.length === n
}

function touches(units: readonly number[], unit: number): boolean {
  return units.includes(unit - 1) || units.includes(unit + 1)
}
