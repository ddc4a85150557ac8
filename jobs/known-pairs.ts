import { pairsFor } from '../core/align/pairs-for'
import type { Knowledge, Language, WordPair } from '../core/model'
import { baseLanguage } from '../core/text/languages'

/**
 * The learned pairs of words that the program knows of two languages, as `associate` reads words: a learned Chinese word is two characters, texts are read one by one, so it is
 * taken apart. Each pair once, with the most that is thought of it.
 */
export function knownPairs(knowledge: Knowledge, left: Language, right: Language): readonly WordPair[] {
  const trusts = new Map<string, WordPair>()
  const add = (pair: WordPair) => {
    const key = `${pair.left}\n${pair.right}`
    if ((trusts.get(key)?.trust ?? 0) < pair.trust) trusts.set(key, pair)
  }
  for (const pair of pairsFor(knowledge.learned ?? {}, left, right)) {
    for (const one of wordsOf(pair.left, left))
      for (const other of wordsOf(pair.right, right)) add({ left: one, right: other, trust: pair.trust })
  }
  return [...trusts.values()]
}

/** A learned word, which is a stem already, as the words that texts are read in. */
function wordsOf(stem: string, language: Language): readonly string[] {
  return baseLanguage(language) === 'zh' ? [...stem] : [stem]
}
