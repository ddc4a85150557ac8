import { dateValue, isPossible, shareYears, type DateCandidate } from './date-candidate'
import { findAlphabeticDates } from './find-alphabetic-dates'
import { findChineseDates } from './find-chinese-dates'
import type { FoldedMention } from './folded-text'

/** `2019-09-12`, and with the day first, as the United Nations writes it in every language, `12.09.2019` and `12/09/2019`. */
const NUMERIC =
  /(?<![\d\p{Script=Latin}]|\d[-./])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|(?<!\/)(\d{1,2})\/(\d{1,2})\/(\d{4}))(?!\d|[-./]\d)/gu

function findNumericDates(text: string): DateCandidate[] {
  return [...text.matchAll(NUMERIC)]
    .map(([whole, y, m, d, day, month, year, day2, month2, year2], i, all) => ({
      from: all[i]!.index,
      to: all[i]!.index + whole.length,
      year: Number(y ?? year ?? year2),
      month: Number(m ?? month ?? month2),
      day: Number(d ?? day ?? day2),
      order: 'year-last' as const,
    }))
    .filter(isPossible)
}

/** What a search for dates gives: the dates, and the stretches that belong to a date and must not be read as numbers. */
export interface FoundDates {
  readonly dates: readonly FoldedMention[]
  readonly taken: readonly { readonly from: number; readonly to: number }[]
}

/**
 * Dates of a folded text, in whichever of the six languages and in figures, in order of offset, never overlapping: `2019-09-12`, `2019-09`,
 * `--09-12`. A month alone (`9月`) is no date, but its figure is taken all the same, since other languages write it as a word.
 */
export function findDates(text: string): FoundDates {
  const all = [findNumericDates, findAlphabeticDates, findChineseDates].flatMap((find) => find(text))
  const ordered = all
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(
      (
        (end) =>
        ({ from, to }: DateCandidate) =>
          from >= end ? ((end = to), true) : false
      )(0),
    )
  const shared = shareYears(text, ordered)
  return {
    dates: shared.flatMap((date): FoldedMention[] => {
      const value = dateValue(date)
      return value === null ? [] : [{ kind: 'date', value, written: 'figures', from: date.from, to: date.to }]
    }),
    // A month's name alone can be another word (`sept`, `may`); a Chinese month is a figure.
    taken: shared
      .filter((date) => date.order === 'year-first' || dateValue(date) !== null)
      .map(({ from, to }) => ({ from, to })),
  }
}
