import { composeNumber, type ReadWord } from './compose-number'
import type { FoldedMention } from './folded-text'
import { readNumberWord, type NumberLanguage } from './number-word'

/**
 * What the words around a number word say about it. Patterns see three words before it, the number's own words between two bars and three words behind
 * it, all folded and in lower case: `soixante pour |cent| des voix`.
 */
export interface Surroundings {
  /** Where it is no number, or one that other languages write in another way. */
  readonly no: readonly RegExp[]
  /** Where one and two count all the same: `article premier` is 第一条 and `Article 1`. */
  readonly label: RegExp
}

const LETTERS = /\p{L}+/gu
/** What may stand between the words of one number. */
const JOINT = /^(?:[ \u00A0\n]|[ \u00A0]?-[ \u00A0]?)$/u

function readWords(text: string, language: NumberLanguage): ReadWord[] {
  const words: ReadWord[] = []
  let end = -1
  for (const match of text.matchAll(LETTERS)) {
    const word = match[0].toLowerCase()
    const from = match.index
    const joined = end >= 0 && from - end <= 3 && JOINT.test(text.slice(end, from))
    end = from + match[0].length
    words.push({ word, number: readNumberWord(word, language), joined, from, to: end })
  }
  return words
}

/** How many words around a number the exceptions look at. */
const AROUND = 3

function around(words: readonly ReadWord[], from: number, to: number): string {
  const join = (some: readonly ReadWord[]) => some.map(({ word }) => word).join(' ')
  return `${join(words.slice(Math.max(0, from - AROUND), from))} |${join(words.slice(from, to))}| ${join(words.slice(to, to + AROUND))}`
}

/**
 * Number words of an alphabetic language in a folded text, in order of offset, never overlapping. One and two are articles and ordinary
 * adjectives, and reported as labels only.
 */
export function findAlphabeticNumbers(
  text: string,
  language: NumberLanguage,
  surroundings: Surroundings,
): FoldedMention[] {
  const words = readWords(text, language)
  const found: FoldedMention[] = []
  for (let i = 0; i < words.length;) {
    const number =
      words[i]!.number === null && !language.article.includes(words[i]!.word)
        ? null
        : composeNumber(words, i, language)
    const last = number === null ? undefined : words[number.next - 1]
    if (number === null || last === undefined) {
      i += 1
      continue
    }
    const context = around(words, i, number.next)
    const counts = number.value >= 3 || surroundings.label.test(context)
    if (counts && !surroundings.no.some((pattern) => pattern.test(context)))
      found.push({
        kind: 'number',
        value: String(number.value),
        written: 'words',
        from: words[i]!.from,
        to: last.to,
      })
    i = number.next
  }
  return found
}
