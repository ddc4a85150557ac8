import type { Span } from '../../core/model'

/** A text node of a paragraph with its part of the paragraph's text: `lead` units at its beginning are not part of it, the rest begins at `at`. */
interface Piece {
  readonly node: Text
  readonly lead: number
  readonly at: number
}

/** What a range of the page covers of a paragraph on screen, as offsets into the paragraph's `text`; null where it covers nothing of it. */
export function spanOf(range: Range, paragraph: Element): Span | null {
  const spans = piecesOf(paragraph).flatMap(({ node, lead, at }): readonly Span[] => {
    if (!range.intersectsNode(node)) return []
    const first = Math.max(lead, node === range.startContainer ? range.startOffset : 0)
    const last = node === range.endContainer ? range.endOffset : node.length
    return last > first ? [{ from: at + first - lead, to: at + last - lead }] : []
  })
  const [first, last] = [spans[0], spans.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** The range of the page where a span of a paragraph's `text` is on screen; null where it has no such text. */
export function rangeOf({ from, to }: Span, paragraph: Element): Range | null {
  const pieces = piecesOf(paragraph)
  const end = ({ node, lead, at }: Piece) => at + node.length - lead
  const first = pieces.find((piece) => from < end(piece))
  const last = pieces.find((piece) => to <= end(piece))
  if (first === undefined || last === undefined || from < 0 || from >= to) return null
  const range = document.createRange()
  range.setStart(first.node, first.lead + from - first.at)
  range.setEnd(last.node, last.lead + to - last.at)
  return range
}

/** The paragraph's `text`, read from the page. */
export function textOf(paragraph: Element): string {
  return piecesOf(paragraph)
    .map(({ node, lead }) => node.data.slice(lead))
    .join('')
}

/** The paragraph's text as it stands on the page: without its label, the space behind that, and the footnotes' marks. */
function piecesOf(paragraph: Element): readonly Piece[] {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let at = 0
  let labelled = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('[data-skip]')) continue
    if (node.parentElement?.closest('[data-label]')) {
      labelled = true
      continue
    }
    const lead = labelled && node.data.startsWith(' ') ? 1 : 0
    labelled = false
    pieces.push({ node, lead, at })
    at += node.length - lead
  }
  return pieces
}
