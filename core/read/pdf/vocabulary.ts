import type { Line } from './line'

/** The words of a document by how often they stand in it whole, in small letters; words with hyphens also as such. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>
  /** The document cuts words at line ends: some stand elsewhere without the hyphen that a line's end gives them. */
  readonly hyphenates: boolean
}

const WORD = /[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*/gu

/** The letters before a hyphen at a line's end. */
const CUT_WORD = /([\p{L}\p{M}]+)[-\u2010]$/u

/** A word as it is looked up. */
export function wordKey(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\u00AD/gu, '')
}

/** The words of all lines, without those that a line's end cuts. */
export function collectWords(lines: readonly Line[]): Vocabulary {
  const words = new Map<string, number>()
  const add = (word: string) => {
    const key = wordKey(word)
    words.set(key, (words.get(key) ?? 0) + 1)
  }
  lines.forEach(({ text }, i) => {
    const cutBefore = /[-\u2010\u00AD]$/u.test(lines[i - 1]?.text ?? '')
    const cut = /[-\u2010\u00AD]$/u.test(text)
    const found = [...text.matchAll(WORD)]
    found.forEach((match, k) => {
      const word = match[0]
      if (cutBefore && k === 0 && match.index < 3) return
      if (cut && match.index + word.length >= text.length - 1) return
      add(word)
      if (/[-\u2010\u2011]/u.test(word)) for (const part of word.split(/[-\u2010\u2011]/u)) add(part)
    })
  })
  const cuts = lines.filter(({ text }, i) => {
    const head = CUT_WORD.exec(text)?.[1]
    const tail = /^[\p{L}\p{M}]+/u.exec(lines[i + 1]?.text ?? '')?.[0]
    if (head === undefined || tail === undefined) return false
    return words.has(wordKey(head + tail)) && !words.has(wordKey(`${head}-${tail}`))
  }).length
  return { words, hyphenates: cuts >= 2 }
}

/** How often a word stands whole in the document. */
export function countOf(vocabulary: Vocabulary, word: string): number {
  return vocabulary.words.get(wordKey(word)) ?? 0
}
