import type { Language } from '../model'
import { ending } from './ending'
import { isTitleLine, pieceLabel, plainNumber, type Piece } from './piece'
import type { Head } from './read-head'
import { REPORT_LINE } from './wording'

/** So many paragraphs that count on from one make a report: a list of two steps is none. */
const LEAST_NUMBERS = 3

/** Pieces above the text of a report, at most. */
const LONGEST_HEADING = 60

/** Whether paragraphs are numbered in plain figures from one on, at least so many of them, whatever stands between. */
export function countsOn(pieces: readonly Piece[], language: Language, least: number): boolean {
  let last = 0
  for (const piece of pieces) if (plainNumber(piece, language) === last + 1) last += 1
  return last >= least
}

/**
 * The title of a report and where its text begins, or null where its paragraphs are not numbered. The title is the first line below what the head of a
 * document says (organ, date, session, agenda item), or the one above "Report of …"; the text begins with the first sentence, number or lettered heading, and with the heading above it.
 */
export function findReport(
  pieces: readonly Piece[],
  heads: readonly (Head | null)[],
  language: Language,
): { readonly title: number; readonly start: number } | null {
  if (!countsOn(pieces, language, LEAST_NUMBERS)) return null
  const text = pieces.findIndex(
    (piece, i) =>
      heads[i] === null && (ending(piece.text) === 'full' || pieceLabel(piece, language) !== null),
  )
  if (text < 0 || text > LONGEST_HEADING) return { title: -1, start: 0 }
  const free = (i: number) => heads[i] === null && pieces[i]?.shape !== 'cell' && isTitleLine(pieces[i])
  const indices = Array.from({ length: text }, (_, i) => i)
  const by = indices.find((i) => free(i) && REPORT_LINE.test(pieces[i]!.text))
  const above = by === undefined ? undefined : indices.filter((i) => i < by && free(i)).at(-1)
  const set = indices.find((i) => pieces[i]!.shape === 'heading' && pieces[i]!.level === 1)
  const title = set ?? above ?? by ?? indices.find(free) ?? -1
  const last = text - 1
  const start = last > title && last !== by && free(last) ? last : text
  return { title, start }
}
