import type { Language } from '../model'

/** Words of one side by id. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly ids: ReadonlyMap<string, number>
}

/** One direction: how likely a word of the target side renders one of the source side, by the ids of pairs in `Associations.pairs`. */
export interface Rendering {
  readonly chances: Float64Array
  /** How likely a target word stands with nothing on the source side behind it, by target id. */
  readonly none: Float64Array
  /** How likely the next word's source lies so many words on, from -JUMPS to JUMPS. */
  readonly jumps: Float64Array
}

/**
 * Which words answer each other, learned from aligned texts. Words are stems as `readWords` gives them; `pairs` numbers the pairs of words that met, by
 * `left id * right.words.length + right id`. `forth` renders left words by right ones, `back` the other way.
 */
export interface Associations {
  readonly languages: readonly [left: Language, right: Language]
  readonly left: Vocabulary
  readonly right: Vocabulary
  readonly pairs: ReadonlyMap<number, number>
  readonly forth: Rendering
  readonly back: Rendering
  /** What is believed of a pair before any text is read, 0–1. */
  readonly prior: (left: string, right: string) => number
}

/** Furthest jump that is told apart; all longer ones count as that one. */
export const JUMPS = 8

/** Chance that a word answers nothing. */
export const NOTHING = 0.12
