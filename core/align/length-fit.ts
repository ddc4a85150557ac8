import { LEAST_LENGTH_SCORE, type PairModel } from './pair-model'

/** Mean lengths, in characters, under which values are computed one by one; above, they change little from one to the next. */
const SHORT = 32
const LONG = 4096

/**
 * `lengthScore` for those who ask for millions: takes both lengths on the scale between them (see lengthScore) and the log of their ratio. What depends on their mean alone is
 * computed once for each whole number and read between two of them, which makes less than a hundredth of a nat.
 */
export function lengthFit({
  spread,
  spreadShort,
  background,
}: PairModel): (a: number, b: number, logRatio: number) => number {
  const variance = spread * spread
  const variancePerLength = spreadShort * spreadShort
  const strange = background * background
  const slopes = new Float64Array(LONG + 1).fill(NaN)
  const levels = new Float64Array(LONG + 1)
  const near = (mean: number) => variance + variancePerLength / (mean + 5)
  const slope = (spreadNear: number) => 0.5 * (1 / (strange + spreadNear) - 1 / spreadNear)
  const level = (spreadNear: number) => 0.5 * Math.log((strange + spreadNear) / spreadNear)
  const fill = (at: number): void => {
    slopes[at] = slope(near(at))
    levels[at] = level(near(at))
  }
  return (a, b, logRatio) => {
    const mean = (a + b) / 2
    const square = logRatio * logRatio
    if (mean < SHORT || mean >= LONG) {
      const own = near(mean)
      return Math.max(LEAST_LENGTH_SCORE, square * slope(own) + level(own))
    }
    const at = Math.floor(mean)
    const share = mean - at
    if (Number.isNaN(slopes[at])) fill(at)
    if (Number.isNaN(slopes[at + 1])) fill(at + 1)
    const score =
      square * (slopes[at]! + share * (slopes[at + 1]! - slopes[at]!)) +
      levels[at]! +
      share * (levels[at + 1]! - levels[at]!)
    return Math.max(LEAST_LENGTH_SCORE, score)
  }
}
