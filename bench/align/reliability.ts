import type { IndexBead } from '../score-beads'

/** A bead found, as unit indices, with the confidence (0–1) it is given. */
export interface ConfidentBead extends IndexBead {
  readonly confidence: number
}

/** What was found within one tenth of confidence. */
export interface Tenth {
  readonly beads: number
  /** How many of them are right. */
  readonly right: number
  /** The sum of their confidences: how many of them would be right if confidence meant what it says. */
  readonly claimed: number
}

/** Ten of them: from 0 up to but not including 0.1, …, from 0.9 to 1. */
export type Tenths = readonly Tenth[]

const NONE: Tenth = { beads: 0, right: 0, claimed: 0 }

/**
 * Counts beads by tenth of confidence. A bead is right when gold has exactly the same units, in whatever order. Only beads with both sides are counted: a gap is given
 * its confidence as a row, but there are too few to tell and they would hide what the pairs do.
 */
export function countTenths(gold: readonly IndexBead[], found: readonly ConfidentBead[]): Tenths {
  const exact = new Set(gold.map(name))
  const full = found.filter(({ left, right }) => left.length > 0 && right.length > 0)
  return Array.from({ length: 10 }, (_, k) =>
    full
      .filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === k)
      .map((bead): Tenth => ({ beads: 1, right: exact.has(name(bead)) ? 1 : 0, claimed: bead.confidence }))
      .reduce(add, NONE),
  )
}

/** Several counts as one. */
export function sumTenths(counts: readonly Tenths[]): Tenths {
  return Array.from({ length: 10 }, (_, k) => counts.map((own) => own[k] ?? NONE).reduce(add, NONE))
}

/** All tenths as one. */
export function wholeOf(tenths: Tenths): Tenth {
  return tenths.reduce(add, NONE)
}

/** Expected calibration error: how far the share that is right lies from the mean confidence of a tenth, weighed by beads (0–1); of no beads, NaN. */
export function calibrationError(tenths: Tenths): number {
  const apart = tenths.reduce((sum, { right, claimed }) => sum + Math.abs(right - claimed), 0)
  return apart / wholeOf(tenths).beads
}

function add(a: Tenth, b: Tenth): Tenth {
  return { beads: a.beads + b.beads, right: a.right + b.right, claimed: a.claimed + b.claimed }
}

function name({ left, right }: IndexBead): string {
  const side = (units: readonly number[]) => [...units].sort((a, b) => a - b).join()
  return `${side(left)}:${side(right)}`
}
