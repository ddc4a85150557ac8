import type { BlockMark, Span } from '../model'

/** A text without the white space at its ends, the places in it moved along; ranges that held nothing else go. */
export function trimInline<
  T extends {
    readonly text: string
    readonly italics: readonly Span[]
    readonly marks: readonly BlockMark[]
  },
>(inline: T): T {
  const text = inline.text.trim()
  if (text.length === inline.text.length) return inline
  const from = inline.text.length - inline.text.trimStart().length
  const fit = (at: number) => Math.min(Math.max(at - from, 0), text.length)
  return {
    ...inline,
    text,
    italics: inline.italics
      .map((span) => ({ from: fit(span.from), to: fit(span.to) }))
      .filter((span) => span.to > span.from),
    marks: inline.marks.map((mark) => ({ ...mark, at: fit(mark.at) })),
  }
}
