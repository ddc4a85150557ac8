import type { UnLanguage } from '../core/model'
import { describeStoreError } from '../i18n/describe-store-error'
import { makeTranslator } from '../i18n/translator'
import type { StoreError } from '../store/database/store-error'
import { plainPage } from './plain-page'
import { refusalHeaders } from './refuse-store'

/** The answer 503 in place of a page whose store cannot be used, which the proxy gives. */
export function refusePage(error: StoreError, locale: UnLanguage): Response {
  const t = makeTranslator(locale)
  return plainPage(
    t('store.title'),
    describeStoreError(error, t),
    { t, locale },
    { status: 503, headers: refusalHeaders(error) },
  )
}
