/**
 * Which way a paragraph is read in a column of some direction: in a right-to-left one, from left to right all the same where its letters are all Latin, as in
 * `1 August 2022` or `Distr.: General`.
 */
export function paragraphDirection(text: string, column: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  return /\p{Script=Latin}/u.test(text) && !/[^\P{L}\p{Script=Latin}]/u.test(text) ? 'ltr' : column
}
