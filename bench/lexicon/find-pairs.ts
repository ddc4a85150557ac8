import type { BeadWords } from '../../core/align/learn-pairs'
import type { WordPair } from '../../core/model'
import { cognateKey } from '../../core/text/cognate-key'
import { renderingChances } from './rendering-chances'

/** Beads that a word must stand in: what stands in one answers everything there. */
const LEAST_BEADS = 2

/** Words in a larger share of the beads tell no bead from another. Chosen on the damaged Declaration with the Charter's pairs: 0.15 gained nothing, 0.3 and 0.5 alike. */
const MOST_BEADS = 0.5

/** Pairs under this trust are dropped: of 50 drawn by lot in three pairs of languages, 40 above it are translations or pieces of them. 0.1 scores alike on damaged texts. */
const LEAST_TRUST = 0.2

/**
 * Finds which words answer each other in beads of one text or of many. The trust of a pair is the geometric mean of the chances that each of its words is rendered by the
 * other. Pairs that are alike in their first letters are left out, since those count as cognates. More patient than `learnPairs`, which works while someone waits: in
 * a fixed phrase (race, sex, language or religion) every word meets every word, and counting alone takes half of them for translations. Swapping the sides swaps every
 * pair and changes nothing but the order.
 */
export function findPairs(lessons: readonly BeadWords[]): readonly WordPair[] {
  const forth = renderingChances(lessons)
  const back = renderingChances(lessons.map(([left, right]): BeadWords => [right, left]))
  const lefts = usefulWords(lessons.map(([left]) => left))
  const rights = usefulWords(lessons.map(([, right]) => right))
  const found: WordPair[] = []
  for (const [left, answers] of forth) {
    if (!lefts.has(left)) continue
    for (const [right, chance] of answers) {
      if (!rights.has(right)) continue
      const trust = Math.sqrt(chance * (back.get(right)?.get(left) ?? 0))
      if (trust >= LEAST_TRUST && !areCognates(left, right)) found.push({ left, right, trust })
    }
  }
  return found
}

function areCognates(left: string, right: string): boolean {
  const key = cognateKey(left)
  return key !== null && key === cognateKey(right)
}

function usefulWords(beads: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const words of beads) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = Math.max(LEAST_BEADS, MOST_BEADS * beads.length)
  return new Set(
    [...counts].filter(([, count]) => count >= LEAST_BEADS && count <= most).map(([word]) => word),
  )
}
