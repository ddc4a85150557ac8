import type { Language } from '../model'
import { baseLanguage, direction } from './languages'

/** Whether texts of a language are printed in italics where they are stressed: Arabic and Chinese have none, and are set in bold. */
export function slants(language: Language): boolean {
  return direction(language) === 'ltr' && baseLanguage(language) !== 'zh'
}
