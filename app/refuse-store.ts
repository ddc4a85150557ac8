import type { UnLanguage } from '../core/model'
import { describeStoreError } from '../i18n/describe-store-error'
import { makeTranslator } from '../i18n/translator'
import { isPassing, type StoreError } from '../store/database/store-error'

/** Seconds after which a store that is held, full or away may be tried again, and one that a person has to mend. */
const RETRY = { passing: 5, lasting: 60 } as const

/** The headers of every answer 503: when to try again, and that it is not to be kept. */
export function refusalHeaders(error: StoreError): Readonly<Record<string, string>> {
  return {
    'retry-after': String(isPassing(error) ? RETRY.passing : RETRY.lasting),
    'cache-control': 'no-store',
  }
}

/** The answer 503 of a route handler whose store cannot be used: the reason in the reader's language, as text or as `{message}`. */
export function refuseStore(error: StoreError, locale: UnLanguage, as: 'text' | 'json' = 'text'): Response {
  const message = describeStoreError(error, makeTranslator(locale))
  const headers = refusalHeaders(error)
  return as === 'json'
    ? Response.json({ message }, { status: 503, headers })
    : new Response(`${message}\n`, {
        status: 503,
        headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
      })
}
