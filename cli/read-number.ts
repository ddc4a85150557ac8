import { UsageError } from './usage-error'

/** A whole number as an option gives it, or what is given instead where the option is not. Throws UsageError where it is none, or not between the two. */
export function readNumber(
  option: string,
  given: string | undefined,
  [least, most]: readonly [number, number],
  instead: number,
): number {
  if (given === undefined) return instead
  const number = /^\d{1,9}$/u.test(given) ? Number(given) : NaN
  if (number >= least && number <= most) return number
  throw new UsageError('usage', `${option}: '${given}' is not a whole number from ${least} to ${most}`)
}
