import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import { arabicReadings } from '../text/stem-arabic'
import { tokenize } from '../text/tokenize'
import { functionWord, isRepeated } from './function-words'
import type { Language, Span } from '../model'

/** A word, a comma, or a Chinese character, as terms see it. */
export interface TermUnit extends Span {
  /** Keys under which it may stand in a term; the first is that of the word as a dictionary cites it. */
  readonly keys: readonly string[]
  /** The folded word; null for commas and little words, whose form says nothing more. */
  readonly word: string | null
  /** An article or a repeated preposition: a term may have it or not. */
  readonly skip: boolean
  /** Something other than space, hyphen, apostrophe or quotation mark stands before it, so that no term runs across. */
  readonly cut: boolean
}

const JOINT = /^[\s\p{Cf}'’ʼ＇\-‐‑–"«»“”„‟《》「」『』]*$/u
const COMMA = /^\s*[,،，、]\s*$/u
const LAST_APOSTROPHE = /['’ʼ＇]$/u
const ELIDED: ReadonlyMap<string, string> = new Map([
  ['l', 'le'],
  ['d', 'de'],
])

/** Key of a comma, which some terms hold: "peace, trust and cooperation". */
const COMMA_KEY = ','

/** The units of a text in order, with offsets into it. */
export function readUnits(text: string, language: Language): readonly TermUnit[] {
  const arabic = baseLanguage(language) === 'ar'
  const units: TermUnit[] = []
  let end = 0
  let before: string | undefined
  for (const token of tokenize(text, language)) {
    const gap = text.slice(end, token.from)
    const comma = COMMA.test(gap)
    if (comma && units.length > 0) {
      units.push({ from: end, to: token.from, keys: [COMMA_KEY], word: null, skip: false, cut: false })
      before = COMMA_KEY
    }
    const { from, to } = token
    const folded = fold(text.slice(from, to))
    const word = LAST_APOSTROPHE.test(folded) ? (ELIDED.get(folded.slice(0, -1)) ?? folded) : folded
    const little = functionWord(word, language)
    const skip = little !== null && (little.skip || isRepeated(little.key, before))
    const keys = little !== null ? [little.key] : arabic ? arabicReadings(word) : [token.stem]
    if (!skip) before = keys[0]
    units.push({
      from,
      to,
      keys,
      word: little === null ? word : null,
      skip,
      cut: !comma && !JOINT.test(gap),
    })
    end = to
  }
  return units
}
