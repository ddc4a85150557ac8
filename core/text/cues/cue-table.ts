import type { CueValue } from '../../model'

/**
 * What a word that holds a denial inside means: two versions answer each other by the same sense, whatever the grammar.
 * `not` denies a noun (`non-payment`, `عدم`), `nor` goes on with a denial, `only` is a restriction (`ne … que`, `لا … إلا`), `un` a negative quality that a verb may deny as well (`unlawful`, 不法), `firm` one that
 * is the thing's own (`inalienable`, `arbitrary`), `free` a lack or a protection.
 */
export type DenyingSense =
  | 'not'
  | 'nor'
  | 'without'
  | 'except'
  | 'only'
  | 'until'
  | 'refuse'
  | 'forbid'
  | 'prevent'
  | 'lack'
  | 'fail'
  | 'abstain'
  | 'deprive'
  | 'free'
  | 'un'
  | 'firm'
  | 'against'
  | 'regardless'

/**
 * The words of one language that turn a commitment, as sources of regular expressions (flags `gu`) over text in small letters whose apostrophes are `'` and whose spaces are plain.
 * `guards` are wordings that only look like a cue (`not only`, 不仅). `negations` deny a sentence; `faint` are words that hold a denial inside
 * (`without`, `unless`, `refuse`), which another language may well say with a negation, by what they mean. `restrictions` are where a denial
 * is taken back in part, so that it says `only` (`ne … que`, `لا … إلا`). `prohibitions` are denials that forbid.
 * `obligations` are tried in order at each place.
 */
export interface CueTable {
  readonly guards: readonly string[]
  readonly negations: readonly string[]
  readonly restrictions: readonly string[]
  readonly faint: readonly (readonly [DenyingSense, string])[]
  readonly prohibitions: readonly string[]
  /** Words that ask for a denial beside them, in languages where they always do. */
  readonly concord?: readonly string[]
  readonly obligationGuards: readonly string[]
  readonly obligations: readonly (readonly [CueValue, string])[]
}

/** A whole word (or several) of a script that sets words apart: no letter or figure right before or after it. */
export const word = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`

/** A word's beginning. */
export const begins = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})\\p{L}*`
