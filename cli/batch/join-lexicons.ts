import { pairsFor } from '../../core/align/pairs-for'
import type { Lexicon, WordPair } from '../../core/model'

/**
 * What was known before and what was learned, as one lexicon. A pair of words that stands in both is believed as far as the better of them says; the key of a
 * pair of languages is that of `learned` where it has one.
 */
export function joinLexicons(known: Lexicon, learned: Lexicon): Lexicon {
  const joined: Record<string, readonly WordPair[]> = { ...known }
  for (const [key, pairs] of Object.entries(learned)) {
    const [left = '', right = ''] = key.split('-')
    const before = pairsFor(known, left, right)
    delete joined[`${right}-${left}`]
    const best = new Map<string, WordPair>()
    for (const pair of [...before, ...pairs]) {
      const name = `${pair.left} ${pair.right}`
      if ((best.get(name)?.trust ?? 0) < pair.trust) best.set(name, pair)
    }
    joined[key] = [...best.values()]
  }
  return joined
}
