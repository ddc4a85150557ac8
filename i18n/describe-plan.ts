import type { Verdict } from '../core/model'
import { languageName } from './language-names'
import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** Why a line of a workbook cannot be followed; the codes are those of RefusalReason. */
export type RefusalCode = keyof Messages['review']['refusal']

/** Why a workbook cannot be read back at all. */
export type UnreadableCode = keyof Messages['review']['unreadable']

const VERDICTS: readonly Verdict[] = ['error', 'accepted', 'ignored']

/** Why a line of a workbook is refused, in the reader's words, with what it says or what holds now where that helps; `detail` as in Refusal. */
export function describeRefusal(
  { reason, detail }: { readonly reason: RefusalCode; readonly detail: string },
  t: Translator,
): string {
  const why = t(`review.refusal.${reason}`)
  const more = describeDetail(reason, detail, t)
  return more === '' ? why : t('errors.detail', { reason: why, detail: `\u2068${more}\u2069` })
}

/** What a decision says: its verdict and why; `open` where there is none. */
export function describeVerdict(
  decision: { readonly verdict: Verdict; readonly reason: string | null } | null,
  t: Translator,
): string {
  if (decision === null) return t('review.isOpen')
  const verdict = t(`settle.verdict.${decision.verdict}`)
  return decision.reason === null ? verdict : `${verdict} · \u2068${decision.reason}\u2069`
}

/** What became of a text that was edited in a workbook, or, without a row, of its column. */
export function describeEdited(
  { row, language }: { readonly row: string; readonly language: string },
  t: Translator,
  name: string = languageName(language, t),
): string {
  return row === '' ? t('review.textGone', { language: name }) : t('review.text', { language: name })
}

/** Keys of findings and ids of rows say nothing to a person. */
function describeDetail(reason: RefusalCode, detail: string, t: Translator): string {
  if (reason === 'unknown-verdict') return detail
  if (reason === 'wider-scope')
    return detail === 'text' || detail === 'everywhere' ? t(`settle.scopes.${detail}`) : ''
  if (reason !== 'decided-since') return ''
  const [first = '', ...by] = detail.split(' ')
  const verdict = VERDICTS.find((own) => own === first)
  if (verdict === undefined) return t('review.isOpen')
  return [t(`settle.verdict.${verdict}`), by.join(' ')].filter((part) => part !== '').join(' · ')
}
