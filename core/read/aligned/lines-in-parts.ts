import type { AlignedParagraph, Span } from '../../model'
import { isExponent } from '../../text/raised-figure'
import { PartsBuilder } from './parts-builder'

const MARK = /^\s*(\d{1,3}|[*†‡§]{1,3})\s*$/u

/** A paragraph without the white space at its ends. */
function trimmed(one: AlignedParagraph): AlignedParagraph {
  const text = one.text.trim()
  if (text.length === one.text.length) return one
  const from = one.text.length - one.text.trimStart().length
  const fit = (at: number) => Math.min(Math.max(at - from, 0), text.length)
  return {
    ...one,
    text,
    marks: one.marks.map((mark) => ({ ...mark, at: fit(mark.at) })),
    italics: one.italics
      .map((span) => ({ from: fit(span.from), to: fit(span.to) }))
      .filter((span) => span.from < span.to),
  }
}

/**
 * The text of a cell as a paragraph a line, labels in front, what is italic and what is raised told by ranges of the text. Raised figures and asterisks are footnote marks, and so are figures that are raised
 * themselves (`¹`); exponents and what else is raised are text.
 */
export function linesInParts(
  text: string,
  { italic, raised }: { readonly italic: readonly Span[]; readonly raised: readonly Span[] },
): readonly AlignedParagraph[] {
  const builder = new PartsBuilder(undefined)
  const borders = [0, text.length, ...[...italic, ...raised].flatMap(({ from, to }) => [from, to])]
  const places = [...new Set(borders)].sort((a, b) => a - b)
  const within = (spans: readonly Span[], from: number, to: number) =>
    spans.some((span) => span.from <= from && span.to >= to)
  places.forEach((from, k) => {
    const to = places[k + 1] ?? from
    const part = text.slice(from, to)
    const mark = within(raised, from, to) ? MARK.exec(part.normalize('NFKC'))?.[1] : undefined
    if (mark !== undefined && !isExponent(text.slice(Math.max(0, from - 4), from), mark)) builder.mark(mark)
    else
      part.split(/\r\n|[\n\r\u2028\u2029]/u).forEach((line, at) => {
        if (at > 0) builder.end()
        builder.write(line, within(italic, from, to))
      })
  })
  builder.end()
  return builder
    .paragraphs()
    .map((one) => ({ ...trimmed(one), raised: true as const }))
    .filter(({ text: own, marks }) => own !== '' || marks.length > 0)
}
