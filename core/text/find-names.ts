import type { Language, Span } from '../model'
import { baseLanguage } from './languages'
import { COMMON_WORDS } from './names/common-words'
import { skeleton } from './names/skeleton'

/** A word that may be a name; `value` is the same in every language and script as far as transliteration allows. */
export interface NameHit extends Span {
  readonly value: string
}

/** A capital and at least three more letters; acronyms among them. What stands before it is looked at afterwards, which is faster. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}]{3,}/gu

/** A run of at least five Arabic letters, with their marks and tatweel. */
const ARABIC = /[\p{Script=Arabic}\p{Mn}\u0640]{5,}/gu

/** What stands before a word inside a sentence: a small letter, figure, comma or closing bracket and a space, or a French article. */
const INSIDE = /(?:[\p{Ll}\p{N},;)]\s|\p{L}['’-])$/u

/** The article with what may stand before it, or one of ل ب ك before an alef, which few names have in front of theirs. */
const CLITICS = /^[وف]?(?:[بك]?ال|لل|[بلك](?=[أإآا]))/u
const TATWEEL = /\u0640+/gu

/** Russian case endings that hold a consonant; -ов, -ев, -ах and -им end too many names. */
const CASE_ENDING = /(?:[ая]ми|[ео]го|[ео]му|[еоы]м)$/u

/**
 * Consonants that a word must have. Three letters of eight classes are chance where every word counts, as in Arabic, and are not where capitals
 * have chosen: measured on the Charter, the Declaration and A/RES/76/299, see bench/name-noise.ts.
 */
const LEAST = 3
const LEAST_ARABIC = 4

/** Languages without capitals: names in Latin letters stand out in them wherever they are. */
const WITHOUT_CAPITALS = new Set(['ar', 'zh', 'ja', 'ko', 'fa', 'he'])

/** Not the beginning of a word in Latin letters; in Chinese a name may follow a character without a space. */
const LATIN_END = /[\p{Script=Latin}\p{N}]$/u

function capitalisedValue(word: string): string | null {
  const lower = word.toLowerCase()
  if (COMMON_WORDS.has(lower)) return null
  const consonants = skeleton(lower.replace(CASE_ENDING, ''))
  return consonants.length < LEAST ? null : `name:${consonants}`
}

function arabicValue(word: string): string | null {
  const consonants = skeleton(word.replace(TATWEEL, '').replace(CLITICS, ''))
  return consonants.length < LEAST_ARABIC ? null : `name:${consonants}`
}

/** Words remembered a finder; a long text has some ten thousand. */
const MEMO = 50_000

/**
 * A function that finds names as `findNames` does and remembers the words that it has read, which changes its speed and nothing else: for
 * texts of many lines.
 */
export function makeNameFinder(): (text: string, language: Language) => readonly NameHit[] {
  const memo = new Map<string, string | null>()

  function valueOf(word: string, read: (word: string) => string | null): string | null {
    const known = memo.get(word)
    if (known !== undefined) return known
    const value = read(word)
    if (memo.size >= MEMO) memo.clear()
    memo.set(word, value)
    return value
  }

  return (text, language) => {
    const base = baseLanguage(language)
    const everywhere = WITHOUT_CAPITALS.has(base)
    const hits: NameHit[] = []
    for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
      const before = text.slice(Math.max(0, index - 2), index)
      if (everywhere ? LATIN_END.test(before) : !INSIDE.test(before)) continue
      const value = valueOf(word, capitalisedValue)
      if (value !== null) hits.push({ from: index, to: index + word.length, value })
    }
    if (base !== 'ar') return hits
    for (const { 0: word, index } of text.matchAll(ARABIC)) {
      const value = valueOf(word, arabicValue)
      if (value !== null) hits.push({ from: index, to: index + word.length, value })
    }
    return hits.sort((a, b) => a.from - b.from)
  }
}

/**
 * Words of a text that may be names of people, places or bodies, in order, each with its consonants as `value` (`name:ktrs` for Guterres,
 * Гутерриш and غوتيريش): an anchor between versions, never a finding. In Latin and Cyrillic letters words with a capital inside a sentence and at
 * least three consonants; in Arabic every word of at least four, most of which are no names and match nothing. Chinese names are found by
 * table only (corpus/names). Any language whose script is Latin or Cyrillic is read alike; other scripts give nothing.
 */
export function findNames(text: string, language: Language): readonly NameHit[] {
  return makeNameFinder()(text, language)
}
