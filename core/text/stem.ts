import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { stem as stemEnglish } from 'porter2'
import { baseLanguage } from './languages'
import { fold } from './fold'
import { stemArabic } from './stem-arabic'
import type { Language } from '../model'

/** The Snowball algorithm of each language, and whether a second pass is needed to give all forms of a noun one stem. */
const SNOWBALL: ReadonlyMap<string, { readonly once: (word: string) => string; readonly twice: boolean }> =
  new Map(
    Object.entries({
      fr: { once: stemFrench, twice: false },
      en: { once: stemEnglish, twice: false },
      // mujer → muj, mujeres → mujer → muj
      es: { once: stemSpanish, twice: true },
      // Ассамблея → ассамбле → ассамбл, Ассамблеи → ассамбл; Устав → уста → уст, Устава → устав → уста → уст
      ru: { once: stemRussian, twice: true },
    }),
  )

/** Passes after which Snowball's own stems no longer change on the words tried. */
const PASSES = 3

/** Words remembered a language; a long text has some ten thousand. */
const MEMO = 50_000

/** Vowels that Russian has before the last consonant in some forms only: порядок, порядка; беженец, беженцы; пытки, пыток. */
const FLEETING = /(?<=[бвгджзклмнпрстфхцчшщ])[ое](?<end>[кц])$/u

/** Longer runs of letters are no words, and a stemmer's time grows with them. */
const LONGEST_WORD = 60

const MARKS = /\p{M}+/gu

// A module-level cache, pure in effect: a stem depends on word and language alone, and what is remembered changes the time of an answer, never the answer.
const memos = new Map<string, Map<string, string>>()

/**
 * The stem of a word: Snowball's for French, English, Spanish and Russian (accents dropped afterwards, since capitals lose them in print), a
 * light stemmer for Arabic, and the folded word (see `fold`) for everything else, Chinese included. Equal stems mean forms of one word or
 * near relatives of it (`development`, `developing`). `word` is one word; a run of more than sixty letters is only folded.
 */
export function stem(word: string, language: Language): string {
  return stemmer(language)(word)
}

/** `stem` for one language, to be called many times: what depends on the language alone is looked up once. */
export function stemmer(language: Language): (word: string) => string {
  const base = baseLanguage(language)
  const memo = memos.get(base) ?? new Map<string, string>()
  memos.set(base, memo)
  return (word) => {
    const known = memo.get(word)
    if (known !== undefined) return known
    if (word.length > LONGEST_WORD) return fold(word)
    const result = makeStem(fold(word), base)
    if (memo.size >= MEMO) memo.clear()
    memo.set(word, result)
    return result
  }
}

/** `stemmer` without a memory, for those who ask for each word once. */
export function newWordStemmer(language: Language): (word: string) => string {
  const stemFolded = foldedStemmer(language)
  return (word) =>
    isFolded(word) ? stemFolded(word) : word.length > LONGEST_WORD ? fold(word) : stemFolded(fold(word))
}

/** The same for words that `fold` would give back. */
export function foldedStemmer(language: Language): (folded: string) => string {
  const base = baseLanguage(language)
  return (folded) => (folded.length > LONGEST_WORD ? folded : makeStem(folded, base))
}

/** A word of small Latin letters without accents: most are such, and `fold` gives it back. */
function isFolded(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (code < 0x61 || code > 0x7a) return false
  }
  return true
}

function makeStem(folded: string, base: string): string {
  if (base === 'ar') return stemArabic(folded)
  const rule = SNOWBALL.get(base)
  if (rule === undefined) return folded
  let result = rule.once(folded)
  for (let pass = 1; rule.twice && pass < PASSES; pass += 1) {
    const shorter = rule.once(result)
    if (shorter.length < 3 || shorter === result) break
    result = shorter
  }
  if (base === 'ru') return result.replace(FLEETING, '$<end>')
  return isFolded(result) ? result : result.normalize('NFD').replace(MARKS, '')
}
