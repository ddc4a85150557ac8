import type { Label } from '../text/read-label'
import { beginning, ending } from './ending'
import type { Piece } from './piece'

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
