import { alignInOrder, typesFor } from './align-pair'
import type { AlignUnit } from './align-unit'
import { beadWords, type BeadWords } from './learn-pairs'
import { readSaid } from './read-said'
import { readStructure } from './read-structure'

/** Aligns two texts with nothing learned and gives what their beads have to teach; `learnPairs` makes a lexicon of the lessons of one pair or of many. */
export function readLessons(left: readonly AlignUnit[], right: readonly AlignUnit[]): readonly BeadWords[] {
  const said = readSaid(left, right)
  return beadWords(
    said,
    alignInOrder(said, readStructure(left, right), typesFor(left, right), { learn: false }).beads,
  )
}
