import type { UnLanguage } from '../core/model'
import { formatDate } from './format-date'
import type { Translator } from './translator'

/** An instant (ISO 8601 in UTC) to the minute as the reader's language writes it, with the word UTC: the same for every reader, wherever the page was made. */
export function formatTime(iso: string, locale: UnLanguage, t: Translator): string {
  return t('jobs.time', { date: formatDate(iso.slice(0, 10), locale), time: iso.slice(11, 16) })
}
