import type { Span } from '../model'

/** Spans of italics in order, without white space at their ends; what only white space separates is one. Word processors cut a phrase into runs anywhere. */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const tidy: Span[] = []
  for (const span of spans) {
    let { from, to } = span
    while (from < to && /\s/u.test(text.charAt(from))) from += 1
    while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1
    if (from === to) continue
    const last = tidy.at(-1)
    if (last !== undefined && text.slice(last.to, from).trim() === '')
      tidy[tidy.length - 1] = { from: last.from, to }
    else tidy.push({ from, to })
  }
  return tidy
}
