import { languageName } from './language-names'
import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** Why a document was not got, as `jobs` tells it. */
export type FetchErrorKey = keyof Messages['fetch']['error']

/** Why a document was not got and what to do, in one plain line in the reader's language. */
export function describeFetchError(
  { code, detail }: { readonly code: FetchErrorKey; readonly detail: string },
  t: Translator,
): string {
  if (code === 'wrong-language') return t('fetch.error.wrong-language', { detail: languageName(detail, t) })
  if (code === 'wrong-symbol' && detail === '') return t('fetch.error.no-symbol')
  return t(`fetch.error.${code}`, { detail: `\u2068${detail}\u2069` })
}
