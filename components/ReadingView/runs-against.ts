import type { Language } from '../../core/model'
import { direction } from '../../core/text/languages'

/** True for a paragraph of a right-to-left version whose letters are all Latin, such as `Distr.: General`: it is read from left to right. */
export function runsAgainst(text: string, language: Language): boolean {
  return (
    direction(language) === 'rtl' && /\p{Script=Latin}/u.test(text) && !/[^\P{L}\p{Script=Latin}]/u.test(text)
  )
}
