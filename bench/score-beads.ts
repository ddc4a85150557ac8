/** A bead as unit indices on either side. */
export interface IndexBead {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Precision, recall and F1, each 0–1. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * Scores beads against gold as in Sennrich & Volk (2011): strict counts a bead as right when gold has exactly the same; lax when it shares at
 * least one unit on both sides with a gold bead. Gaps count on neither side, nor does the order of a bead's units. Nothing found where there is nothing to find
 * is perfect; all else that would divide by nothing is 0.
 */
export function scoreBeads(
  gold: readonly IndexBead[],
  found: readonly IndexBead[],
): { strict: Score; lax: Score } {
  const full = (beads: readonly IndexBead[]) =>
    beads.filter((bead) => bead.left.length > 0 && bead.right.length > 0)
  const sorted = (units: readonly number[]) => [...units].sort((a, b) => a - b).join(',')
  const name = (bead: IndexBead) => `${sorted(bead.left)}:${sorted(bead.right)}`
  const g = full(gold)
  const f = full(found)
  const ratio = (hits: number, of: number) => (of > 0 ? hits / of : g.length === f.length ? 1 : 0)
  const exact = new Set(g.map(name))
  const strictHits = f.filter((bead) => exact.has(name(bead))).length
  const links = (beads: readonly IndexBead[]) =>
    new Set(beads.flatMap((bead) => bead.left.flatMap((i) => bead.right.map((j) => `${i}:${j}`))))
  const touches = (bead: IndexBead, set: ReadonlySet<string>) =>
    bead.left.some((i) => bead.right.some((j) => set.has(`${i}:${j}`)))
  const goldLinks = links(g)
  const foundLinks = links(f)
  return {
    strict: score(ratio(strictHits, f.length), ratio(strictHits, g.length)),
    lax: score(
      ratio(f.filter((bead) => touches(bead, goldLinks)).length, f.length),
      ratio(g.filter((bead) => touches(bead, foundLinks)).length, g.length),
    ),
  }
}

function score(precision: number, recall: number): Score {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}
