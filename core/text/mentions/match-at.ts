/** Matches a sticky pattern (flag `y`) at one place of a text, or gives null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** How many units before a place are looked at for what leads up to it: long enough for any wording, short enough to stay linear. */
const LOOK_BACK = 32

/** Matches a pattern that ends in `$` against what stands before a place; the match's index counts from the start of the text. */
export function matchBefore(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly from: number; readonly match: RegExpExecArray } | null {
  const start = Math.max(0, at - LOOK_BACK)
  const match = pattern.exec(text.slice(start, at))
  return match === null ? null : { from: start + match.index, match }
}
