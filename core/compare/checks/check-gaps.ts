import type { Finding } from '../../model'
import { makeFinding } from '../make-finding'
import { wholeCell, type Cell, type RowPair } from '../row-pair'

/**
 * A paragraph that one version has and the other has not. `expected` is the pivot's text, `found` the other's; the absent side is null.
 * An empty line that only one version has is no paragraph.
 */
export function checkGaps(pairs: readonly RowPair[]): readonly Finding[] {
  return pairs
    .filter(
      ({ pivot, other }) =>
        (pivot.paragraphs.length === 0) !== (other.paragraphs.length === 0) &&
        [...pivot.paragraphs, ...other.paragraphs].some(({ paragraph }) => paragraph.text.trim() !== ''),
    )
    .map((pair) => ({
      ...makeFinding('gap', pair, null, null, {
        rule: pair.other.paragraphs.length === 0 ? 'absent' : 'extra',
      }),
      places: {
        [pair.pivot.language]: wholeCell(pair.pivot),
        [pair.other.language]: wholeCell(pair.other),
      },
      found: textOf(pair.other),
      expected: textOf(pair.pivot),
    }))
}

function textOf({ paragraphs }: Cell): string | null {
  return paragraphs.length === 0 ? null : paragraphs.map(({ paragraph }) => paragraph.text).join(' ')
}
