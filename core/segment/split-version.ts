import type { FootnoteMark, Language, Paragraph, Span, Version } from '../model'
import { splitSentences } from '../text/split-sentences'

/** What a paragraph without a letter has as its one sentence. */
const NOTHING: readonly Span[] = [{ from: 0, to: 0 }]

/**
 * A version whose paragraphs are its sentences: `pp3` becomes `pp3.s1`, `pp3.s2`, …, also where it is a single sentence. Each keeps its
 * kind; the label stays with the first. Marks and italics move to the sentence they stand in, with offsets into its text; a mark between
 * two sentences belongs to the one before it, and an italic run that crosses a cut is divided. Only the white space around sentences is
 * given up. A paragraph of nothing but white space is one empty sentence. `note` goes on naming the whole footnote (`fn2`).
 */
export function splitVersion(version: Version): Version {
  const split = (paragraph: Paragraph) => splitParagraph(paragraph, version.language)
  return { ...version, paragraphs: version.paragraphs.flatMap(split) }
}

/** The spans of a paragraph's sentences in its text, at least one: the k-th becomes `.s{k + 1}`. */
export function sentenceSpans(text: string, language: Language): readonly Span[] {
  const found = splitSentences(text, language)
  return found.length > 0 ? found : NOTHING
}

function splitParagraph(paragraph: Paragraph, language: Language): readonly Paragraph[] {
  const { address, kind, label, text, marks, italics } = paragraph
  const spans = sentenceSpans(text, language)
  return spans.map((span, index) => ({
    address: `${address}.s${index + 1}`,
    kind,
    label: index === 0 ? label : null,
    text: text.slice(span.from, span.to),
    marks: marksIn(span, spans[index + 1], marks, index === 0),
    italics: italicsIn(span, italics),
  }))
}

/** The marks behind the start of a sentence, up to and including the start of the next; those before the first sentence are its own too. */
function marksIn(
  { from, to }: Span,
  next: Span | undefined,
  marks: readonly FootnoteMark[],
  isFirst: boolean,
): readonly FootnoteMark[] {
  return marks
    .filter(({ at }) => (isFirst || at > from) && (next === undefined || at <= next.from))
    .map((mark) => ({ ...mark, at: Math.max(from, Math.min(mark.at, to)) - from }))
}

function italicsIn({ from, to }: Span, italics: readonly Span[]): readonly Span[] {
  return italics
    .map((run) => ({ from: Math.max(run.from, from) - from, to: Math.min(run.to, to) - from }))
    .filter((run) => run.from < run.to)
}
