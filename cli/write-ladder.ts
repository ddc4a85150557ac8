import type { Alignment, Language } from '../core/model'

/**
 * The rows of two versions as a ladder: a line a bead, `[0]:[0, 1]:0.93`, paragraph indices of each side counted from 0, gaps as `[]`. The first
 * file stands left unless a pivot was asked for, which then does. Lines are in the left side's order.
 */
export function writeLadder({ pivot, versions, rows }: Alignment, asked: Language | undefined): string {
  const keys = versions.map(({ language }) => language)
  const left = keys.find((key) => key === asked) ?? keys[0]!
  const right = keys.find((key) => key !== left)!
  const indices = new Map(
    versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address }, k) => [address, k])),
    ]),
  )
  const side = (language: Language, cell: readonly string[]) =>
    cell.map((address) => indices.get(language)!.get(address)!)
  const beads = rows.map(({ cells, confidence }) => ({
    left: side(left, cells[left] ?? []),
    right: side(right, cells[right] ?? []),
    confidence,
  }))
  const show = (list: readonly number[]) => `[${list.join(', ')}]`
  // Rows are in the pivot's order already; only another left side needs them put into its own.
  return (left === pivot ? beads : inOrder(beads))
    .map((bead) => `${show(bead.left)}:${show(bead.right)}:${bead.confidence.toFixed(2)}\n`)
    .join('')
}

interface LadderBead {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly confidence: number
}

/** By the left side; a bead without one follows the bead that its right side follows. */
function inOrder(beads: readonly LadderBead[]): readonly LadderBead[] {
  const withLeft = beads.filter(({ left }) => left.length > 0).sort((a, b) => a.left[0]! - b.left[0]!)
  const gaps = beads.filter(({ left }) => left.length === 0).sort((a, b) => a.right[0]! - b.right[0]!)
  const after = new Map<number, LadderBead[]>()
  const ends = withLeft
    .map(({ right }, k) => ({ k, end: right[right.length - 1] ?? -1 }))
    .sort((a, b) => a.end - b.end)
  let next = 0
  let place = -1
  for (const gap of gaps) {
    while (next < ends.length && ends[next]!.end < gap.right[0]!) {
      if (ends[next]!.end >= 0) place = ends[next]!.k
      next += 1
    }
    after.set(place, [...(after.get(place) ?? []), gap])
  }
  return [...(after.get(-1) ?? []), ...withLeft.flatMap((bead, k) => [bead, ...(after.get(k) ?? [])])]
}
