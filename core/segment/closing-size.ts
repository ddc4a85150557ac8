import { readLabel } from '../text/read-label'
import type { Piece } from './piece'
import { readMeeting, type Head } from './read-head'
import { isDateLine } from './read-heading'

/** A piece with what its line says of the structure of the text. */
export interface Item {
  readonly piece: Piece
  readonly head: Head | null
}

/** How many pieces from `i` on are the closing line: a meeting and a date, in either order, on one line or two; 0 where it is none. */
export function closingSize(items: readonly Item[], i: number): number {
  const item = items[i]
  const next = items[i + 1]
  if (item === undefined || item.piece.text.length > 140) return 0
  const isMeeting = (each: Item | undefined) =>
    each !== undefined &&
    each.piece.text.length < 140 &&
    (each.head?.type === 'meeting' || isItalicMeeting(each.piece))
  const isDate = (each: Item | undefined) => each !== undefined && isDateLine(each.piece.text)
  if (isMeeting(item)) return isDate(next) ? 2 : 1
  return isDate(item) && isMeeting(next) ? 2 : 0
}

function isItalicMeeting(piece: Piece): boolean {
  const whole = piece.italics.reduce((sum, { from, to }) => sum + to - from, 0)
  return (
    whole >= piece.text.length * 0.8 &&
    readMeeting(piece.text) !== null &&
    readLabel(piece.text, 'fr') === null
  )
}
