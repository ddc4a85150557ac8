import { defineRouting } from 'next-intl/routing'
import { UN_LANGUAGES } from '../core/model'

/** The locales of the interface, the six official languages, each under its own prefix; English where the browser asks for none of them. */
export const routing = defineRouting({
  locales: UN_LANGUAGES,
  defaultLocale: 'en',
  localePrefix: 'always',
  alternateLinks: false,
})
