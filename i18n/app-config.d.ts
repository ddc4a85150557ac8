import type { UnLanguage } from '../core/model'
import type { Messages as AllMessages } from './load-messages'

declare module 'next-intl' {
  /** Types next-intl's locales and message keys from our own. */
  interface AppConfig {
    Locale: UnLanguage
    Messages: AllMessages
  }
}
