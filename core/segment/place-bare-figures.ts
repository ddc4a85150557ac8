import type { Repair } from '../model'
import { westernDigits } from '../text/ordinals'
import { beginning, ending } from './ending'
import { noteJoin } from './note-repair'
import { joinPieces, withBreak, type Draft, type Piece, type Rule } from './piece'

function figure(piece: Piece | undefined): number {
  if (piece === undefined || piece.shape !== 'paragraph' || piece.marks.length > 1) return 0
  const [mark] = piece.marks
  if (mark !== undefined && piece.text !== '') return 0
  const text = westernDigits(mark?.mark ?? piece.text)
  return /^[1-9]\d{0,2}$/u.test(text) ? Number(text) : 0
}

function withMark(piece: Piece, mark: number): Piece {
  return { ...piece, marks: [...piece.marks, { at: piece.text.length, mark: String(mark) }] }
}

function asNote(piece: Piece, mark: number, before: Piece['before']): Piece {
  return { ...piece, before, marks: [{ at: 0, mark: String(mark) }, ...piece.marks] }
}

/** A figure as a line of its own. */
function bare(mark: number): Piece {
  return {
    text: String(mark),
    shape: 'paragraph',
    before: 'line',
    level: 0,
    ordinal: null,
    italics: [],
    marks: [],
  }
}

/** Notes printed without their figures, the figures in a lump behind them: pairs them in order, if there are as many notes as figures. */
function pairLump(out: Piece[], figures: readonly number[]): boolean {
  const notes = out.slice(-figures.length)
  const fits =
    notes.length === figures.length &&
    notes.every(
      (note) =>
        ending(note.text) === 'full' &&
        note.text.length < 300 &&
        note.marks.length === 0 &&
        figure(note) === 0,
    )
  if (!fits) return false
  notes.forEach((note, i) => {
    out[out.length - figures.length + i] = asNote(note, figures[i] ?? 0, note.before)
  })
  return true
}

/**
 * Gives figures that stand on a line of their own their place, as the text of a PDF has them: the next footnote mark in order belongs to the
 * line before it, the figure of a mark already seen to the note that follows. Other bare figures stay paragraphs.
 */
export const placeBareFigures: Rule = (draft: Draft): Draft => {
  const { pieces } = draft
  if (!pieces.some((piece) => figure(piece) > 0)) return draft
  const out: Piece[] = []
  const repairs: Repair[] = [...draft.repairs]
  const seen = new Set<number>()
  const noted = new Set<number>()
  let last = 0
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]
    if (piece === undefined) continue
    const number = figure(piece)
    for (const { at, mark } of number === 0 ? piece.marks : []) {
      const printed = Number(mark)
      if (Number.isNaN(printed)) continue
      if (at === 0) noted.add(printed)
      else {
        seen.add(printed)
        last = Math.max(last, printed)
      }
    }
    const previous = out.at(-1)
    const next = pieces[i + 1]
    if (number === 0) {
      out.push(piece)
      continue
    }
    let size = 1
    while (figure(pieces[i + size]) === number + size) size += 1
    const figures = Array.from({ length: size }, (_, k) => number + k)
    const ends = size > 1 || next === undefined || next.before === 'page'
    if (ends && figures.every((each) => seen.has(each) && !noted.has(each)) && pairLump(out, figures)) {
      for (const each of figures) noted.add(each)
      out.slice(-size).forEach((note, k) => repairs.push(noteJoin('note', bare(figures[k]!), note)))
      i += size - 1
    } else if (seen.has(number) && !noted.has(number) && next !== undefined && figure(next) === 0) {
      out.push(asNote(next, number, piece.before))
      repairs.push(noteJoin('note', bare(number), next))
      noted.add(number)
      i += 1
    } else if (
      number === last + 1 &&
      previous !== undefined &&
      next !== undefined &&
      previous.shape === 'paragraph' &&
      ['lower', 'mark', 'caseless'].includes(beginning(next.text)) &&
      ending(previous.text) !== 'full'
    ) {
      const marked = withMark(previous, number)
      repairs.push(noteJoin('note', previous, next))
      const close = /^[,.)\]،，。）、]/u.test(next.text)
      out[out.length - 1] = close
        ? { ...joinClose(marked, next) }
        : joinPieces([marked, withBreak(next, 'line')])
      seen.add(number)
      last = number
      i += 1
    } else out.push(piece)
  }
  return { ...draft, pieces: out, repairs }
}

/** Two parts of a paragraph with nothing between them. */
function joinClose(left: Piece, right: Piece): Piece {
  const shift = left.text.length
  return {
    ...left,
    text: left.text + right.text,
    italics: [
      ...left.italics,
      ...right.italics.map(({ from, to }) => ({ from: from + shift, to: to + shift })),
    ],
    marks: [...left.marks, ...right.marks.map(({ at, mark }) => ({ at: at + shift, mark }))],
  }
}
