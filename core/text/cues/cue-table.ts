import type { CueValue } from '../../model'

/**
 * The words of one language that turn a commitment, as sources of regular expressions (flags `giu`) over text whose apostrophes are `'` and whose spaces are plain.
 * `guards` are wordings that only look like a cue (`not only`, 不仅). `negations` deny a sentence; `faint` are words that hold a denial inside
 * (`without`, `unless`, `refuse`), which another language may well say with a negation. `obligations` are tried in order at each place.
 */
export interface CueTable {
  readonly guards: readonly string[]
  readonly negations: readonly string[]
  readonly faint: readonly string[]
  readonly obligationGuards: readonly string[]
  readonly obligations: readonly (readonly [CueValue, string])[]
}

/** A whole word (or several) of a script that sets words apart: no letter or figure right before or after it. */
export const word = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`

/** A word's beginning. */
export const begins = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})\\p{L}*`
