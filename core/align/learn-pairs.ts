import { cognateKey } from '../text/cognate-key'
import type { Bead, WordPair } from '../model'

/** The words of every unit of a side, see wordsOf. */
export type UnitWords = readonly (readonly string[])[]

/** Beads of more units than this say too little of which word answers which. */
const MOST_UNITS = 4

/** Beads less sure than this teach nothing. */
const LEAST_CONFIDENCE = 0.5

/** Words in a larger share of the beads are everywhere, and meet everything. */
const MOST_BEADS = 0.15

/** Beads that a pair must be met in: once is chance. */
const LEAST_MEETINGS = 2

/** Made-up beads that hold the more frequent word of a pair without the other, so that rare pairs are not believed at once. */
const SMOOTHING = 1

/** Pairs under this trust are left out; 0.2 to 0.3 score alike, 0.5 loses half a point on Text+Berg. */
const LEAST_TRUST = 0.3

/** A pair must be at least this share as good as the best of either of its words: 0.5 lets a word have two renderings. */
const LEAST_OF_BEST = 0.5

/** The different words of one bead, those of its left side and those of its right. */
export type BeadWords = readonly [left: readonly string[], right: readonly string[]]

/** What the beads of a pair have to teach: the words of those that are sure and small enough. */
export function beadWords(left: UnitWords, right: UnitWords, beads: readonly Bead[]): readonly BeadWords[] {
  return beads
    .filter((bead) => bead.left.length > 0 && bead.right.length > 0)
    .filter((bead) => bead.left.length + bead.right.length <= MOST_UNITS)
    .filter((bead) => bead.confidence >= LEAST_CONFIDENCE)
    .map((bead) => [wordsIn(left, bead.left), wordsIn(right, bead.right)])
}

/**
 * Learns which words answer each other from beads that are already known, of one document or of many, without any other help: in how many beads both stand,
 * beyond chance, against those of the more frequent one. Pairs that are alike in their first letters are left out, since those count as cognates. The order of
 * pairs is that of their left words' first appearance; swapping the sides swaps every pair and changes nothing else.
 */
export function learnPairs(sides: readonly BeadWords[]): readonly WordPair[] {
  const inLeft = countBeads(sides.map(([words]) => words))
  const inRight = countBeads(sides.map(([, words]) => words))
  const found: WordPair[] = []
  const bestLeft = new Map<string, number>()
  const bestRight = new Map<string, number>()
  for (const [x, others] of countMeetings(sides, inLeft, inRight)) {
    const a = inLeft.get(x)!
    for (const [y, met] of others) {
      const b = inRight.get(y)!
      const trust = (met - (a * b) / sides.length) / (Math.max(a, b) + SMOOTHING)
      if (met < LEAST_MEETINGS || trust < LEAST_TRUST) continue
      found.push({ left: x, right: y, trust })
      bestLeft.set(x, Math.max(bestLeft.get(x) ?? 0, trust))
      bestRight.set(y, Math.max(bestRight.get(y) ?? 0, trust))
    }
  }
  return found.filter(({ left: x, right: y, trust }) => {
    const cognate = cognateKey(x)
    if (cognate !== null && cognate === cognateKey(y)) return false
    return trust >= LEAST_OF_BEST * Math.max(bestLeft.get(x)!, bestRight.get(y)!)
  })
}

function wordsIn(words: UnitWords, units: readonly number[]): readonly string[] {
  return [...new Set(units.flatMap((unit) => words[unit]!))]
}

/** In how many beads each word stands; words in one bead only or in too many are not counted. */
function countBeads(beads: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const words of beads) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = Math.max(LEAST_MEETINGS, MOST_BEADS * beads.length)
  for (const [word, count] of counts) if (count < LEAST_MEETINGS || count > most) counts.delete(word)
  return counts
}

function countMeetings(
  sides: readonly BeadWords[],
  inLeft: ReadonlyMap<string, number>,
  inRight: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const meetings = new Map<string, Map<string, number>>()
  for (const [words, others] of sides) {
    const counted = others.filter((word) => inRight.has(word))
    for (const word of words) {
      if (!inLeft.has(word)) continue
      const own = meetings.get(word) ?? new Map<string, number>()
      meetings.set(word, own)
      for (const other of counted) own.set(other, (own.get(other) ?? 0) + 1)
    }
  }
  return meetings
}
