import type { Language, Paragraph } from '../../core/model'
import { findMentions } from '../../core/text/find-mentions'

/**
 * Where the line of meeting and date is broken in two as in print, as an offset into its text: before the date, or after a date that comes first.
 * Null for every other kind of paragraph, and where the line has only one of the two.
 */
export function closingBreak(
  { kind, text }: Pick<Paragraph, 'kind' | 'text'>,
  language: Language,
): number | null {
  if (kind !== 'closing') return null
  const date = findMentions(text, language).find((mention) => mention.kind === 'date')
  if (date === undefined) return null
  if (text.slice(0, date.from).trim() !== '') return date.from
  return text.slice(date.to).trim() === '' ? null : date.to
}
