import type { WordPair } from '../../core/model'
import type { Pair } from '../damage/pairs'

/** Decimals of a trust: finer steps move no bead, and cost a third of the file. */
const DECIMALS = 2

/**
 * Writes pairs of words as `readLexiconTable` reads them: a head line, then a line a pair, in order of the left and the right word's code units, so that the same pairs
 * in whatever order give the same bytes. A trust that would be rounded to nothing is left out.
 */
export function writeLexiconTable([left, right]: Pair, pairs: readonly WordPair[]): string {
  const lines = pairs
    .map((pair) => [pair.left, pair.right, pair.trust.toFixed(DECIMALS)] as const)
    .filter(([, , trust]) => Number(trust) > 0)
    .sort(([a, b], [c, d]) => compare(a, c) || compare(b, d))
  return [[left, right, 'trust'] as const, ...lines].map((cells) => `${cells.join('\t')}\n`).join('')
}

/** By code units and not by the rules of a locale, which differ between machines. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
