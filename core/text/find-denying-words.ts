import type { Language, Span } from '../model'
import type { DenyingSense } from './cues/cue-table'
import { plainText } from './cues/cue-scanner'
import { cuesOf } from './cues/cues-of'

/** A word that holds a denial inside, and what it means. */
export interface DenyingWord extends Span {
  readonly sense: DenyingSense
}

/** What of a text turns or narrows a denial, besides its negations themselves (see findCues). */
export interface DenyingWords {
  /** Words that hold a denial inside (`without`, `refuse`): another language may say them with a negation. */
  readonly words: readonly DenyingWord[]
  /** Where only something is said to be so by denying the rest: `ne … que`, `لا … إلا`. The range begins with the denial's own. */
  readonly restrictions: readonly Span[]
  /** Denials that forbid: of a modal, of a duty in the future tense, of everybody and everything. The range begins with the denial's own. */
  readonly prohibitions: readonly Span[]
}

/** The words of a text that turn or narrow a denial, each list in order of offset; empty for a language outside the six. */
export function findDenyingWords(text: string, language: Language): DenyingWords {
  const cues = cuesOf(language)
  if (cues === null) return { words: [], restrictions: [], prohibitions: [] }
  const plain = plainText(text)
  const negations = cues.negations(plain)
  return {
    // A negation in two parts may well have such a word between them, but its own parts are none; a longer wording takes the negation with it (`until … not`).
    words: cues
      .denyingWords(plain)
      .filter((word) => !negations.some((negation) => isPartOf(word, negation)))
      .map(({ value, from, to }) => ({ sense: value, from, to })),
    restrictions: cues.restrictions(plain),
    prohibitions: cues.prohibitions(plain),
  }
}

const holds = ({ from, to }: Span, at: number) => from <= at && at < to

/** True where a word holds the first or the last of a negation, and not all of it and more. */
function isPartOf(word: Span, negation: Span): boolean {
  const [first, last] = [holds(word, negation.from), holds(word, negation.to - 1)]
  const isWhole = first && last && word.to - word.from > negation.to - negation.from
  return (first || last) && !isWhole
}
