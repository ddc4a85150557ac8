import type { Bead } from '../model'
import type { Features } from './read-features'
import { SEAM_KINDS } from './seams-of'

/** What a seam inside a bead adds, in nats, by its kind (see seamsOf), for either side. */
export interface SeamWeights {
  readonly left: Float64Array
  readonly right: Float64Array
}

/** Made-up seams that have no kind of their own, so that few joints teach little. */
const PRIOR_SEAMS = 10

/** Beads less sure than this teach nothing. */
const LEAST_CONFIDENCE = 0.5

/**
 * Learns how seams inside a bead differ from those between beads: the log of how much oftener each kind stands there, times `share`. A text whose recitals end in
 * commas has commas between its beads too, and a comma then says nothing.
 */
export function learnSeams({ left, right }: Features, beads: readonly Bead[], share: number): SeamWeights {
  const learn = (kinds: Uint8Array, units: (bead: Bead) => readonly number[]) => {
    const inside = new Float64Array(SEAM_KINDS)
    const between = new Float64Array(SEAM_KINDS)
    for (const bead of beads) {
      if (bead.left.length === 0 || bead.right.length === 0 || bead.confidence < LEAST_CONFIDENCE) continue
      const own = units(bead)
      own.forEach((unit, n) => ((n + 1 < own.length ? inside : between)[kinds[unit]!]! += 1))
    }
    return weigh(inside, between, share)
  }
  return {
    left: learn(left.seams, (bead) => bead.left),
    right: learn(right.seams, (bead) => bead.right),
  }
}

function weigh(inside: Float64Array, between: Float64Array, share: number): Float64Array {
  const sum = (counts: Float64Array) => counts.reduce((all, count) => all + count, 0)
  const [joints, cuts] = [sum(inside), sum(between)]
  return Float64Array.from(inside, (count, kind) => {
    // A kind that was never seen is a little likely all the same.
    const usual = (count + between[kind]! + 0.1) / (joints + cuts + 0.1 * SEAM_KINDS)
    const joint = (count + PRIOR_SEAMS * usual) / (joints + PRIOR_SEAMS)
    const cut = (between[kind]! + PRIOR_SEAMS * usual) / (cuts + PRIOR_SEAMS)
    return share * Math.log(joint / cut)
  })
}
