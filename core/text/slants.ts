import type { Language, Span } from '../model'
import { baseLanguage, direction } from './languages'

/** Whether texts of a language are printed in italics where they are stressed: Arabic and Chinese have none, and are set in bold. */
export function slants(language: Language): boolean {
  return direction(language) === 'ltr' && baseLanguage(language) !== 'zh'
}

/** What is stressed in a text of a language: what is italic and, where the language has no italics, also what is bold. In order; ranges that touch or overlap are one. */
export function stressedSpans(
  language: Language,
  italics: readonly Span[],
  bolds: readonly Span[],
): readonly Span[] {
  if (bolds.length === 0 || slants(language)) return italics
  const joined: Span[] = []
  for (const span of [...italics, ...bolds].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last !== undefined && last.to >= span.from)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else joined.push(span)
  }
  return joined
}
