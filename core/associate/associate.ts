import type { Language, WordPair } from '../model'
import type { AlignedText, AssociatedText } from './associated-text'
import { learnAssociations } from './learn-associations'
import { readWords } from './read-words'

/**
 * Learns from the aligned texts of two languages which words answer each other in them. Places with an empty side teach nothing and are left out; `known` are pairs learned
 * elsewhere, the left words of the first language.
 */
export function associate(
  texts: readonly AlignedText[],
  languages: readonly [left: Language, right: Language],
  known: readonly WordPair[] = [],
): AssociatedText {
  const rows = texts
    .map((text) => ({
      ...text,
      leftWords: readWords(text.left, languages[0]),
      rightWords: readWords(text.right, languages[1]),
    }))
    .filter(({ leftWords, rightWords }) => leftWords.length > 0 && rightWords.length > 0)
  const stems = rows.map(
    ({ leftWords, rightWords }) =>
      [leftWords.map(({ stem }) => stem), rightWords.map(({ stem }) => stem)] as const,
  )
  return { languages, rows, model: learnAssociations(stems, languages, { known }) }
}
