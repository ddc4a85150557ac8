import { UN_LANGUAGES, type Language } from '../model'

/** The code that a file's language tag stands for: `fr-FR` → `fr`, `zh-Hans` → `zh`; a tag of another language is kept as it is. */
export function languageCode(tag: string): Language {
  const base = tag.trim().toLowerCase().split(/[-_]/u)[0] ?? ''
  return UN_LANGUAGES.some((language) => language === base) ? base : tag.trim()
}
