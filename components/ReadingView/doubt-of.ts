/** Uncertainty below this shows nothing: the gutter is quiet where all is well. */
const QUIET = 0.15

/** How much doubt the gutter shows of a row of this confidence, 0–1; 0 where there is too little to speak of. */
export function doubtOf(confidence: number): number {
  const doubt = Math.min(Math.max(1 - confidence, 0), 1)
  return doubt < QUIET ? 0 : doubt
}
