/** A shape of bead: how many units it takes on either side, and its log probability. */
export interface BeadType {
  readonly left: number
  readonly right: number
  readonly cost: number
}

/**
 * The shapes that the search knows, gaps first: one unit missing on a side, 1:1, one unit split into up to seven, and 2:2 to 3:3. Probabilities
 * after Gale & Church (1993), with the rarer shapes falling by a constant factor; they need not add up to one.
 */
function beadTypes(crossing: number): readonly BeadType[] {
  return [
    { left: 1, right: 0, cost: Math.log(0.012) },
    { left: 0, right: 1, cost: Math.log(0.012) },
    { left: 1, right: 1, cost: Math.log(0.88) },
    ...[2, 3, 4, 5, 6, 7].flatMap((many) => {
      const cost = Math.log(0.045 * 0.22 ** (many - 2))
      return [
        { left: 1, right: many, cost },
        { left: many, right: 1, cost },
      ]
    }),
    { left: 2, right: 2, cost: Math.log(0.008 * crossing) },
    { left: 2, right: 3, cost: Math.log(0.002 * crossing) },
    { left: 3, right: 2, cost: Math.log(0.002 * crossing) },
    { left: 3, right: 3, cost: Math.log(0.001 * crossing) },
  ]
}

/** The shapes of sentences and lines, which translators cut anew as they please. */
export const SENTENCE_TYPES = beadTypes(1)

/**
 * The same shapes of paragraphs, in the same order: their bounds are the drafter's, and hardly ever do several stand for several with no bound in common. A tenth of
 * the sentences' chance is right for damaged texts in all pairs (three tenths alike); with it sentences lose four points.
 */
export const PARAGRAPH_TYPES = beadTypes(0.1)

/** The shapes of the coarse pass, which only has to find the way: gaps, 1:1, 1:2 and 2:1. */
export const COARSE_TYPES = SENTENCE_TYPES.filter((type) => type.left + type.right <= 3)

/** Fewer still, for the first look: where one unit answers two, the way is off by one, which is close enough. */
export const COARSEST_TYPES = SENTENCE_TYPES.filter((type) => type.left + type.right <= 2)

/**
 * What a gap gains, in nats, where the bead before it is a gap on the same side: what is missing is often missing in a run (a list, an annex), so
 * that the second absent paragraph is as likely as not.
 */
export const NEXT_GAP = Math.log(0.4) - Math.log(0.012)
