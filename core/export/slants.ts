import type { Language } from '../model'
import { baseLanguage } from '../text/languages'
import type { Direction } from './sheet-styles'

/** Whether a text is printed in italics where it is stressed: Arabic and Chinese have none. */
export function slants({
  language,
  direction,
}: {
  readonly language: Language
  readonly direction: Direction
}): boolean {
  return direction === 'ltr' && baseLanguage(language) !== 'zh'
}
