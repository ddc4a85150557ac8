import type { Finding } from '../../model'
import { learnLengthRatio, lettersOf, logRatio } from '../length-ratio'
import { makeFinding } from '../make-finding'
import { bothPresent, type RowPair } from '../row-pair'

/** Deviations from the usual ratio from which on a row is told of, and from which on it wants a look. */
const TELL = 3.5
const LOOK = 5

/** Headings and labels are long or short for no reason. */
const LEAST_LETTERS = 60

/** Rows under which the usual ratio is not known. */
const LEAST_ROWS = 8

/**
 * Finds rows whose other cell is far shorter or longer than the pivot's, against what is usual between these two texts. It has the last word: a row in
 * which another check saw why needs no such finding.
 */
export function checkLength(pairs: readonly RowPair[]): readonly Finding[] {
  const rows = pairs.filter(bothPresent)
  const ratio = learnLengthRatio(rows)
  if (ratio.rows < LEAST_ROWS) return []
  return rows.flatMap((pair) => {
    const letters = lettersOf(pair.pivot)
    const measured = logRatio(pair)
    if (measured === null || Math.max(letters, lettersOf(pair.other)) < LEAST_LETTERS) return []
    const off = (measured - ratio.usual) / ratio.spread(letters)
    if (Math.abs(off) < TELL) return []
    return [
      makeFinding('length', pair, null, null, {
        rule: off < 0 ? 'shorter' : 'longer',
        confidence: Math.min(0.75, 0.5 + (Math.abs(off) - LOOK) / 20),
      }),
    ]
  })
}
