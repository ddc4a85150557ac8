import type { Language } from '../model'
import type { Label } from '../text/read-label'
import { beginning, ending } from './ending'
import { isHanLabel, isTitleLine, pieceLabel, type Piece } from './piece'
import type { Item } from './closing-size'

/** A section heading without a mark at its end is shorter than this. */
export const LONGEST_SECTION = 120

/** Whether a label counts the items of a list, not the sections of a text. */
export function isListLabel(label: Label): boolean {
  return label.style !== 'capital' && label.style !== 'capital-roman'
}

/** A short line without a mark at its end, in the part of a text whose paragraphs all have one; or one that is lettered in capitals. */
export function isSection(piece: Piece, label: Label | null): boolean {
  if (piece.text.length > LONGEST_SECTION || ending(piece.text) !== 'open') {
    return /^(?:[A-Z]|[IVX]{1,5})\.?$/u.test(piece.text)
  }
  if (label !== null) return !isListLabel(label)
  return piece.italics[0]?.from !== 0 && beginning(piece.text) !== 'lower'
}

/** A section's heading among numbered paragraphs: 一、 heads one where they are numbered in figures, and with `counted` a figure that is not the next. */
export function headsSection(
  piece: Piece,
  label: Label | null,
  { counted, next }: { readonly counted: boolean; readonly next: number },
): boolean {
  if (isSection(piece, label)) return true
  if (label === null || label.style !== 'number' || piece.text.length > LONGEST_SECTION) return false
  if (ending(piece.text) !== 'open') return false
  return isHanLabel(label) ? label.shape === 'point' : counted && label.ordinal !== next
}

/** Whether a piece is the title of what the line above it heads: an article, a part, an annex. */
export function isTitleBelow(next: Item | undefined, language: Language): next is Item {
  if (next === undefined || next.head !== null || next.piece.shape === 'cell') return false
  return (
    isTitleLine(next.piece) &&
    next.piece.text.length <= LONGEST_SECTION &&
    pieceLabel(next.piece, language) === null
  )
}
