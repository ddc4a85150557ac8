import type { Language } from '../model'
import { baseLanguage } from './languages'

/**
 * A printed label with what separates it from its text: a space (`7. `, `Article 12 `), in Chinese nothing after a label that ends in punctuation
 * (`1.`, `（a）`). Empty where there is no label.
 */
export function joinLabel(label: string | null, language: Language): string {
  if (label === null || label === '') return ''
  return baseLanguage(language) === 'zh' && /\p{P}$/u.test(label) ? label : `${label} `
}
