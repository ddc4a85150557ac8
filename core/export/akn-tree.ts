import type { Paragraph, ParagraphKind, Version } from '../model'

/** A paragraph with those that belong under it. */
export interface AknNode {
  readonly paragraph: Paragraph
  readonly children: readonly AknNode[]
}

/** The parts of a statement in Akoma Ntoso. Every paragraph stands in exactly one of them, in its order; `notes` are the footnotes by address. */
export interface AknParts {
  readonly preface: readonly Paragraph[]
  readonly preamble: readonly Paragraph[]
  readonly body: readonly AknNode[]
  readonly conclusions: readonly Paragraph[]
  readonly notes: ReadonlyMap<string, Paragraph>
}

const PREFACE: ReadonlySet<ParagraphKind> = new Set(['heading', 'title'])
const PREAMBLE: ReadonlySet<ParagraphKind> = new Set(['enacting', 'preambular', 'section'])

/**
 * A version's paragraphs by part. The preface is what of heading and title stands first; the preamble runs to the last of the enacting words and preambular paragraphs behind it, sections between them included;
 * what follows is the body. A paragraph belongs under the one whose address its own begins with, and under the last section's name.
 */
export function aknParts({ paragraphs }: Version): AknParts {
  const notes = new Map<string, Paragraph>()
  const text: Paragraph[] = []
  const conclusions: Paragraph[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'footnote') notes.set(paragraph.address, paragraph)
    else if (paragraph.kind === 'closing') conclusions.push(paragraph)
    else text.push(paragraph)
  }
  const prefaceEnd = countWhile(text, 0, ({ kind }) => PREFACE.has(kind))
  let preambleEnd = countWhile(text, prefaceEnd, ({ kind }) => PREAMBLE.has(kind))
  // The name of a section at the end of the preamble is that of the body's first section.
  while (preambleEnd > prefaceEnd && text[preambleEnd - 1]?.kind === 'section') preambleEnd -= 1
  return {
    preface: text.slice(0, prefaceEnd),
    preamble: text.slice(prefaceEnd, preambleEnd),
    body: nest(text.slice(preambleEnd)),
    conclusions,
    notes,
  }
}

function countWhile(
  list: readonly Paragraph[],
  from: number,
  holds: (paragraph: Paragraph) => boolean,
): number {
  let end = from
  for (let own = list[end]; own !== undefined && holds(own); own = list[end]) end += 1
  return end
}

interface OpenNode {
  readonly paragraph: Paragraph
  readonly children: OpenNode[]
}

function nest(paragraphs: readonly Paragraph[]): readonly AknNode[] {
  const roots: OpenNode[] = []
  const open: OpenNode[] = []
  for (const paragraph of paragraphs) {
    const node = { paragraph, children: [] }
    for (
      let last = open.at(-1);
      last !== undefined && !belongs(paragraph, last.paragraph);
      last = open.at(-1)
    )
      open.pop()
    ;(open.at(-1)?.children ?? roots).push(node)
    open.push(node)
  }
  return roots
}

function belongs(paragraph: Paragraph, above: Paragraph): boolean {
  if (paragraph.address.startsWith(`${above.address}.`)) return true
  // A section inside an annex ends with the annex.
  const prefix = /^(.*\.)?[^.]*$/u.exec(above.address)?.[1] ?? ''
  return (
    above.kind === 'section' &&
    paragraph.kind !== 'section' &&
    paragraph.kind !== 'annex' &&
    paragraph.address.startsWith(prefix)
  )
}
