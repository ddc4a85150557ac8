import { getRequestConfig } from 'next-intl/server'
import { unLanguage } from '../core/text/languages'
import { loadMessages } from './load-messages'
import { routing } from './routing'

/** What next-intl needs for one request: the locale of its address, that locale's messages, and UTC, so that a date of adoption stays its own. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = unLanguage((await requestLocale) ?? '') ?? routing.defaultLocale
  return { locale, messages: loadMessages(locale), timeZone: 'UTC' }
})
