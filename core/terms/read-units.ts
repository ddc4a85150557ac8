import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import { arabicReadings } from '../text/stem-arabic'
import { tokenize } from '../text/tokenize'
import { functionWord, isRepeated, type FunctionWord } from './function-words'
import type { Language, Span } from '../model'

/** A word, a comma, or a Chinese character, as terms see it. */
export interface TermUnit extends Span {
  /** Keys under which it may stand in a term; the first is that of the word as a dictionary cites it. */
  readonly keys: readonly string[]
  /** The folded word; null for commas and little words, whose form says nothing more. */
  readonly word: string | null
  /** An article or a repeated preposition: a term may have it or not. */
  readonly skip: boolean
  /** Something other than space, hyphen, dash, apostrophe or quotation mark stands before it, so that no term runs across. */
  readonly cut: boolean
}

const JOINT = /^[\s\p{Cf}'’ʼ＇\p{Pd}"«»“”„‟《》「」『』]*$/u
const COMMA = /^\s*[,،，、]\s*$/u
const LAST_APOSTROPHE = /['’ʼ＇]$/u
const ELIDED: ReadonlyMap<string, string> = new Map([
  ['l', 'le'],
  ['d', 'de'],
])

/** Key of a comma, which some terms hold: "peace, trust and cooperation". */
const COMMA_KEY = ','

/** Words remembered a reader; a long text has some ten thousand. */
const MEMO = 20_000

/** What a written word is, wherever it stands. */
interface Reading {
  readonly keys: readonly string[]
  readonly word: string | null
  readonly little: FunctionWord | null
}

/** Turns texts of a language into units, in order and with offsets into the text. */
export type UnitReader = (text: string) => readonly TermUnit[]

/** A reader for one language. It remembers the words that it has read, which changes its speed and nothing else. */
export function makeUnitReader(language: Language): UnitReader {
  const arabic = baseLanguage(language) === 'ar'
  const memo = new Map<string, Reading>()

  function readWord(written: string, stem: string): Reading {
    const known = memo.get(written)
    if (known !== undefined) return known
    const folded = fold(written)
    const word = LAST_APOSTROPHE.test(folded) ? (ELIDED.get(folded.slice(0, -1)) ?? folded) : folded
    const little = functionWord(word, language)
    const keys = little !== null ? [little.key] : arabic ? arabicReadings(word) : [stem]
    const reading = { keys, word: little === null ? word : null, little }
    if (memo.size >= MEMO) memo.clear()
    memo.set(written, reading)
    return reading
  }

  return (text) => {
    const units: TermUnit[] = []
    let end = 0
    let before: string | undefined
    for (const { from, to, stem } of tokenize(text, language)) {
      const gap = text.slice(end, from)
      const comma = units.length > 0 && COMMA.test(gap)
      if (comma) {
        units.push({ from: end, to: from, keys: [COMMA_KEY], word: null, skip: false, cut: false })
        before = COMMA_KEY
      }
      const { keys, word, little } = readWord(text.slice(from, to), stem)
      const skip = little !== null && (little.skip || isRepeated(little.key, before))
      if (!skip) before = keys[0]
      units.push({ from, to, keys, word, skip, cut: !comma && !JOINT.test(gap) })
      end = to
    }
    return units
  }
}
