import type { Repair, RepairKind } from '../model'
import { joinPieces, type Piece } from './piece'

/** How much of the text on either side of a repair is shown, in UTF-16 code units. */
const SHOWN = 60

const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']

/** The repair that made one paragraph of two parts of it: the words on either side of the break, on two lines and on one. */
export function noteJoin(kind: RepairKind, left: Piece, right: Piece): Repair {
  const parts = [
    { ...left, text: left.text.slice(-SHOWN), italics: [], marks: [] },
    { ...right, text: right.text.slice(0, SHOWN), italics: [], marks: [] },
  ]
  return {
    kind,
    before: parts.map(({ text }) => text).join('\n'),
    after: joinPieces(parts).text,
    page: null,
  }
}

/** The repair that raised a footnote's figure: the words around it with what was printed between `from` and `to`, and with the mark, its figures raised. */
export function noteRaised(text: string, from: number, to: number, mark: number): Repair {
  const start = Math.max(0, from - SHOWN / 2)
  const raised = [...String(mark)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('')
  return {
    kind: 'note',
    before: text.slice(start, to + SHOWN / 2),
    after: `${text.slice(start, from)}${raised}${text.slice(to, to + SHOWN / 2)}`,
    page: null,
  }
}
