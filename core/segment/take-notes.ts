import type { Repair } from '../model'
import { westernDigits } from '../text/ordinals'
import { ending, beginning } from './ending'
import { noteRaised } from './note-repair'
import { cutOut, cutStart, joinPieces, withBreak, type Draft, type Piece, type Rule } from './piece'

/** A note with its figure in plain type at its beginning: `1 Resolution 70/1.`, `(1) …`, `[1] …`. */
const PLAIN_NOTE = /^[([（]?(\d{1,3})[)\]）]?\s+(?=[\p{L}«“"'A-Z])/u

/** A figure that is set close behind a word, as superscript figures come out of a PDF. Group 1 is what is printed, group 2 the figure. */
const GLUED_MARK =
  /(?<=[\p{L}\p{M}»”"’)）》」』][,.;،，。]?)([([（]?(\d{1,3})[)\]）]?)(?![\p{L}\p{N}/.-]{0,20}[\d/])(?=$|[\s,.;:!?،؛，。；：、)»”》\p{Script=Han}])/gu

/**
 * The same behind a year or a resolution's number, where the mark makes one figure with it (`2030` and mark 3 are `20303`), or stands behind a comma or
 * point (`2030,3`, `85/40.1`) or in brackets.
 */
const MARK_ON_YEAR = /(?<![\p{L}\p{N}/.,-])(?:19|20)\d\d((\d{1,2}))(?![\p{L}\p{N}/-])/gu
const MARK_BEHIND_FIGURE =
  /(?<=(?:(?<![\p{L}\p{N}/.,-])(?:19|20)\d\d|\d\/\d{1,3})[,.;])((\d{1,2}))(?=$|\s)|(?<=(?:19|20)\d\d|\d\/\d{1,3})([(（](\d{1,2})[)）])/gu

/** Chinese has no spaces: only what is near the figure is its word. */
const HAN_TAIL = /(?<=\p{Script=Han})[^\d/]{1,3}$|\p{Script=Han}$/u

interface Glued {
  readonly piece: number
  readonly from: number
  readonly to: number
  readonly number: number
}

function findGlued(pieces: readonly Piece[]): Map<number, Glued[]> {
  const found = new Map<number, Glued[]>()
  pieces.forEach((piece, i) => {
    const text = westernDigits(piece.text)
    if (!/\p{L}[^\s]{0,3}\d|(?:19|20)\d{2}[\d,.;(（]|\d\/\d/u.test(text)) return
    const patterns = [GLUED_MARK, MARK_ON_YEAR, MARK_BEHIND_FIGURE]
    for (const match of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const whole = match[0]
      const [mark, figure] = [match[1] ?? match[3], match[2] ?? match[4]]
      if (mark === undefined || figure === undefined) continue
      // "L.7", "paragraph2/3" and the like are no words with a mark: a word has no other figure and no slash.
      const word = /[^\s]{0,40}$/u.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? ''
      const onFigure = /\d[,.;]?$/u.test(text.slice(0, match.index)) && whole === mark
      if (whole === mark && !onFigure && /[\d/]/u.test(HAN_TAIL.exec(word)?.[0] ?? word)) continue
      const to = match.index + whole.length
      const glued = { piece: i, from: to - mark.length, to, number: Number(figure) }
      found.set(glued.number, [...(found.get(glued.number) ?? []).slice(-8), glued])
    }
  })
  return found
}

/** Which pieces are notes with a plain figure, by index, and where their marks stand. Both must be there, in order of their numbers. */
function findPlainNotes(
  pieces: readonly Piece[],
): ReadonlyMap<number, { readonly mark: Glued | null; readonly number: number }> {
  const notes = new Map<number, { mark: Glued | null; number: number }>()
  const raised = new Map<number, number>()
  pieces.forEach((piece, i) => {
    for (const { at, mark } of piece.marks) if (at > 0 && /^\d+$/u.test(mark)) raised.set(Number(mark), i)
  })
  const candidates = pieces.flatMap((piece, i) => {
    const number = Number(
      PLAIN_NOTE.exec(westernDigits(piece.text.slice(0, 12) + piece.text.slice(12, 40)))?.[1] ?? 0,
    )
    return number > 0 && piece.shape !== 'cell' && piece.ordinal === null ? [{ i, number }] : []
  })
  if (candidates.length === 0) return notes
  const glued = findGlued(pieces)
  const noted = new Set(
    pieces.flatMap((piece) => (piece.marks[0]?.at === 0 ? [Number(piece.marks[0].mark)] : [])),
  )
  const inNotes = new Set(candidates.map(({ i }) => i))
  let last: { readonly piece: number; readonly from: number } = { piece: -1, from: -1 }
  for (const { i, number } of candidates) {
    if (noted.has(number)) continue
    const raisedAt = raised.get(number)
    if (raisedAt !== undefined && raisedAt <= i) {
      notes.set(i, { mark: null, number })
      continue
    }
    const before = last
    const mark = (glued.get(number) ?? []).find(
      (each) =>
        each.piece < i &&
        !inNotes.has(each.piece) &&
        (each.piece > before.piece || (each.piece === before.piece && each.from > before.from)),
    )
    if (mark === undefined) continue
    notes.set(i, { mark, number })
    last = mark
  }
  return notes
}

function plainNotesRaised(pieces: readonly Piece[], repairs: Repair[]): Piece[] {
  const notes = findPlainNotes(pieces)
  if (notes.size === 0) return [...pieces]
  const marks = new Map<number, Glued[]>()
  for (const { mark } of notes.values())
    if (mark !== null) marks.set(mark.piece, [mark, ...(marks.get(mark.piece) ?? [])])
  return pieces.map((piece, i) => {
    const note = notes.get(i)
    if (note !== undefined) {
      const length = PLAIN_NOTE.exec(westernDigits(piece.text.slice(0, 40)))?.[0].length ?? 0
      const rest = cutStart(piece, length)
      return { ...rest, marks: [{ at: 0, mark: String(note.number) }, ...rest.marks] }
    }
    // From the last mark to the first, so that the offsets of the others hold.
    const here = (marks.get(i) ?? []).sort((a, b) => b.from - a.from)
    for (const { from, to, number } of [...here].reverse())
      repairs.push(noteRaised(piece.text, from, to, number))
    return here.reduce<Piece>((each, { from, to, number }) => {
      const without = cutOut(each, { from, to })
      const sorted = [...without.marks, { at: from, mark: String(number) }].sort((a, b) => a.at - b.at)
      return { ...without, marks: sorted }
    }, piece)
  })
}

function isNote(piece: Piece): boolean {
  return piece.marks[0]?.at === 0 && piece.text !== ''
}

/** A mark on a line of its own belongs to the note below it. */
function markedLines(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let mark: Piece | null = null
  for (const piece of pieces) {
    if (piece.text === '' && piece.marks.length === 1) {
      if (mark !== null) out.push(mark)
      mark = piece
    } else if (mark !== null && !isNote(piece)) {
      out.push(joinPieces([mark, { ...piece, before: 'line' }]))
      mark = null
    } else {
      if (mark !== null) out.push(mark)
      mark = null
      out.push(piece)
    }
  }
  if (mark !== null) out.push(mark)
  return out
}

/**
 * Takes the footnotes from among the paragraphs: they begin with their mark, ¹ or `[^1]` or a plain figure whose mark stands before. What
 * follows a note begins a page, for notes stand at the foot of one. A note that runs on in the next line keeps it.
 */
export const takeNotes: Rule = (draft: Draft): Draft => {
  const pieces: Piece[] = []
  const notes: Piece[] = [...draft.notes]
  const repairs: Repair[] = [...draft.repairs]
  let after = false
  for (const piece of plainNotesRaised(markedLines(draft.pieces), repairs)) {
    const last = notes.at(-1)
    if (isNote(piece)) {
      notes.push(piece)
      after = true
    } else if (
      after &&
      last !== undefined &&
      piece.before === 'line' &&
      ending(last.text) !== 'full' &&
      beginning(piece.text) !== 'upper'
    ) {
      notes[notes.length - 1] = joinPieces([last, piece])
    } else {
      pieces.push(after ? withBreak(piece, 'page') : piece)
      after = false
    }
  }
  return { ...draft, pieces, notes, repairs }
}
