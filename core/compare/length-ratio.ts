import type { Cell, RowPair } from './row-pair'
import { bothPresent } from './row-pair'

/** How long one version is against the other, learned over a whole pair of texts: the usual log ratio, and its variance for a row of a length. */
export interface LengthRatio {
  readonly usual: number
  /** Standard deviation of the log ratio of a row whose pivot cell has `letters` letters. */
  readonly spread: (letters: number) => number
  /** Rows that it was learned from. */
  readonly rows: number
}

/** Makes a median absolute deviation comparable with a standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826

/** Translators differ by some hundredths however long a row is. */
const LEAST_SPREAD = 0.03

/** Variance a letter of the pivot before anything is known: the one that Gale and Church (1993) found for English, French and German. */
const USUAL_VARIANCE = 6.8

/** Rows' worth of belief in that. */
const PRIOR_ROWS = 4

/** Shorter rows are headings and labels, whose ratio tells nothing. */
const LEAST_LETTERS = 20

const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** Letters and figures of a cell, which is what its length is measured in. */
export function lettersOf(cell: Cell): number {
  return cell.paragraphs.reduce((sum, { paragraph }) => sum + countLetters(paragraph.text), 0)
}

/** Letters and figures of a text. */
export function countLetters(text: string): number {
  return text.replace(NO_LETTER, '').length
}

/** The natural logarithm of a row's length in the other version against the pivot's; null where a side has no letter. */
export function logRatio(pair: RowPair): number | null {
  const [left, right] = [lettersOf(pair.pivot), lettersOf(pair.other)]
  return left === 0 || right === 0 ? null : Math.log(right / left)
}

/** Learns the ratio by median and median absolute deviation, which a few damaged rows do not move. */
export function learnLengthRatio(pairs: readonly RowPair[]): LengthRatio {
  const rows = pairs.filter(bothPresent).flatMap((pair) => {
    const [letters, ratio] = [lettersOf(pair.pivot), logRatio(pair)]
    return ratio === null || letters < LEAST_LETTERS ? [] : [{ letters, ratio }]
  })
  const usual = median(rows.map(({ ratio }) => ratio))
  const root =
    MAD_TO_DEVIATION * median(rows.map(({ letters, ratio }) => Math.abs(ratio - usual) * Math.sqrt(letters)))
  const variance = (root * root * rows.length + USUAL_VARIANCE * PRIOR_ROWS) / (rows.length + PRIOR_ROWS)
  return {
    usual,
    spread: (letters) => Math.sqrt(variance / Math.max(1, letters) + LEAST_SPREAD * LEAST_SPREAD),
    rows: rows.length,
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
