import type { UnLanguage } from '../core/model'

/** The months as the United Nations writes them in Arabic, with both names where there are two. */
const ARABIC_MONTHS = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
] as const

/**
 * An ISO 8601 date (`2022-07-28`, or `2022-07`) as the reader's language writes it in full. Text that is no such date, or has a month beyond 12, is
 * given back unchanged. As the United Nations writes it: English has the day before the month, Arabic both names of the month, Russian `года`.
 */
export function formatDate(iso: string, locale: UnLanguage): string {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?$/u.exec(iso)
  if (parts === null) return iso
  const [, year = '', month, day] = parts
  if (locale === 'ar') {
    const name = ARABIC_MONTHS[Number(month) - 1] ?? ''
    return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ')
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')))
  const text = formatter(locale, day !== undefined).format(date)
  return locale === 'ru' ? text.replace(/\s*г\.$/u, '\u00a0года') : text
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

/** Making one takes a hundred times as long as using it. */
function formatter(locale: UnLanguage, withDay: boolean): Intl.DateTimeFormat {
  const name = `${locale} ${withDay}`
  const known =
    FORMATTERS.get(name) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      year: 'numeric',
      month: 'long',
      ...(withDay && { day: 'numeric' }),
      timeZone: 'UTC',
    })
  FORMATTERS.set(name, known)
  return known
}
