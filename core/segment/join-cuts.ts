import type { Language, Repair } from '../model'
import { baseLanguage } from '../text/languages'
import { beginning, ending, endsWithConjunction, opensParagraph } from './ending'
import { noteJoin } from './note-repair'
import { isCapitals, joinPieces, pieceLabel, width, type Draft, type Piece, type Rule } from './piece'
import { readHead } from './read-head'

/** Shorter paragraphs without a mark at their end are headings, not halves. In columns. */
const SHORTEST_HALF = 40
const LONG = 60

type Zone = 'before' | 'preamble' | 'operative' | 'plain'

/** Abbreviations whose point ends no sentence when a figure follows on the next page. */
const ABBREVIATION =
  /(?<!\p{L})(?:par|para|paras|art|arts|n|no|nos|núm|núms|párr|p|pp|vol|chap|cap|п|пп|ст|г|гг|т)\.$/iu

function isHead(piece: Piece): boolean {
  if (piece.shape !== 'paragraph') return true
  const head = readHead(piece.text)
  return head !== null && head.type !== 'session' && head.type !== 'adopted'
}

function goesOn(left: Piece, right: Piece, zone: Zone, language: Language): boolean {
  if (zone === 'before' || isHead(right) || isHead(left) || right.before === 'none') return false
  if (pieceLabel(right, language) !== null) return false
  const begin = beginning(right.text)
  if (begin === 'mark') return true
  const page = right.before === 'page'
  const tail = ending(left.text)
  const body = zone !== 'plain'
  const filled = width(left.text)
  const long = filled >= LONG || (page && pieceLabel(left, language) !== null)
  if (tail === 'full') return page && begin === 'figure' && ABBREVIATION.test(left.text)
  // Asked last: looking for opening words costs more than all the rest.
  const opens = () => opensParagraph(right.text, language)
  if (tail === 'open') {
    if (isCapitals(left.text)) return page && begin !== 'upper'
    if (begin === 'lower') return filled >= (right.before === 'line' ? LONG : SHORTEST_HALF) || page
    if (begin === 'caseless') return (page || body) && filled >= SHORTEST_HALF
    return (page || body) && long && !opens()
  }
  if (zone === 'operative') return right.italics[0]?.from !== 0
  if (page && body && endsWithConjunction(left.text)) return true
  // Russian preambular paragraphs begin with a small letter, so that a small letter says nothing there.
  const smallOpens = baseLanguage(language) === 'ru'
  if (begin === 'lower') return smallOpens ? page && !opens() : body || page
  if (begin === 'caseless' || begin === 'figure') return page && !opens()
  return false
}

/** Zones by what stands before: nothing is joined above the enacting words, where every line is a heading of its own. */
function firstOfBody(pieces: readonly Piece[]): number {
  const enacting = pieces.findIndex((piece) => readHead(piece.text)?.type === 'enacting')
  if (enacting >= 0) return enacting
  const title = pieces.slice(0, 60).findIndex((piece) => readHead(piece.text)?.type === 'title')
  return title
}

/**
 * Joins paragraphs that a page break, furniture or notes have cut. The halves are told by how the first ends and the second begins; where
 * that leaves a doubt, a page break between them decides, and known opening words keep them apart. HTML says itself where a paragraph ends.
 */
export const joinCuts: Rule = (draft: Draft): Draft => {
  if (draft.format === 'html') return draft
  const start = firstOfBody(draft.pieces)
  const enacted = start >= 0 && readHead(draft.pieces[start]?.text ?? '')?.type === 'enacting'
  const pieces: Piece[] = []
  const repairs: Repair[] = [...draft.repairs]
  let parts: Piece[] = []
  let zone: Zone = start >= 0 ? 'before' : 'plain'
  draft.pieces.forEach((piece, i) => {
    const left = parts.at(-1)
    const [first] = parts
    // The label stands on the first part, the end on the last.
    const half =
      left === undefined || first === left
        ? left
        : { ...left, text: `${first?.text.slice(0, 80) ?? ''} ${left.text}` }
    if (half !== undefined && goesOn(half, piece, zone, draft.language)) {
      if (left !== undefined) repairs.push(noteJoin('page-break', left, piece))
      parts.push(piece)
      return
    }
    if (parts.length > 0) pieces.push(joinPieces(parts))
    parts = [piece]
    if (i === start) zone = enacted ? 'preamble' : 'plain'
    if (zone === 'preamble' && pieceLabel(piece, draft.language)?.style === 'number') zone = 'operative'
    if (readHead(piece.text)?.type === 'annex') zone = 'plain'
  })
  if (parts.length > 0) pieces.push(joinPieces(parts))
  return { ...draft, pieces, repairs }
}
