import type { Repair } from '../model'
import { noteJoin } from './note-repair'
import { joinPieces, pieceLabel, type Draft, type Piece, type Rule } from './piece'
import { readHead } from './read-head'

/** A label that stands alone on its line, as columns of a PDF come apart, belongs to the paragraph behind it; so does a title's number. */
export const joinLabels: Rule = (draft: Draft): Draft => {
  const pieces: Piece[] = []
  const repairs: Repair[] = [...draft.repairs]
  let waiting: Piece | null = null
  for (const piece of draft.pieces) {
    const alone: Piece | null = waiting
    waiting = null
    const begins = pieceLabel(piece, draft.language) !== null || readHead(piece.text) !== null
    if (alone !== null && !begins && piece.shape === 'paragraph') {
      pieces.push(joinPieces([alone, piece]))
      repairs.push(noteJoin('label', alone, piece))
      continue
    }
    if (alone !== null) pieces.push(alone)
    if (isBareLabel(piece, draft)) waiting = piece
    else pieces.push(piece)
  }
  if (waiting !== null) pieces.push(waiting)
  return { ...draft, pieces, repairs }
}

function isBareLabel(piece: Piece, draft: Draft): boolean {
  if (piece.shape !== 'paragraph' || piece.text.length > 24) return false
  const label = pieceLabel(piece, draft.language)
  if (label !== null && piece.ordinal === null)
    return label.length >= piece.text.length && label.style !== 'capital' && label.style !== 'capital-roman'
  const head = readHead(piece.text)
  return head?.type === 'title' && head.label !== null && head.length >= piece.text.length
}
