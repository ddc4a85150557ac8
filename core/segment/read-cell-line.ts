import type { AlignedParagraph, Language, ParagraphKind } from '../model'
import { takeRaised } from '../text/footnote-mark'
import { readLabel } from '../text/read-label'
import { trimInline } from '../text/trim-inline'
import { readHead } from './read-head'

const NOTE = /^[([（]?([0-9٠-٩]{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3})[)\]）.]?\s+/u

/** Kinds whose paragraphs are numbered or lettered. */
const LABELLED: ReadonlySet<ParagraphKind> = new Set(['operative', 'preambular', 'article', 'body'])

/** The label that a line begins with, and how long it is with the space behind it. */
function labelOf(
  text: string,
  kind: ParagraphKind,
  language: Language,
): { label: string; length: number } | null {
  if (kind === 'footnote') {
    const note = NOTE.exec(text)
    return note?.[1] === undefined ? null : { label: note[1].normalize('NFKC'), length: note[0].length }
  }
  if (kind === 'title' || kind === 'article') {
    const head = readHead(text)
    if (head?.type === kind && head.label !== null && head.length < text.length)
      return { label: head.label, length: head.length }
    if (kind === 'title') return null
  }
  return LABELLED.has(kind) ? readLabel(text, language) : null
}

/** A paragraph of a table's cell: its printed label apart, which may stand in front of its text, and the places of marks and italics moved along. */
export function readCellLine(
  line: AlignedParagraph,
  kind: ParagraphKind,
  language: Language,
): Pick<AlignedParagraph, 'text' | 'marks' | 'italics'> & { readonly label: string | null } {
  const { label = null, ...bare } = line.label === undefined ? cutLabel(line, kind, language) : line
  return { label, ...(line.raised === true ? takeRaised(bare) : bare) }
}

function cutLabel(line: AlignedParagraph, kind: ParagraphKind, language: Language): AlignedParagraph {
  const { text, marks, italics } = line
  const label = labelOf(text, kind, language)
  if (label === null) {
    const [first, ...others] = marks
    // The mark that a note begins with is what it is called by.
    if (kind !== 'footnote' || first?.at !== 0) return line
    return { ...line, ...trimInline({ text, italics, marks: others }), label: first.mark }
  }
  const rest = text.slice(label.length).trimStart()
  const cut = text.length - rest.length
  return {
    ...line,
    label: label.label,
    text: rest,
    marks: marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - cut) })),
    italics: italics
      .map(({ from, to }) => ({ from: Math.max(0, from - cut), to: to - cut }))
      .filter(({ to }) => to > 0),
  }
}
