import type { Language, WordPair } from '../model'
import { tokenize } from '../text/tokenize'
import { learnAssociations } from './learn-associations'

const HAN = /^\p{Script=Han}$/u
const LETTER = /\p{L}/u

/** Pairs under this trust answer nothing. */
const LEAST_TRUST = 0.2

/** Words a text says of itself after which a pair is believed: once is chance, unless the two look alike. */
const LEAST_TEXTS = 2

/** Rounds of model 1; no order is needed for which words answer each other. */
const ROUNDS = { free: 6, ordered: 0 }

/**
 * Pairs of words that answer each other in aligned texts, in the shape of a learned lexicon: stems, in Chinese each two neighbouring characters. Trust is the geometric mean of
 * the chances that each word is rendered by the other.
 */
export function learnWordPairs(
  texts: readonly (readonly [left: string, right: string])[],
  [left, right]: readonly [Language, Language],
  known: readonly WordPair[] = [],
): readonly WordPair[] {
  const words = texts.map(([one, other]) => [lexicalWords(one, left), lexicalWords(other, right)] as const)
  const model = learnAssociations(words, [left, right], { rounds: ROUNDS, known })
  const [timesLeft, timesRight] = [
    countTexts(words.map(([one]) => one)),
    countTexts(words.map(([, other]) => other)),
  ]
  const width = model.right.words.length
  const pairs: WordPair[] = []
  for (const [key, id] of model.pairs) {
    const trust = Math.sqrt(model.forth.chances[id]! * model.back.chances[id]!)
    if (trust < LEAST_TRUST) continue
    const [one, other] = [model.left.words[Math.floor(key / width)]!, model.right.words[key % width]!]
    if (Math.min(timesLeft.get(one)!, timesRight.get(other)!) < LEAST_TEXTS) continue
    pairs.push({ left: one, right: other, trust: Math.min(1, trust) })
  }
  return pairs
}

/** The words of a text in order, without figures; each two neighbouring Chinese characters are one. */
function lexicalWords(text: string, language: Language): readonly string[] {
  const tokens = tokenize(text, language)
  return tokens.flatMap(({ stem, to }, k) => {
    if (!HAN.test(stem)) return LETTER.test(stem) ? [stem] : []
    const next = tokens[k + 1]
    return next !== undefined && next.from === to && HAN.test(next.stem) ? [stem + next.stem] : []
  })
}

function countTexts(texts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
