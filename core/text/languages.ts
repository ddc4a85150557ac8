import { UN_LANGUAGES, type Language, type UnLanguage } from '../model'

/** The language of a version's key: `fr` for `fr-2`, `pt` for `pt-BR`; the primary subtag, lower case. */
export function baseLanguage(key: Language): string {
  return (key.split('-')[0] ?? key).toLowerCase()
}

/** The official language that a key stands for, or null where it is none of the six. */
export function unLanguage(key: Language): UnLanguage | null {
  const base = baseLanguage(key)
  return UN_LANGUAGES.find((language) => language === base) ?? null
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The direction in which a language is written; left to right for languages that are not known to run the other way. */
export function direction(key: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(baseLanguage(key)) ? 'rtl' : 'ltr'
}
