import type { Features } from './read-features'

/**
 * The part of the search lattice that is looked at: rows `top`…`top + low.length - 1`, and at left position i the right positions
 * `low[i - top]`…`high[i - top]`, both included. Both rise with i; the first row begins where the search does, the last ends where it does.
 */
export interface Corridor {
  readonly top: number
  readonly low: Int32Array
  readonly high: Int32Array
  /** By row: a way that comes nearer than this to an edge, in units, asks for a wider corridor. */
  readonly edge: Uint8Array
}

/** As `Corridor.edge`, where the corridor is wide; where it is narrow, only its edge itself. */
const WIDE_EDGE = 3
const NARROW_EDGE = 1

/** Lattices up to this many nodes are searched whole by the coarse pass. */
const WHOLE = 40_000

/** Half the corridor's width around a sure point, in units, and between two that are so far apart and further: where they are nearer, the way can hardly leave the line. */
const HALF_WIDTH = 6
const FAR = 24

/** Widest half-width, where sure points are far apart. */
const WIDEST = 1_200

/** A node of the lattice: i left units and j right units lie before it. */
export interface Point {
  readonly i: number
  readonly j: number
}

/**
 * A corridor around the points where a key stands exactly once on either side: the longest rising chain of such points that have a
 * neighbour agreeing with them, straight lines between, wider where they are far apart. `widen` multiplies the width, by left position.
 */
export function findCorridor(features: Features, widen: Uint8Array): Corridor {
  const rows = features.left.count
  const columns = features.right.count
  const low = new Int32Array(rows + 1)
  const high = new Int32Array(rows + 1).fill(columns)
  const edge = new Uint8Array(rows + 1).fill(WIDE_EDGE)
  if ((rows + 1) * (columns + 1) <= WHOLE || rows === 0 || columns === 0) return { top: 0, low, high, edge }

  const chain = [{ i: 0, j: 0 }, ...risingChain(onceOnEachSide(features)), { i: rows, j: columns }]
  low.fill(columns)
  high.fill(0)
  for (let c = 1; c < chain.length; c += 1) {
    const a = chain[c - 1]!
    const b = chain[c]!
    const gap = Math.max(b.i - a.i, b.j - a.j)
    const narrow = Math.min(WIDEST, HALF_WIDTH + gap / 2 - Math.min(gap, FAR) / 4)
    for (let i = a.i; i <= b.i; i += 1) {
      const half = Math.round(widen[i]! * narrow)
      const centre = b.i === a.i ? a.j : Math.round(a.j + ((i - a.i) * (b.j - a.j)) / (b.i - a.i))
      low[i] = Math.min(low[i]!, Math.max(0, centre - half))
      high[i] = Math.max(high[i]!, Math.min(columns, centre + half))
    }
    high[b.i] = Math.max(high[b.i]!, Math.min(columns, b.j + Math.round(widen[b.i]! * narrow)))
  }
  low[0] = 0
  high[rows] = columns
  return rising({ top: 0, low, high, edge })
}

/**
 * A corridor around a way that is known, from one of its nodes to another: `way` holds the nodes after `from`, `to` the last, each with how far to either side of
 * it is looked, in units.
 */
export function corridorAround(
  from: Point,
  way: readonly Point[],
  halfOf: (step: number) => number,
): Corridor {
  const to = way[way.length - 1] ?? from
  const rows = to.i - from.i
  const low = new Int32Array(rows + 1).fill(to.j)
  const high = new Int32Array(rows + 1).fill(from.j)
  const edge = new Uint8Array(rows + 1).fill(WIDE_EDGE)
  let before = from
  way.forEach((point, step) => {
    const half = halfOf(step)
    for (let i = before.i; i <= point.i; i += 1) {
      const row = i - from.i
      low[row] = Math.min(low[row]!, Math.max(from.j, before.j - half))
      high[row] = Math.max(high[row]!, Math.min(to.j, point.j + half))
      if (half <= WIDE_EDGE) edge[row] = NARROW_EDGE
    }
    before = point
  })
  low[0] = from.j
  high[rows] = to.j
  return rising({ top: from.i, low, high, edge })
}

/** What of a corridor lies within bounds and their margins, in units to either side, both by left position of the whole text. Where the margin is none, no edge asks for more. */
export function corridorWithin(
  { top, low, high, edge }: Corridor,
  bounds: { readonly low: Int32Array; readonly high: Int32Array },
  margins: Uint8Array,
): Corridor {
  const last = low.length - 1
  const narrow: Corridor = { top, low: low.slice(), high: high.slice(), edge: edge.slice() }
  for (let row = 0; row <= last; row += 1) {
    const margin = margins[top + row]!
    const from = row === 0 ? low[0]! : bounds.low[top + row]! - margin
    const to = row === last ? high[last]! : bounds.high[top + row]! + margin
    if (from > low[row]! || to < high[row]!) narrow.edge[row] = margin === 0 ? 0 : NARROW_EDGE
    narrow.low[row] = Math.max(low[row]!, from)
    narrow.high[row] = Math.min(high[row]!, to)
  }
  return rising(narrow)
}

/** The same corridor with edges that never fall back. */
function rising(corridor: Corridor): Corridor {
  const { low, high } = corridor
  const rows = low.length - 1
  for (let i = rows - 1; i >= 0; i -= 1) low[i] = Math.min(low[i]!, low[i + 1]!)
  for (let i = 1; i <= rows; i += 1) high[i] = Math.max(high[i]!, high[i - 1]!)
  return corridor
}

function onceOnEachSide({ left, right, classes }: Features): Point[] {
  const at = new Int32Array(classes.length).fill(-1)
  for (let j = 0; j < right.count; j += 1) {
    for (let b = right.start[j]!; b < right.start[j + 1]!; b += 1) at[right.keys[b]!] = j
  }
  const votes: Point[] = []
  for (let i = 0; i < left.count; i += 1) {
    const seen = new Map<number, number>()
    for (let a = left.start[i]!; a < left.start[i + 1]!; a += 1) {
      const key = left.keys[a]!
      if (left.frequency[key] !== 1 || right.frequency[key] !== 1) continue
      const j = at[key]!
      seen.set(j, (seen.get(j) ?? 0) + 1)
    }
    // Falling j within one i: a chain that rises in j alone then takes each i at most once.
    const ends = [...seen].sort((a, b) => b[0] - a[0])
    for (const [j, count] of ends) if (count >= 2 || seen.size === 1) votes.push({ i, j })
  }
  return votes
}

/** The longest chain that rises in both directions (patience sorting), without points that stand far off both their neighbours' line. */
function risingChain(points: readonly Point[]): Point[] {
  const tails: number[] = []
  const before = new Int32Array(points.length).fill(-1)
  points.forEach((point, k) => {
    let lo = 0
    let hi = tails.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (points[tails[mid]!]!.j < point.j) lo = mid + 1
      else hi = mid
    }
    before[k] = lo > 0 ? tails[lo - 1]! : -1
    tails[lo] = k
  })
  const chain: Point[] = []
  for (let k = tails[tails.length - 1] ?? -1; k >= 0; k = before[k]!) chain.push(points[k]!)
  chain.reverse()
  return chain.filter((point, k) => {
    const near = [chain[k - 1], chain[k + 1]].filter((other): other is Point => other !== undefined)
    return near.some(
      (other) => Math.abs(point.j - other.j - (point.i - other.i)) <= 10 + Math.abs(point.i - other.i) / 4,
    )
  })
}
