import { baseLanguage } from '../text/languages'
import type { Language } from '../model'

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
const bare = (word: string) => word.normalize('NFD').replace(MARKS, '')

/**
 * Whether two folded words of equal stem are forms of one word. Stemmers go further than inflection (`developing` and `developed`, `organ` and
 * `organization` are one stem each), terms must not. True for equal words; in Arabic, Chinese and languages outside the six, whose stems are
 * no looser than their inflection, true for all.
 */
export function sameInflection(a: string, b: string, language: Language): boolean {
  if (a === b) return true
  const base = baseLanguage(language)
  const noun = NOUN.get(base)
  if (noun === undefined) return true
  const one = base === 'ru' ? a : bare(a)
  const two = base === 'ru' ? b : bare(b)
  let common = 0
  while (common < one.length && one[common] === two[common]) common += 1
  const first = one.slice(common)
  const second = two.slice(common)
  if (noun.test(first) && noun.test(second)) return true
  if (base !== 'en') return false
  return (
    (ENGLISH_BASE.test(first) && ENGLISH_VERB.test(second)) ||
    (ENGLISH_BASE.test(second) && ENGLISH_VERB.test(first))
  )
}
