import type { Removed } from '../model'
import { readSymbolLine } from '../text/read-symbol-line'
import type { Draft, Piece, Rule } from './piece'
import { readHead } from './read-head'

/** Pieces among which the heading of a text ends. */
const LONGEST_HEADING = 120

const ENDS_HEADING: ReadonlySet<string> = new Set(['title', 'enacting', 'preamble', 'article', 'annex'])

/** Below the line of distribution the heading of a report goes on for some lines, but no symbol of its own is there. */
function headingEnd(pieces: readonly Piece[]): number {
  const types = pieces.slice(0, LONGEST_HEADING).map((piece) => readHead(piece.text)?.type ?? '')
  const end = types.findIndex((type) => ENDS_HEADING.has(type))
  return end >= 0 && types[end] !== 'annex' ? end : types.indexOf('distribution')
}

/**
 * Takes the document's own symbol out of the heading, where it stands on a line of its own in one version and not in another, so that the lines
 * of the heading count alike. A text that has no heading keeps all its lines.
 */
export const takeSymbol: Rule = (draft: Draft): Draft => {
  const end = headingEnd(draft.pieces)
  if (end < 0) return draft
  const symbols = draft.pieces.slice(0, end).map((piece) => readSymbolLine(piece.text))
  const own = symbols.find((symbol) => symbol !== null)
  if (own === undefined) return draft
  const pieces: Piece[] = []
  const removed: Removed[] = [...draft.removed]
  let cut = false
  draft.pieces.forEach((piece, i) => {
    if (i < end && symbols[i] === own && piece.marks.length === 0) {
      removed.push({ kind: 'running-head', text: piece.text })
      cut = true
      return
    }
    pieces.push(cut ? { ...piece, before: pieces.length === 0 ? 'none' : 'paragraph' } : piece)
    cut = false
  })
  return { ...draft, pieces, removed }
}
