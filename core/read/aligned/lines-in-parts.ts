import type { AlignedParagraph, Span } from '../../model'
import { isExponent, printedMark } from '../../text/footnote-mark'
import { trimInline } from '../../text/trim-inline'
import { PartsBuilder } from './parts-builder'

/** Raised stretches in order; figures that touch are of one mark, however they are cut. */
function joinFigures(text: string, raised: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of raised) {
    const last = joined.at(-1)
    if (last?.to === span.from && /^\d+$/u.test(text.slice(last.from, span.to)))
      joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

/**
 * The text of a cell as a paragraph a line, labels in front, what is italic and what is raised told by ranges of the text, each in order and none in another of its kind. Raised figures and asterisks are
 * footnote marks, and so are figures that are raised themselves (`¹`); exponents and what else is raised are text, also where nothing else is in the line.
 */
export function linesInParts(
  text: string,
  { italic, raised }: { readonly italic: readonly Span[]; readonly raised: readonly Span[] },
): readonly AlignedParagraph[] {
  const builder = new PartsBuilder(undefined)
  let k = 0
  const write = (from: number, to: number, isItalic: boolean) =>
    text
      .slice(from, to)
      .split(/\r\n|[\n\r\u2028\u2029]/u)
      .forEach((line, at) => {
        if (at > 0) builder.end()
        builder.write(line, isItalic)
      })
  /** Text without marks, by its italics. */
  const writeText = (from: number, to: number) => {
    let at = from
    while (at < to) {
      while ((italic[k]?.to ?? Infinity) <= at) k += 1
      const next = italic[k]
      const isItalic = next !== undefined && next.from <= at
      const end = Math.min(to, next === undefined ? to : isItalic ? next.to : next.from)
      write(at, end, isItalic)
      at = end
    }
  }
  let at = 0
  for (const { from, to } of joinFigures(text, raised)) {
    const part = text.slice(from, to)
    const mark = printedMark(part.normalize('NFKC'))
    if (mark === null || isExponent(text.slice(Math.max(0, from - 4), from), mark)) continue
    // White space that is raised along with a mark is the text's.
    const begins = from + part.length - part.trimStart().length
    writeText(at, begins)
    builder.mark(mark)
    at = from + part.trimEnd().length
  }
  writeText(at, text.length)
  builder.end()
  return builder
    .paragraphs()
    .map((one) => {
      const { marks, ...trimmed } = trimInline(one)
      const alone = trimmed.text === ''
      return alone
        ? { ...trimmed, text: marks.map(({ mark }) => mark).join(''), marks: [] }
        : { ...trimmed, marks, raised: true as const }
    })
    .filter((one) => one.text !== '')
}
