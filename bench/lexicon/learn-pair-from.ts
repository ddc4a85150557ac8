import type { Knowledge, Language, Version, WordPair } from '../../core/model'
import { readPairLessons } from '../../core/pipeline'
import type { Pair } from '../damage/pairs'
import { findPairs } from './find-pairs'

/** A text in several languages, or in some of them. */
export type ParallelText = Readonly<Record<Language, Version>>

/**
 * Learns which words of two languages answer each other from the lessons of all texts that have both, joined, so that a word is counted in all of them; none where no
 * text has both. What `knowledge` has learned already is not used: nothing is learned from itself.
 */
export function learnPairFrom(
  texts: readonly ParallelText[],
  [left, right]: Pair,
  knowledge: Knowledge,
): readonly WordPair[] {
  return findPairs(
    texts.flatMap((text) => {
      const [one, other] = [text[left], text[right]]
      return one === undefined || other === undefined ? [] : readPairLessons(one, other, knowledge)
    }),
  )
}
