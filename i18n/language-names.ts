import { UN_LANGUAGES, type Language } from '../core/model'
import { unLanguage } from '../core/text/languages'
import type { Translator } from './translator'

/** The reader's name of a version's language, with its number where it is a second text in one language: `French`, `French (2)`, `pt`. */
export function languageName(language: Language, t: Translator): string {
  const known = unLanguage(language)
  return numbered(known === null ? bareCode(language) : t(`languages.name.${known}`), language)
}

/** "in the French version", in the reader's language. */
export function inVersion(language: Language, t: Translator): string {
  const known = unLanguage(language)
  return numbered(t('languages.in', { language: known ?? 'other', name: bareCode(language) }), language)
}

/** What each official language calls itself, for choosing a language without knowing the one on screen. */
export const OWN_NAMES: Readonly<Record<(typeof UN_LANGUAGES)[number], string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

function numbered(phrase: string, language: Language): string {
  const nth = versionNumber(language)
  return nth === null ? phrase : `${phrase} (${nth})`
}

function bareCode(language: Language): string {
  return versionNumber(language) === null ? language : language.replace(/-\d$/u, '')
}

/** The figure of `fr-2`; a region such as `es-419` is no such figure. */
function versionNumber(language: Language): string | null {
  return /-(\d)$/u.exec(language)?.[1] ?? null
}
