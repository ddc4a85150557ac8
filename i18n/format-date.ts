import type { UnLanguage } from '../core/model'

/**
 * An ISO 8601 date (`2022-07-28`, or `2022-07`) as the reader's language writes it in full. Text that is no such date is given back unchanged.
 * English follows the United Nations, day before month.
 */
export function formatDate(iso: string, locale: UnLanguage): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(iso)
  if (parts === null) return iso
  const [, year, month, day] = parts
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')))
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date)
}
