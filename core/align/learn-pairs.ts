import { cognateKey } from '../text/cognate-key'
import type { Bead, WordPair } from '../model'
import { listIds, type IdLists, type Said } from './read-said'

/** Two words by their ids on either side; `trust` as in WordPair. */
export interface IdPair {
  readonly left: number
  readonly right: number
  readonly trust: number
}

/** The different words of one bead, those of its left side and those of its right. */
export type BeadWords = readonly [left: readonly string[], right: readonly string[]]

/** Beads of more units than this say too little of which word answers which. */
const MOST_UNITS = 4

/** Beads less sure than this teach nothing; 0.1 to 0.5 score alike on damaged texts, 0.5 loses half a point on Text+Berg. */
const LEAST_CONFIDENCE = 0.3

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

/**
 * Learns which words answer each other from the lessons of one document or of many, without any other help: in how many beads both stand, beyond chance, against
 * those of the more frequent one. Pairs that are alike in their first letters are left out, since those count as cognates. The order of pairs is that of their
 * left words' first appearance; swapping the sides swaps every pair and changes nothing else.
 */
export function learnPairs(lessons: readonly BeadWords[]): readonly WordPair[] {
  const number = (side: 0 | 1) => {
    const ids = new Map<string, number>()
    const lists = lessons.map((bead) =>
      [...new Set(bead[side])].map((word) => {
        const id = ids.get(word) ?? ids.size
        ids.set(word, id)
        return id
      }),
    )
    return { lists: listIds(lists), names: [...ids.keys()] }
  }
  const [left, right] = [number(0), number(1)]
  return learnIds(left.lists, left.names, right.lists, right.names).map((pair) => ({
    left: left.names[pair.left]!,
    right: right.names[pair.right]!,
    trust: pair.trust,
  }))
}

/** learnPairs over the beads of one document that are known so far, with words by their ids. */
export function learnFromBeads({ left, right }: Said, beads: readonly Bead[]): readonly IdPair[] {
  const sure = sureBeads(beads)
  return learnIds(
    union(
      left.words,
      left.wordNames.length,
      sure.map((bead) => bead.left),
    ),
    left.wordNames,
    union(
      right.words,
      right.wordNames.length,
      sure.map((bead) => bead.right),
    ),
    right.wordNames,
  )
}

/** What the beads of a pair have to teach: the words of those that are sure and small enough. */
export function beadWords({ left, right }: Said, beads: readonly Bead[]): readonly BeadWords[] {
  const words = ({ words: { ids, start }, wordNames }: Said['left'], units: readonly number[]) => [
    ...new Set(units.flatMap((k) => [...ids.subarray(start[k]!, start[k + 1]!)].map((id) => wordNames[id]!))),
  ]
  return sureBeads(beads).map((bead) => [words(left, bead.left), words(right, bead.right)])
}

function sureBeads(beads: readonly Bead[]): readonly Bead[] {
  return beads.filter(
    ({ left, right, confidence }) =>
      left.length > 0 &&
      right.length > 0 &&
      left.length + right.length <= MOST_UNITS &&
      confidence >= LEAST_CONFIDENCE,
  )
}

/** The different words of each bead's units. */
function union({ ids, start }: IdLists, words: number, beads: readonly (readonly number[])[]): IdLists {
  const seen = new Int32Array(words).fill(-1)
  const starts = new Int32Array(beads.length + 1)
  const all: number[] = []
  beads.forEach((units, bead) => {
    for (const unit of units) {
      for (let k = start[unit]!; k < start[unit + 1]!; k += 1) {
        const id = ids[k]!
        if (seen[id] === bead) continue
        seen[id] = bead
        all.push(id)
      }
    }
    starts[bead + 1] = all.length
  })
  return { ids: Int32Array.from(all), start: starts }
}

function learnIds(
  left: IdLists,
  leftNames: readonly string[],
  right: IdLists,
  rightNames: readonly string[],
): readonly IdPair[] {
  const beads = left.start.length - 1
  const inLeft = countBeads(left, leftNames.length, beads)
  const inRight = countBeads(right, rightNames.length, beads)
  const postings = beadsByWord(left, inLeft)
  const found: IdPair[] = []
  const bestLeft = new Float64Array(leftNames.length)
  const bestRight = new Float64Array(rightNames.length)
  // One counter for all words: those that a word has met are put back to nought behind it.
  const meetings = new Int32Array(rightNames.length)
  const met: number[] = []
  for (let x = 0; x < leftNames.length; x += 1) {
    const a = inLeft[x]!
    if (a === 0) continue
    for (let p = postings.start[x]!; p < postings.start[x + 1]!; p += 1) {
      const bead = postings.ids[p]!
      for (let k = right.start[bead]!; k < right.start[bead + 1]!; k += 1) {
        const y = right.ids[k]!
        if (inRight[y] === 0) continue
        if (meetings[y] === 0) met.push(y)
        meetings[y]! += 1
      }
    }
    for (const y of met) {
      const b = inRight[y]!
      const count = meetings[y]!
      meetings[y] = 0
      if (count < LEAST_MEETINGS) continue
      const trust = (count - (a * b) / beads) / (Math.max(a, b) + SMOOTHING)
      if (trust < LEAST_TRUST) continue
      found.push({ left: x, right: y, trust })
      if (trust > bestLeft[x]!) bestLeft[x] = trust
      if (trust > bestRight[y]!) bestRight[y] = trust
    }
    met.length = 0
  }
  const beginning = rememberBeginnings()
  return found.filter(({ left: x, right: y, trust }) => {
    if (trust < LEAST_OF_BEST * Math.max(bestLeft[x]!, bestRight[y]!)) return false
    const cognate = beginning(leftNames[x]!)
    return cognate === null || cognate !== beginning(rightNames[y]!)
  })
}

/** cognateKey that remembers what it was asked. */
function rememberBeginnings(): (word: string) => string | null {
  const known = new Map<string, string | null>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const key = cognateKey(word)
    known.set(word, key)
    return key
  }
}

/** In how many beads each word stands; 0 for words in one bead only or in too many. */
function countBeads({ ids }: IdLists, words: number, beads: number): Int32Array {
  const counts = new Int32Array(words)
  for (const id of ids) counts[id]! += 1
  const most = Math.max(LEAST_MEETINGS, MOST_BEADS * beads)
  return counts.map((count) => (count < LEAST_MEETINGS || count > most ? 0 : count))
}

/** For each word that counts, the beads that it stands in. */
function beadsByWord({ ids, start }: IdLists, counts: Int32Array): IdLists {
  const first = new Int32Array(counts.length + 1)
  counts.forEach((count, word) => (first[word + 1] = first[word]! + count))
  const next = first.slice()
  const beads = new Int32Array(first[counts.length]!)
  for (let bead = 0; bead + 1 < start.length; bead += 1) {
    for (let k = start[bead]!; k < start[bead + 1]!; k += 1) {
      const word = ids[k]!
      if (counts[word] === 0) continue
      beads[next[word]!] = bead
      next[word]! += 1
    }
  }
  return { ids: beads, start: first }
}
