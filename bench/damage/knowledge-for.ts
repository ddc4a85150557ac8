import type { Knowledge, Lexicon, WordPair } from '../../core/model'
import { learnPairFrom } from '../lexicon/learn-pair-from'
import { writtenKnowledge } from '../lexicon/written-knowledge'
import { allPairs, type Pair } from './pairs'
import { readText, type TextName } from './read-text'

/** What the aligner is given in a test, and the text that the lexicon for that test is learned from. */
export interface TestKnowledge extends Knowledge {
  readonly learnFrom: TextName
}

/** Nothing learned from a text may be given when that same text is tested. */
const OTHER: Readonly<Record<TextName, TextName>> = { declaration: 'charter', charter: 'declaration' }

/**
 * What the aligner may know while it is tested on a text: the terms and words written for the project, and pairs of words learned from the other text, undamaged, where that
 * is at hand. The lexicon in corpus/learned is never used here, since it is learned from both. This is the one place where that is decided.
 */
export function knowledgeFor(text: TextName): TestKnowledge {
  const learnFrom = OTHER[text]
  const written = writtenKnowledge()
  const other = readText(learnFrom)
  if (other === null) return { ...written, learnFrom }
  const learned = whenAsked(allPairs(), (pair) => learnPairFrom([other.versions], pair, written))
  return { ...written, learned, learnFrom }
}

/** A lexicon that learns a pair of languages when that is first asked for: a test of one pair need not wait for the other fourteen. */
function whenAsked(pairs: readonly Pair[], learn: (pair: Pair) => readonly WordPair[]): Lexicon {
  const known = new Map<Pair, readonly WordPair[]>()
  const lexicon: Lexicon = {}
  for (const pair of pairs) {
    Object.defineProperty(lexicon, pair.join('-'), {
      enumerable: true,
      get: () => {
        const found = known.get(pair) ?? learn(pair)
        known.set(pair, found)
        return found
      },
    })
  }
  return lexicon
}
