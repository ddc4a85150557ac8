import { createTranslator } from 'next-intl'
import type { UnLanguage } from '../core/model'
import { loadMessages, type Messages } from './load-messages'

/** Looks up a message by its full key and fills in its values; the same shape inside React (`useTranslations()`) and outside. */
export type Translator = ReturnType<typeof createTranslator<Messages>>

/** A translator outside React, for exports and the command line. Dates are in UTC. */
export function makeTranslator(locale: UnLanguage): Translator {
  return createTranslator({ locale, messages: loadMessages(locale), timeZone: 'UTC' })
}
