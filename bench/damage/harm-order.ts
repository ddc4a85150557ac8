import type { Harm } from './damage-kinds'

/** A piece of a damaged version: the original paragraphs it is made of, in order, and which half of one it is. */
export interface Piece {
  readonly source: readonly number[]
  readonly part: 'whole' | 'first' | 'second'
}

/** What the generator must know of the originals: whether a paragraph can be cut, and the list that it is an item of. */
export interface HarmInput {
  readonly cuttable: boolean
  /** Equal for items of one list. */
  readonly list: string
}

/**
 * Deletes, merges, moves, swaps and splits, in this order and each as often as its share asks (rounded, at least once where there is a candidate). Merged
 * paragraphs are never split and halves never moved, so that the halves of a paragraph stand side by side. `random` gives numbers 0 ≤ n < 1.
 */
export function harmOrder(input: readonly HarmInput[], harm: Harm, random: () => number): readonly Piece[] {
  const all = input.map((_, k): Piece => ({ source: [k], part: 'whole' }))
  const deleted = new Set(choose(all.length, harm.delete, random))
  const merged = mergeSome(
    all.filter((_, k) => !deleted.has(k)),
    harm.merge,
    random,
  )
  const moved = moveSome(merged, harm.move, random)
  return splitSome(swapSome(moved, input, harm.swap, random), input, harm.split, random)
}

/** How many of `count` a share is. */
function quota(count: number, share: number): number {
  return share === 0 || count === 0 ? 0 : Math.max(1, Math.round(count * share))
}

/** The numbers below `count` in a random order. */
function shuffled(count: number, random: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, k) => k)
  for (let k = count - 1; k > 0; k -= 1) {
    const other = Math.floor(random() * (k + 1))
    const held = order[k]!
    order[k] = order[other]!
    order[other] = held
  }
  return order
}

function choose(count: number, share: number, random: () => number): readonly number[] {
  return shuffled(count, random).slice(0, quota(count, share))
}

/** First places of `wanted` neighbouring pairs out of `firsts`, no two of them overlapping. */
function choosePairs(firsts: readonly number[], wanted: number, random: () => number): ReadonlySet<number> {
  const chosen = new Set<number>()
  for (const at of shuffled(firsts.length, random)) {
    const first = firsts[at]!
    if (chosen.size === wanted) break
    if (!chosen.has(first - 1) && !chosen.has(first + 1)) chosen.add(first)
  }
  return chosen
}

function mergeSome(pieces: readonly Piece[], share: number, random: () => number): readonly Piece[] {
  const firsts = pieces.slice(1).map((_, k) => k)
  const chosen = choosePairs(firsts, quota(firsts.length, share), random)
  return pieces.flatMap((piece, k): readonly Piece[] => {
    if (chosen.has(k - 1)) return []
    return chosen.has(k) ? [{ source: [...piece.source, ...pieces[k + 1]!.source], part: 'whole' }] : [piece]
  })
}

function moveSome(pieces: readonly Piece[], share: number, random: () => number): readonly Piece[] {
  if (pieces.length < 2) return pieces
  const moved = [...pieces]
  for (const k of choose(pieces.length, share, random)) {
    const from = moved.indexOf(pieces[k]!)
    // One of the other places: never the one that it comes from.
    const to = (from + 1 + Math.floor(random() * (moved.length - 1))) % moved.length
    moved.splice(to, 0, ...moved.splice(from, 1))
  }
  return moved
}

function swapSome(
  pieces: readonly Piece[],
  input: readonly HarmInput[],
  share: number,
  random: () => number,
): readonly Piece[] {
  const list = (piece: Piece | undefined) => (piece === undefined ? null : input[piece.source[0]!]!.list)
  const firsts = pieces.flatMap((piece, k) => (list(piece) === list(pieces[k + 1]) ? [k] : []))
  const chosen = choosePairs(firsts, quota(firsts.length, share), random)
  return pieces.map((piece, k) => {
    if (chosen.has(k)) return pieces[k + 1]!
    return chosen.has(k - 1) ? pieces[k - 1]! : piece
  })
}

function splitSome(
  pieces: readonly Piece[],
  input: readonly HarmInput[],
  share: number,
  random: () => number,
): readonly Piece[] {
  const able = pieces.filter(({ source }) => source.length === 1 && input[source[0]!]!.cuttable)
  // The share is one of all paragraphs; headings and the like have no place to be cut at.
  const wanted = Math.min(able.length, quota(able.length === 0 ? 0 : pieces.length, share))
  const chosen = new Set(
    shuffled(able.length, random)
      .slice(0, wanted)
      .map((k) => able[k]!),
  )
  return pieces.flatMap((piece): readonly Piece[] =>
    chosen.has(piece)
      ? [
          { ...piece, part: 'first' },
          { ...piece, part: 'second' },
        ]
      : [piece],
  )
}
