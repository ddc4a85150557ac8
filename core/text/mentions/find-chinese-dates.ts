import { readHanNumber } from '../ordinals'
import { isPossible, type DateCandidate } from './date-candidate'
import { matchAt } from './match-at'

const GAP = '[ \\u00A0]?'
const HAN = '[〇零一二三四五六七八九十百千]'
const DATE = new RegExp(
  `(?:(?<![\\d〇零一二三四五六七八九])(\\d{4}|${HAN}{4,9})${GAP}年${GAP})?(?<![\\d〇零一二三四五六七八九十百])(\\d{1,2}|${HAN}{1,3})${GAP}月(?:份|${GAP}(?=[\\d一二三十]))?`,
  'gu',
)
const DAY = new RegExp(`(\\d{1,2}|${HAN}{1,3})(?:${GAP}[日号])?`, 'uy')
const MORE = new RegExp(
  `${GAP}[至到和及、~–—-]${GAP}(?=(?:\\d{1,2}|${HAN}{1,3})(?:${GAP}[日号]|${GAP}[至到和及、~–—-]))`,
  'uy',
)

function figure(text: string): number {
  return /^\d/u.test(text) ? Number(text) : (readHanNumber(text) ?? 0)
}

/**
 * Chinese dates, in figures and in Chinese numerals: year, month and day, or the parts of it that are there, and every day of a range or list.
 * A month alone is a candidate too, since an earlier one can give it its year.
 */
export function findChineseDates(text: string): DateCandidate[] {
  if (!text.includes('月')) return []
  const found: DateCandidate[] = []
  for (const match of text.matchAll(DATE)) {
    const [whole, printedYear, printedMonth = ''] = match
    const year = printedYear === undefined ? null : figure(printedYear)
    const date = {
      year,
      month: figure(printedMonth),
      day: null,
      from: match.index,
      to: match.index + whole.length,
      order: 'year-first' as const,
    }
    if (!isPossible(date) || (year !== null && (year < 1000 || year > 2999))) continue
    const days: DateCandidate[] = []
    let at: number | null = date.to
    while (at !== null) {
      const day = matchAt(DAY, text, at)
      if (day === null) break
      const end: number = at + day[0].length
      days.push({ ...date, day: figure(day[1] ?? ''), from: days.length === 0 ? date.from : at, to: end })
      const more = matchAt(MORE, text, end)
      at = more === null ? null : end + more[0].length
    }
    const marked = days.length > 0 && /[日号]$/u.test(text.slice(0, days.at(-1)!.to).slice(-1))
    if (marked && days.every(isPossible)) found.push(...days)
    else found.push({ ...date, to: date.from + whole.trimEnd().length })
  }
  return found
}
