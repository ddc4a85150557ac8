import type { FootnoteMark, Paragraph, Span, TermHit } from '../../core/model'

/** A range of a paragraph that a finding marks, with the finding's number. */
export interface MarkedSpan extends Span {
  readonly number: number
}

/** A stretch of text with one look: in italics or not, part of terms or not, marked by findings or not. */
export interface TextRun extends Span {
  readonly kind: 'text'
  readonly text: string
  readonly italic: boolean
  readonly concepts: readonly string[]
  /** Numbers of the findings that mark it, in order. */
  readonly findings: readonly number[]
}

/** A footnote mark between two stretches. */
export interface MarkRun {
  readonly kind: 'mark'
  readonly mark: FootnoteMark
}

/** One piece of a paragraph, in reading order. */
export type Run = TextRun | MarkRun

/**
 * Cuts a paragraph wherever italics, a term, a finding or a footnote mark begins or ends. The texts of the runs, joined, are the paragraph's
 * text. Ranges outside the text are cut to it; empty ones are passed over. `also` are further offsets to cut at.
 */
export function splitRuns(
  { text, italics, marks }: Pick<Paragraph, 'text' | 'italics' | 'marks'>,
  hits: readonly TermHit[],
  findings: readonly MarkedSpan[],
  also: readonly number[] = [],
): readonly Run[] {
  const clip = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  const cuts = [
    ...new Set([
      0,
      text.length,
      ...[...italics, ...hits, ...findings].flatMap(({ from, to }) => [clip(from), clip(to)]),
      ...marks.map(({ at }) => clip(at)),
      ...also.map(clip),
    ]),
  ].sort((a, b) => a - b)
  const marksAt = (offset: number) =>
    marks.filter(({ at }) => clip(at) === offset).map((mark): MarkRun => ({ kind: 'mark', mark }))
  return cuts.flatMap((from, k): readonly Run[] => {
    const to = cuts[k + 1]
    if (to === undefined) return marksAt(from)
    const over = (span: Span) => span.from < to && span.to > from
    return [
      ...marksAt(from),
      {
        kind: 'text',
        from,
        to,
        text: text.slice(from, to),
        italic: italics.some(over),
        concepts: [...new Set(hits.filter(over).flatMap(({ concepts }) => concepts))],
        findings: [...new Set(findings.filter(over).map(({ number }) => number))],
      },
    ]
  })
}
