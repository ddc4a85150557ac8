import type { Block, BlockMark, Break, Language, PlainDocument, Removed, Repair, Span } from '../model'
import { ending } from './ending'
import { LABEL_ALPHABETS, toRoman } from '../text/ordinals'
import { readLabel, type Label } from '../text/read-label'

/** A paragraph on its way: one block, or several joined to one. */
export type Piece = Block

/** What the rules hand from one to the next: the text's paragraphs so far, the notes taken from among them, and what was left out. */
export interface Draft {
  readonly format: PlainDocument['format']
  readonly language: Language
  readonly pieces: readonly Piece[]
  readonly notes: readonly Piece[]
  readonly removed: readonly Removed[]
  readonly repairs: readonly Repair[]
}

/** A rule of the segmenter: it gives a new draft and keeps every letter of the old one. */
export type Rule = (draft: Draft) => Draft

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u

/** What Chinese sets no space beside. */
const CLOSE_TO_WIDE = /[0-9()[\]%]/u

/** A symbol or reference at a line's end that its slash says to go on: `A/76/L.74/`, `73/`. */
const CUT_SYMBOL =
  /(?<![\p{Script=Latin}\p{N}/])(?:[A-Z]{1,6}|[0-9٠-٩]{1,4})\/(?:[A-Z0-9][A-Za-z0-9.-]{0,30}\/){0,6}$/u

/** Whether the break between two lines stands behind a slash of a document symbol (`A/76/L.74/` + `Add.1`). */
export function cutsSymbol(left: string, right: string): boolean {
  return /^[A-Z0-9٠-٩]/u.test(right) && CUT_SYMBOL.test(left.slice(-80))
}

/** What stands between two parts of one paragraph: a space, or nothing after a hyphen, inside a symbol, between Chinese characters and beside them at figures and brackets. */
function glue(left: string, right: string): string {
  if (left === '' || right === '') return ''
  if (/\p{L}[-\u2010]$/u.test(left) && /^\p{L}/u.test(right)) return ''
  if (cutsSymbol(left, right)) return ''
  const [before, after] = [left.slice(-1), right.charAt(0)]
  if (WIDE.test(before)) return WIDE.test(after) || CLOSE_TO_WIDE.test(after) ? '' : ' '
  return WIDE.test(after) && CLOSE_TO_WIDE.test(before) ? '' : ' '
}

/**
 * One paragraph from its parts in order, joined by one space. A word that a soft hyphen cuts is made whole, Chinese is joined without a
 * space, unless a gap is given. Shape and break are the first part's.
 */
export function joinPieces(parts: readonly Piece[], gap?: string): Piece {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first ?? EMPTY_PIECE
  const texts: string[] = []
  const italics: Span[] = []
  const marks: BlockMark[] = []
  let length = 0
  let last = ''
  for (const part of parts) {
    const soft = last.endsWith('\u00AD') && part.text !== ''
    if (soft) {
      texts[texts.length - 1] = last.slice(0, -1)
      length -= 1
    }
    const between = soft || texts.length === 0 ? '' : (gap ?? glue(last, part.text))
    const start = length + between.length
    const carried = italics.at(-1)
    const [opening, ...others] = part.italics
    if (carried !== undefined && carried.to === length && opening?.from === 0) {
      italics[italics.length - 1] = { from: carried.from, to: start + opening.to }
    } else if (opening !== undefined) italics.push({ from: start + opening.from, to: start + opening.to })
    for (const span of others) italics.push({ from: start + span.from, to: start + span.to })
    for (const mark of part.marks) marks.push({ at: start + mark.at, mark: mark.mark })
    texts.push(between + part.text)
    length = start + part.text.length
    if (part.text !== '') last = part.text
  }
  return { ...first, text: texts.join(''), italics, marks }
}

const EMPTY_PIECE: Piece = {
  text: '',
  shape: 'paragraph',
  before: 'none',
  level: 0,
  ordinal: null,
  italics: [],
  marks: [],
}

/** A piece without its first `length` characters and the white space after them; spans and marks move along. */
export function cutStart(piece: Piece, length: number): Piece {
  const rest = piece.text.slice(length)
  const from = length + rest.length - rest.trimStart().length
  const shift = (at: number) => Math.max(0, at - from)
  return {
    ...piece,
    text: piece.text.slice(from),
    italics: piece.italics
      .map((span) => ({ from: shift(span.from), to: shift(span.to) }))
      .filter((span) => span.to > span.from),
    marks: piece.marks.map(({ at, mark }) => ({ at: shift(at), mark })),
  }
}

/** A piece without the characters of `span`; spans and marks behind it move along. */
export function cutOut(piece: Piece, span: Span): Piece {
  const size = span.to - span.from
  const shift = (at: number) => (at <= span.from ? at : Math.max(span.from, at - size))
  return {
    ...piece,
    text: piece.text.slice(0, span.from) + piece.text.slice(span.to),
    italics: piece.italics
      .map(({ from, to }) => ({ from: shift(from), to: shift(to) }))
      .filter(({ from, to }) => to > from),
    marks: piece.marks.map(({ at, mark }) => ({ at: shift(at), mark })),
  }
}

/** A piece with one more break before it, if the one it has is weaker than a page's. */
export function withBreak(piece: Piece, before: Break): Piece {
  return { ...piece, before }
}

/** The label of a piece: the printed one, or for an item of a file's own list the one that its place there draws. */
export function pieceLabel(piece: Piece, language: Language): Label | null {
  const printed = readLabel(piece.text, language)
  if (printed !== null || piece.ordinal === null) return printed
  const ordinal = piece.ordinal
  const style = piece.level <= 1 ? 'number' : piece.level === 2 ? 'letter' : 'roman'
  const letter = LABEL_ALPHABETS.latin[ordinal - 1] ?? String(ordinal)
  const core = style === 'letter' ? letter : toRoman(ordinal)
  return style === 'number'
    ? { label: `${ordinal}.`, style, ordinal, shape: 'point', length: 0, otherReadings: [] }
    : { label: `${core})`, style, ordinal, shape: 'half', length: 0, otherReadings: [] }
}

/** How many columns a text takes: Chinese characters take two. */
export function width(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/gu)?.length ?? 0
  return text.length + wide
}

/** Whether a text has capitals and no small letter. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether a piece is a line of text without a mark at its end, and no longer than a title is. */
export function isTitleLine(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.text === '' || piece.text.startsWith('[')) return false
  return ending(piece.text) === 'open' && width(piece.text) <= LONGEST_TITLE
}

/** In columns. */
const LONGEST_TITLE = 300

/** The number of a piece that is numbered in plain figures, `7.` or `7 -`, else 0. */
export function plainNumber(piece: Piece, language: Language): number {
  const label = pieceLabel(piece, language)
  if (label === null || label.style !== 'number' || isHanLabel(label)) return 0
  return label.shape === 'point' || label.shape === 'dash' ? label.ordinal : 0
}

/** Whether a label counts in Chinese characters: 一、 or （一）. */
export function isHanLabel(label: Label): boolean {
  return /[\u3007\p{Script=Han}]/u.test(label.label)
}
