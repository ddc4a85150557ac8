import type { Decision, UnLanguage } from '../core/model'
import { formatDate } from './format-date'
import type { Translator } from './translator'

/** A decision in one line of the reader's language: what was decided, how far it reaches where that is beyond the finding, why, by whom and when, as far as these are known. */
export function describeDecision(
  { verdict, scope, reason, by, at }: Omit<Decision, 'key'>,
  locale: UnLanguage,
  t: Translator,
): string {
  return [
    t(`settle.verdict.${verdict}`),
    ...(scope === 'finding' ? [] : [t(`settle.scopes.${scope}`)]),
    ...[reason, by].flatMap((text) => (text === null || text === '' ? [] : [`\u2068${text}\u2069`])),
    ...(at === null ? [] : [formatDate(at.slice(0, 10), locale)]),
  ].join(' · ')
}
