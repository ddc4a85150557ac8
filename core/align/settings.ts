/** What the aligner weighs by, where more than one value is sensible. Log-likelihoods are natural. */
export interface AlignSettings {
  /** How far a key that one side never holds is believed, as a share of what its absence would cost. */
  readonly unanswered: number
  /** The same for symbols, dates, numbers and names. */
  readonly unansweredFirm: number
  /** How much of what an unanswered anchor costs an unanswered word costs. */
  readonly lostWords: number
  /** How far what stands at the seam of two units (its stop, a small letter behind it) is believed to tell a joint from a cut. */
  readonly seams: number
  /** Deviation of the log of the length ratio between long units. */
  readonly spread: number
  /** What the square root of a unit's length is divided into, for the variance that short units have more. */
  readonly spreadShort: number
}

/**
 * The values in use. Such keys as one side never holds come in crowds (a sentence put in other words has none in common with its translation), so taking each as
 * independent would turn every free translation into a gap: 0 to 0.2 score alike on Text+Berg, 0.3 worse; a figure or a name that is nowhere on the other
 * side mostly means that its paragraph is not there either. Words lost: 0 to 0.5 score alike, 1 loses a point. Seams: 0.5 to 0.7 alike, 1 loses half a point. Spreads
 * (variance 5 a character, near the 6.8 of Gale & Church 1993) were chosen on Text+Berg; damaged texts score alike with twice as much.
 */
export const SETTINGS: AlignSettings = {
  unanswered: 0.1,
  unansweredFirm: 0.6,
  lostWords: 0.2,
  seams: 0.5,
  spread: 0.122,
  spreadShort: 2.24,
}
