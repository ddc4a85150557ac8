import { UN_LANGUAGES, type UnLanguage } from '../core/model'
import { baseLanguage } from '../core/text/languages'
import { routing } from './routing'

/** True for the first part of an address that is one of our locales, in exactly our spelling. */
export function isLocale(part: string): part is UnLanguage {
  return UN_LANGUAGES.some((locale) => locale === part)
}

/** The locale that an Accept-Language header asks for most, whatever the region; the default locale where it asks for none of ours. */
export function chooseLocale(acceptLanguage: string): UnLanguage {
  const asked = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((value) => /^\s*q=([\d.]+)$/u.exec(value)?.[1]).find(Boolean)
      return { language: baseLanguage(tag.trim()), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of asked) if (isLocale(language)) return language
  return routing.defaultLocale
}
