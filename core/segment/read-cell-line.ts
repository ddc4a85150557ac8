import type { FootnoteMark, Language, Paragraph, ParagraphKind } from '../model'
import { isExponent } from '../text/raised-figure'
import { readLabel } from '../text/read-label'
import { readHead } from './read-head'

const RAISED = /[⁰¹²³⁴-⁹]{1,3}/gu
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

/** A paragraph whose marks stand apart and whose label may stand in front of its text: without it, the places of marks and italics moved along. */
export function cutLabel<
  T extends Pick<Paragraph, 'text' | 'italics'> & { marks: readonly { at: number }[] },
>(paragraph: T, kind: ParagraphKind, language: Language): T & { readonly label: string | null } {
  const { text, marks, italics } = paragraph
  const label = labelOf(text, kind, language)
  if (label === null) return { ...paragraph, label: null }
  const rest = text.slice(label.length).trimStart()
  const cut = text.length - rest.length
  return {
    ...paragraph,
    label: label.label,
    text: rest,
    marks: marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - cut) })),
    italics: italics
      .map(({ from, to }) => ({ from: Math.max(0, from - cut), to: to - cut }))
      .filter(({ to }) => to > 0),
  }
}

/** A line of a table's cell as a paragraph: its printed label apart, raised figures as footnote marks, which no note has yet. Exponents (`km²`) stay. */
export function readCellLine(
  line: string,
  kind: ParagraphKind,
  language: Language,
): Omit<Paragraph, 'address'> {
  const label = labelOf(line, kind, language)
  const rest = label === null ? line : line.slice(label.length).trimStart()
  const marks: FootnoteMark[] = []
  let text = ''
  let from = 0
  for (const found of rest.matchAll(RAISED)) {
    const [figure] = found
    if (isExponent(rest.slice(Math.max(0, found.index - 4), found.index), figure)) continue
    text += rest.slice(from, found.index)
    from = found.index + figure.length
    marks.push({ at: text.length, mark: figure.normalize('NFKC'), note: null })
  }
  return { kind, label: label?.label ?? null, text: text + rest.slice(from), marks, italics: [] }
}
