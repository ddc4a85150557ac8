/**
 * A date as read, perhaps in part: `15` of `15–17 May 2020` has neither month nor year of its own. `order` says from which side a part that is
 * missing is taken: alphabetic languages put the year last, Chinese first.
 */
export interface DateCandidate {
  readonly from: number
  readonly to: number
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  readonly order: 'year-last' | 'year-first'
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a calendar has such a date, leap days in every year. */
export function isPossible({ month, day }: { readonly month: number; readonly day: number | null }): boolean {
  const days = LONGEST_MONTH[month - 1]
  return days !== undefined && (day === null || (day >= 1 && day <= days))
}

/** `2019-09-12`, `2019-09`, `--09-12`; null for a month alone, which says too little to be compared. */
export function dateValue({ year, month, day }: DateCandidate): string | null {
  if (year === null && day === null) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const start = year === null ? '-' : String(year).padStart(4, '0')
  return day === null ? `${start}-${two(month)}` : `${start}-${two(month)}-${two(day)}`
}

/** What may stand between two dates that share their year: a dash, a comma, "and", "to", with an article or preposition behind it. */
const JOINED =
  /^[ \u00A0]?(?:[-–—至到和及、,，،~]|(?:a|au|al|to|and|et|y|e|и|по|до|и до|الي|حتي|و|until|through|hasta|jusqu'au|on)(?![a-zа-я])|, ?(?:and|et|y|и|و))[ \u00A0]?(?:(?:le|el|the|du|au|del|de)[ \u00A0]|ال)?$/iu
const LONGEST_JOINT = 16

function joined(text: string, left: DateCandidate, right: DateCandidate): boolean {
  const gap = right.from - left.to
  return gap >= 0 && gap <= LONGEST_JOINT && JOINED.test(text.slice(left.to, right.from))
}

/** Gives dates without a year the year of the date that they are joined to: `12 July and 3 October 2019`, `2019年3月至6月`. In order of offset. */
export function shareYears(text: string, candidates: readonly DateCandidate[]): DateCandidate[] {
  const dates = [...candidates]
  for (let i = dates.length - 2; i >= 0; i -= 1) {
    const [left, right] = [dates[i]!, dates[i + 1]!]
    if (left.order === 'year-last' && left.year === null && right.year !== null && joined(text, left, right))
      dates[i] = { ...left, year: right.year }
  }
  for (let i = 1; i < dates.length; i += 1) {
    const [left, right] = [dates[i - 1]!, dates[i]!]
    if (
      right.order === 'year-first' &&
      right.year === null &&
      left.year !== null &&
      joined(text, left, right)
    )
      dates[i] = { ...right, year: left.year }
  }
  return dates
}
