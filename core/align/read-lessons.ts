import { alignPair } from './align-pair'
import type { AlignUnit } from './align-unit'
import { beadWords, type BeadWords } from './learn-pairs'
import { wordsOf } from './words-of'

/** Aligns two texts with nothing learned and gives what their beads have to teach; `learnPairs` makes a lexicon of the lessons of one pair or of many. */
export function readLessons(left: readonly AlignUnit[], right: readonly AlignUnit[]): readonly BeadWords[] {
  return beadWords(left.map(wordsOf), right.map(wordsOf), alignPair(left, right, { learn: false }))
}
