import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** Why a store cannot be used: the keys of the sentences that say it, which are the codes of the store's errors. */
export type StoreErrorKey = keyof Messages['store']['error']

/** One plain line in the reader's language: what is wrong with the store and what to do, and in brackets the file, host or version it is about, where there is one. */
export function describeStoreError(
  { code, detail }: { readonly code: StoreErrorKey; readonly detail: string },
  t: Translator,
): string {
  const reason = t(`store.error.${code}`)
  return detail === '' ? reason : t('errors.detail', { reason, detail: `\u2068${detail}\u2069` })
}
