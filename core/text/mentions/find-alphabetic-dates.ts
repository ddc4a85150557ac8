import { isPossible, type DateCandidate } from './date-candidate'
import { matchAt, matchBefore } from './match-at'
import { MONTH_NAMES } from './month-names'

const GAP = '[ \\u00A0]'
const NAMES = MONTH_NAMES.map((names) => names.replace(/ /gu, GAP))
const ANY_NAME = NAMES.join('|')
/** A month's name, of which Arabic writes two with a stroke between them; one group a month. */
const MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[وبلكف]?(?:ال)?(?=\\p{Script=Arabic}))?(?:${NAMES.map((names) => `(${names})`).join('|')})` +
    `(?:${GAP}?/${GAP}?(?:${ANY_NAME}))?(?![\\p{L}\\d])\\.?`,
  'giu',
)

const NOT_GLUED = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d]|\\d[.,/])'
const ORDINAL = `(?:er|re|st|nd|rd|th|\\.?[oa]|°|\\^\\{?(?:er|st|nd|rd|th|o)\\}?|-?(?:го|е|ого))?`
const FIRST = 'premier|primero|первого|(?:ال)?اول'
const DAY_BEFORE = new RegExp(
  `${NOT_GLUED}(?:(\\d{1,2})${ORDINAL}|(?<!\\p{L})(?:${FIRST}))${GAP}(?:(?:day of|de|of|du|من شهر|من|del mes de)${GAP})?$`,
  'iu',
)
const YEAR_AFTER = new RegExp(
  `${GAP}?,?${GAP}(?:(?:de|del|of|du|ano|من|عام|لعام|سنه|لسنه)${GAP}){0,3}(\\d{4})(?![\\d/]|[.,]\\d)`,
  'iuy',
)
const DAY_AFTER = new RegExp(
  `${GAP}(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,]\\d)(?:,?${GAP}(\\d{4})(?![\\d/]|[.,]\\d))?`,
  'iuy',
)
/** The day before, in `12–15 September`, `du 12 au 15 septembre`, `les 3, 4 et 5 mai`; a comma only where a word or dash follows later. */
const RANGE_DAY = new RegExp(
  `${NOT_GLUED}(\\d{1,2})${ORDINAL}(?:${GAP}?[-–—]${GAP}?|,?${GAP}(?:au|et|a|al|y|e|to|and|until|through|hasta|по|до|и|الي|حتي)${GAP}(?:(?:le|el|the)${GAP})?|${GAP}و${GAP}?)$`,
  'iu',
)
const LISTED_DAY = new RegExp(`${NOT_GLUED}(\\d{1,2})${ORDINAL}[,،]${GAP}$`, 'iu')
const MOST_DAYS = 12

function earlierDays(text: string, date: DateCandidate): DateCandidate[] {
  const days: DateCandidate[] = []
  let at = date.from
  while (days.length < MOST_DAYS) {
    const hit = matchBefore(days.length === 0 ? RANGE_DAY : LISTED_DAY, text, at)
    const digits = hit?.match[1]
    if (hit === null || digits === undefined) break
    const day = { ...date, day: Number(digits), from: hit.from, to: hit.from + digits.length }
    if (!isPossible(day)) break
    days.unshift(day)
    at = day.from
  }
  return days
}

/**
 * Dates with a month's name, in all the alphabetic languages at once, in order of offset: day, month and year in the order of any of them, and
 * every day of a range or list. A month alone is a candidate too, since a later one can give it its year.
 */
export function findAlphabeticDates(text: string): DateCandidate[] {
  const found: DateCandidate[] = []
  for (const match of text.matchAll(MONTH)) {
    const month = match.slice(1, 13).findIndex((name) => name !== undefined) + 1
    const end = match.index + match[0].length
    const before = matchBefore(DAY_BEFORE, text, match.index)
    const year = matchAt(YEAR_AFTER, text, end)
    const bare = { year: null, month, day: null, from: match.index, to: end, order: 'year-last' as const }
    const dated = year === null ? bare : { ...bare, year: Number(year[1]), to: end + year[0].length }
    if (before !== null && before.from >= (found.at(-1)?.to ?? 0)) {
      const day = { ...dated, day: Number(before.match[1] ?? 1), from: before.from }
      if (isPossible(day)) {
        found.push(...earlierDays(text, day).filter(({ from }) => from >= (found.at(-1)?.to ?? 0)), day)
        continue
      }
    }
    // American order; "may" is a verb as well, so the month has to have its capital.
    const after = /^[A-Z]/u.test(match[0]) ? matchAt(DAY_AFTER, text, end) : null
    const followed = after === null ? '' : text.slice(end + after[0].length, end + after[0].length + 2)
    if (after !== null && (after[2] !== undefined || !/^[ \u00A0]\p{L}/u.test(followed))) {
      const american = {
        ...bare,
        day: Number(after[1]),
        year: after[2] === undefined ? null : Number(after[2]),
        to: end + after[0].length,
      }
      if (isPossible(american)) {
        found.push(american)
        continue
      }
    }
    found.push(dated)
  }
  return found
}
