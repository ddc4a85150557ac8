import { createTranslator } from 'next-intl'
import type { UnLanguage } from '../core/model'
import { loadMessages, type Messages } from './load-messages'

/** Looks up a message by its full key and fills in its values; the same shape inside React (`useTranslations()`) and outside. */
export type Translator = ReturnType<typeof createTranslator<Messages>>

/** What a translator has read of its messages stays with it, so that each is parsed once. */
const made = new Map<UnLanguage, Translator>()

/** The translator of a locale, for pages on the server, exports and the command line. Dates are in UTC. */
export function makeTranslator(locale: UnLanguage): Translator {
  const t = made.get(locale) ?? createTranslator({ locale, messages: loadMessages(locale), timeZone: 'UTC' })
  made.set(locale, t)
  return t
}
