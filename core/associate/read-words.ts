import type { Language } from '../model'
import { tokenize, type Token } from '../text/tokenize'

/** The words of a text in order, by stem, figures with them; every Chinese character is a word. */
export function readWords(text: string, language: Language): readonly Token[] {
  return tokenize(text, language)
}
