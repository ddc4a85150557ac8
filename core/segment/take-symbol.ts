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

/** The line that names a resolution of the Security Council, or a decision, and stands again at the head of a page: what repeats it there, by index. */
function findRepeats(pieces: readonly Piece[]): ReadonlySet<number> {
  const first = pieces.slice(0, LONGEST_HEADING).findIndex((piece) => readHead(piece.text)?.type === 'title')
  const title = pieces[first]
  const found = new Set<number>()
  if (title === undefined || readHead(title.text)?.label !== null) return found
  pieces.forEach((piece, i) => {
    if (i > first && piece.before === 'page' && piece.text === title.text) found.add(i)
  })
  return found
}

/** Symbols that stand alone at the head of a page below the heading, with their places. */
function headsOfPages(
  pieces: readonly Piece[],
  end: number,
  repeats: ReadonlySet<number>,
): readonly { readonly index: number; readonly symbol: string }[] {
  return pieces.flatMap((piece, index) => {
    const edge = piece.before === 'page' || repeats.has(index - 1)
    const symbol = index > end && edge && piece.shape === 'paragraph' ? readSymbolLine(piece.text) : null
    return symbol === null ? [] : [{ index, symbol }]
  })
}

/**
 * Takes the document's own symbol out of the heading, where it stands on a line of its own in one version and not in another, so that the lines
 * of the heading count alike; and both, the symbol and the line that names the resolution, from the heads of later pages. A text that has no heading keeps all its lines.
 */
export const takeSymbol: Rule = (draft: Draft): Draft => {
  const end = headingEnd(draft.pieces)
  const repeats = findRepeats(draft.pieces)
  const symbols = draft.pieces.slice(0, Math.max(0, end)).map((piece) => readSymbolLine(piece.text))
  const heads = end < 0 ? [] : headsOfPages(draft.pieces, end, repeats)
  const own = symbols.find((symbol) => symbol !== null) ?? heads[0]?.symbol
  if (own === undefined && repeats.size === 0) return draft
  const running = new Set(heads.filter(({ symbol }) => symbol === own).map(({ index }) => index))
  const pieces: Piece[] = []
  const removed: Removed[] = [...draft.removed]
  let cut: Piece['before'] | null = null
  draft.pieces.forEach((piece, i) => {
    const symbol = own !== undefined && i < end && symbols[i] === own
    if ((symbol || repeats.has(i) || running.has(i)) && piece.marks.length === 0) {
      removed.push({ kind: 'running-head', text: piece.text })
      cut = symbol ? 'paragraph' : 'page'
      return
    }
    pieces.push(cut === null ? piece : { ...piece, before: pieces.length === 0 ? 'none' : cut })
    cut = null
  })
  return { ...draft, pieces, removed }
}
