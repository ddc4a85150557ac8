import type { InputErrorCode } from '../core/model'
import type { Translator } from './translator'

/** Why a file cannot be read and what to do, in one plain line in the reader's language, with what it is about in brackets. */
export function describeInputError(
  { code, detail }: { readonly code: InputErrorCode; readonly detail: string },
  t: Translator,
): string {
  const reason = t(`errors.${code}`)
  return detail === '' ? reason : t('errors.detail', { reason, detail: `\u2068${detail}\u2069` })
}
