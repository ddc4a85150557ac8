import { baseLanguage } from '../text/languages'
import type { Language } from '../model'
import { isArabicForm } from './same-arabic'

/**
 * What may stand behind the letters that two forms of one noun or adjective share, once accents are off: national/nationaux,
 * institutionnel/institutionnelles, législatif/législative; nación/naciones, humano/humanas; country/countries.
 */
const NOUN: ReadonlyMap<string, RegExp> = new Map([
  ['fr', /^(?:|e|s|es|x|l|le|ls|les|ux|ne|nes|f|fs|ve|ves|se|ses|r|re|rs|res|que|ques|c|te|tes)$/u],
  ['es', /^(?:|s|o|a|os|as|e|es|z|ces)$/u],
  ['en', /^(?:|s|es|y|ies|'s|y's)$/u],
  // организация/организациями, главный/главного, беженец/беженцами; but not безопасность/безопасный
  ['ru', /^(?!о?ст)\p{L}{0,4}$/u],
])

const ENGLISH_BASE = /^e?$/u
const ENGLISH_VERB = /^(?:e?s|e?d|ing)$/u

const MARKS = /\p{M}+/gu
const UNACCENTED = /^[a-z0-9']*$/u
const bare = (word: string) => (UNACCENTED.test(word) ? word : word.normalize('NFD').replace(MARKS, ''))

/** Whether a word of a term base and one of a text, both folded and of equal stem, are forms of one word. */
export type InflectionTest = (cited: string, written: string) => boolean

/**
 * Whether two folded words of equal stem, a term base's and a text's, are forms of one word. Stemmers go further than inflection (`developing` and `developed`, `organ` and
 * `organization` are one stem each), terms must not. True for equal words; in Chinese and languages outside the six, whose stems are
 * no looser than their inflection, true for all.
 */
export function sameInflection(a: string, b: string, language: Language): boolean {
  return makeInflectionTest(language)(a, b)
}

/** `sameInflection` for one language, to be asked many times. */
export function makeInflectionTest(language: Language): InflectionTest {
  const base = baseLanguage(language)
  const noun = NOUN.get(base)
  if (base === 'ar') return isArabicForm
  if (noun === undefined) return () => true
  return (a, b) => {
    if (a === b) return true
    const one = base === 'ru' ? a : bare(a)
    const two = base === 'ru' ? b : bare(b)
    let common = 0
    while (common < one.length && one[common] === two[common]) common += 1
    const first = one.slice(common)
    const second = two.slice(common)
    if (noun.test(first) && noun.test(second)) return true
    return base === 'en' && (isVerb(first, second) || isVerb(second, first))
  }
}

function isVerb(base: string, form: string): boolean {
  return ENGLISH_BASE.test(base) && ENGLISH_VERB.test(form)
}
