import type { Language } from '../model'
import { beginning, ending, opensParagraph } from './ending'
import {
  cutsSymbol,
  isCapitals,
  joinPieces,
  pieceLabel,
  width,
  type Draft,
  type Piece,
  type Rule,
} from './piece'
import { readHead } from './read-head'

/** Widest line of a text that is wrapped by hand or by a PDF; longer lines are whole paragraphs. In columns. */
const WIDEST_WRAP = 160

/** Narrowest: below it lines are lines of a heading. */
const NARROWEST_WRAP = 40

/** How much of the width a line must fill, its successor's first word included, to be full: proportional type varies that much. */
const FULL = 0.85

/** Lines of this width that follow each other without a gap show a text with one paragraph on each line. */
const WHOLE_PARAGRAPH = 200

/** Headings that no wrapped line looks like. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'title',
  'enacting',
  'article',
  'part',
  'chapter',
  'protocol',
  'annex',
  'preamble',
])

interface Setting {
  readonly language: Language
  /** Widest line of the stanza, in columns. */
  readonly widest: number
  /** The document sets one paragraph on each line. */
  readonly linewise: boolean
  /** The document sets a gap between paragraphs, so that lines without one are not two of them. */
  readonly spaced: boolean
  /** The lines above the enacting words, each of which is a paragraph. */
  readonly heading: boolean
  readonly lastNumber: number
}

function firstWord(text: string): number {
  const word = /^\S+/u.exec(text.slice(0, 40))?.[0] ?? ''
  return /^\p{Script=Han}/u.test(word) ? 2 : width(word)
}

function startsParagraph(line: Piece, previous: Piece, setting: Setting): boolean {
  if (line.shape !== 'paragraph' || previous.shape !== 'paragraph') return true
  if (line.marks[0]?.at === 0 || line.ordinal !== null) return true
  const tail = ending(previous.text)
  const label = pieceLabel(line, setting.language)
  if (
    label !== null &&
    label.style === 'number' &&
    label.ordinal === setting.lastNumber + 1 &&
    label.shape === 'point'
  )
    return true
  if (label !== null && tail !== 'open') return true
  if (line.italics[0]?.from === 0 && tail !== 'open' && !sameItalics(previous)) return true
  if (/^\[/u.test(line.text)) return tail !== 'open' || width(previous.text) < NARROWEST_WRAP * 2
  const head = readHead(line.text)
  if (head === null) return false
  // "…of its seventy-seventh\nsession" is a wrapped line; the same words after a short line or a full stop are a heading.
  if (tail !== 'open' || STRUCTURE.has(head.type) || (setting.heading && head.type !== 'session')) return true
  return beginning(line.text) !== 'lower' && width(previous.text) < NARROWEST_WRAP
}

function sameItalics(line: Piece): boolean {
  return line.italics.at(-1)?.to === line.text.length
}

function standsAlone(line: Piece): boolean {
  const head = readHead(line.text)
  if (head === null) return false
  if (head.type === 'article') return head.length >= line.text.length
  return head.type !== 'title' && head.type !== 'adopted'
}

function goesOn(line: Piece, previous: Piece, first: Piece, setting: Setting): boolean {
  if (/^\[/u.test(first.text) && !previous.text.includes(']')) return true
  if (line.shape === 'paragraph' && cutsSymbol(previous.text, line.text)) return true
  if (startsParagraph(line, previous, setting) || standsAlone(previous)) return false
  const begin = beginning(line.text)
  const tail = ending(previous.text)
  if (begin === 'mark') return true
  const filled = width(previous.text)
  if (setting.widest > WIDEST_WRAP) {
    // A line in capitals is a heading; and where each line is a paragraph, a script without capitals says nothing of how a line begins.
    const begins = begin === 'lower' ? !isCapitals(previous.text) : begin === 'caseless' && !setting.linewise
    return tail === 'open' && filled >= NARROWEST_WRAP * 1.5 && begins
  }
  if (tail === 'open' && begin === 'lower') return !setting.linewise || filled >= NARROWEST_WRAP * 1.5
  if (setting.widest < NARROWEST_WRAP) return false
  const full = filled + 1 + firstWord(line.text) >= setting.widest * FULL
  if (tail === 'open') return full && !(setting.linewise && begin === 'caseless')
  const opens = () => !setting.spaced && opensParagraph(line.text, setting.language)
  if (tail === 'comma') return (full || begin === 'lower') && !opens()
  return full && !setting.linewise && !/[;:；：؛]$/u.test(previous.text) && !opens()
}

function joinStanza(stanza: readonly Piece[], setting: Omit<Setting, 'widest' | 'lastNumber'>): Piece[] {
  const out: Piece[] = []
  const widest = stanza.reduce((most, line) => Math.max(most, width(line.text)), 0)
  let current: Piece[] = []
  let lastNumber = 0
  for (const line of stanza) {
    const previous = current.at(-1)
    const [first] = current
    const goes =
      previous !== undefined &&
      first !== undefined &&
      goesOn(line, previous, first, { ...setting, widest, lastNumber })
    if (goes) {
      current.push(line)
      continue
    }
    if (current.length > 0) out.push(joinPieces(current))
    current = [line]
    const label = pieceLabel(line, setting.language)
    if (label?.style === 'number') lastNumber = label.ordinal
  }
  if (current.length > 0) out.push(joinPieces(current))
  return out
}

function isLinewise(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece, i) =>
      piece.before === 'line' &&
      (width(piece.text) > WHOLE_PARAGRAPH || width(pieces[i - 1]?.text ?? '') > WHOLE_PARAGRAPH),
  )
}

/** Whether gaps stand between the recitals: more of the paragraphs that end with a comma have one behind them than have known opening words. */
function isSpaced(pieces: readonly Piece[], language: Language): boolean {
  let gaps = 0
  let asked = 0
  let tight = 0
  pieces.forEach((piece, i) => {
    const previous = pieces[i - 1]
    if (previous === undefined || ending(previous.text) !== 'comma') return
    if (piece.before !== 'line') gaps += 1
    else if (asked < MOST_ASKED) {
      asked += 1
      if (opensParagraph(piece.text, language)) tight += 1
    }
  })
  return gaps > tight
}

/** Line ends that are looked at for opening words; a few tell how a document is set. */
const MOST_ASKED = 60

/** The enacting words stand among the first lines, or the text is no resolution. */
const LONGEST_HEADING = 120

/**
 * Joins the lines of hand-wrapped paragraphs. Lines that follow each other without a gap are one paragraph where the line before is full
 * or unfinished and the next begins nothing new: no label, note, heading or opening words.
 */
export const joinLines: Rule = (draft: Draft): Draft => {
  const { language } = draft
  const linewise = isLinewise(draft.pieces)
  const spaced = isSpaced(draft.pieces, language)
  const enacting = draft.pieces
    .slice(0, LONGEST_HEADING)
    .findIndex((piece) => readHead(piece.text)?.type === 'enacting')
  const pieces: Piece[] = []
  let stanza: Piece[] = []
  let start = 0
  const finish = () => {
    const heading = start < enacting
    for (const joined of joinStanza(stanza, { language, linewise, spaced, heading })) pieces.push(joined)
  }
  draft.pieces.forEach((piece, i) => {
    if (piece.before !== 'line' && stanza.length > 0) {
      finish()
      stanza = []
      start = i
    }
    stanza.push(piece)
  })
  finish()
  return { ...draft, pieces }
}
