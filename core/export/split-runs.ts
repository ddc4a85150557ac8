import type { ExportParagraph, Severity } from '../model'

/** A stretch of a paragraph that looks the same throughout, or a footnote mark that stands between two stretches. */
export interface Run {
  readonly text: string
  readonly italic: boolean
  /** The gravest of the findings that cover the stretch, or null. */
  readonly severity: Severity | null
  readonly mark: boolean
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 }

/**
 * A paragraph's text as runs in reading order, cut wherever italics, a highlight or a footnote mark begins or ends; overlapping ranges each keep
 * their effect, and of overlapping highlights the gravest wins. The runs that are no marks join to exactly `text`. Ranges that reach out of the text are
 * clipped; a border inside a surrogate pair moves in front of it.
 */
export function splitRuns({ text, italics, marks, highlights }: ExportParagraph): readonly Run[] {
  const snap = (at: number): number => {
    const inside = Math.min(Math.max(Math.trunc(at), 0), text.length)
    return isInsidePair(text, inside) ? inside - 1 : inside
  }
  const slanted = italics.map(({ from, to }) => ({ from: snap(from), to: snap(to) }))
  const lit = highlights.map(({ from, to, severity }) => ({ from: snap(from), to: snap(to), severity }))
  const notes = marks.map(({ at, mark }) => ({ at: snap(at), mark })).sort((a, b) => a.at - b.at)
  const borders = [
    ...new Set([
      0,
      text.length,
      ...[...slanted, ...lit].flatMap(({ from, to }) => [from, to]),
      ...notes.map(({ at }) => at),
    ]),
  ].sort((a, b) => a - b)
  return borders.flatMap((from, index): Run[] => {
    const to = borders[index + 1] ?? from
    const covers = (span: { readonly from: number; readonly to: number }) =>
      span.from <= from && span.to >= to
    const severity = lit
      .filter(covers)
      .reduce<Severity | null>(
        (gravest, own) =>
          gravest === null || GRAVITY[own.severity] > GRAVITY[gravest] ? own.severity : gravest,
        null,
      )
    const here = notes
      .filter(({ at }) => at === from)
      .map(({ mark }): Run => ({ text: mark, italic: false, severity: null, mark: true }))
    if (from === to) return here
    return [...here, { text: text.slice(from, to), italic: slanted.some(covers), severity, mark: false }]
  })
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) && at > 0
}
