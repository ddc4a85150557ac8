import * as snowball from 'snowball-stemmers'
import { baseLanguage } from './languages'
import { fold } from './fold'
import { stemArabic } from './stem-arabic'
import type { Language } from '../model'

interface Stemmer {
  stem(word: string): string
}

/** The Snowball algorithm of each language, and whether a second pass is needed to give all forms of a noun one stem. */
const SNOWBALL: ReadonlyMap<string, { readonly algorithm: string; readonly twice: boolean }> = new Map(
  Object.entries({
    fr: { algorithm: 'french', twice: false },
    en: { algorithm: 'english', twice: false },
    // mujer → muj, mujeres → mujer → muj
    es: { algorithm: 'spanish', twice: true },
    // Ассамблея → ассамбле → ассамбл, Ассамблеи → ассамбл; Устав → уста → уст, Устава → устав → уста → уст
    ru: { algorithm: 'russian', twice: true },
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

// Module-level caches, pure in effect: a stem depends on word and language alone, a stemmer carries nothing from one word to the next, and
// what is in the caches changes the time of an answer, never the answer.
const stemmers = new Map<string, Stemmer>()
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

function makeStem(folded: string, base: string): string {
  if (base === 'ar') return stemArabic(folded)
  const rule = SNOWBALL.get(base)
  if (rule === undefined) return folded
  const snowballStemmer = stemmers.get(base) ?? withPlainFields(newStemmer(rule.algorithm))
  stemmers.set(base, snowballStemmer)
  let result = snowballStemmer.stem(folded)
  for (let pass = 1; rule.twice && pass < PASSES; pass += 1) {
    const shorter = snowballStemmer.stem(result)
    if (shorter.length < 3) break
    result = shorter
  }
  return base === 'ru' ? result.replace(FLEETING, '$<end>') : result.normalize('NFD').replace(MARKS, '')
}

/** The package is CommonJS and says of itself that it is not: some loaders give its functions by name, others on the default export. */
function newStemmer(algorithm: string): Stemmer {
  const make = snowball.newStemmer ?? snowball.default?.newStemmer
  if (make === undefined) throw new Error('snowball-stemmers has no newStemmer')
  return make(algorithm)
}

/**
 * The package keeps what a stemmer is doing behind a getter and a setter a field, on its prototypes, and spends half its time in them: as fields of the stemmer's own
 * they are the same to its methods.
 */
function withPlainFields(own: Stemmer): Stemmer {
  const fields: PropertyDescriptorMap = {}
  for (
    let kind: object = Object.getPrototypeOf(own);
    kind !== Object.prototype;
    kind = Object.getPrototypeOf(kind)
  ) {
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(kind))) {
      if (get !== undefined && set !== undefined)
        fields[name] ??= { value: get.call(own), writable: true, enumerable: true, configurable: true }
    }
  }
  return Object.defineProperties(own, fields)
}
