import type { Language } from '../model'
import { unLanguage } from '../text/languages'

/** The regional forms that word processors know the six languages by; English after the spelling that the United Nations uses. */
const TAGS = { ar: 'ar-SA', zh: 'zh-CN', en: 'en-GB', fr: 'fr-FR', ru: 'ru-RU', es: 'es-ES' } as const

/** The BCP 47 tag of a version's key without the suffix that counts versions: `fr-FR` for `fr-2`, `pt-BR` as it is. */
export function languageTag(key: Language): string {
  const own = unLanguage(key)
  return own === null ? key.replace(/-\d{1,2}$/, '') : TAGS[own]
}
