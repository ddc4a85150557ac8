import type { AssociatedText } from '../core/associate/associated-text'
import type { Alignment, Language, Row, Span } from '../core/model'
import { cellParagraphs } from './associate-versions'
import { findRendering } from './find-rendering'

/** A range of the pivot's text. */
export interface PivotSpan extends Span {
  readonly address: string
}

/**
 * What answers a range of the pivot in one other version: where it stands there, and how the wording asked for is answered so in all the text: the `probability` that it is (0–1),
 * and `count` of the `of` places where it stands.
 */
export interface Counterpart extends Span {
  readonly language: Language
  readonly address: string
  readonly wording: string
  readonly probability: number
  readonly count: number
  readonly of: number
}

const WORD = /[\p{L}\p{N}]/u

/**
 * The likely counterparts of a range of the pivot in the same row of the other versions, one for each version that has one, in the order of `texts` (the pivot's associations
 * with each, from `associateVersions`). Words that the range touches count whole; signs at its ends are left out. Empty where the range has no word or the address is unknown.
 */
export function findEquivalents(
  alignment: Alignment,
  span: PivotSpan,
  texts: readonly AssociatedText[],
): readonly Counterpart[] {
  const { rows, pivot } = alignment
  const row = rows.find(({ cells }) => cells[pivot]?.includes(span.address))
  const paragraph =
    row && cellParagraphs(alignment, row, pivot).find(({ address }) => address === span.address)
  if (row === undefined || paragraph === undefined) return []
  const range = trimSigns(paragraph.text, span)
  if (range === null) return []
  const inCell = { from: range.from + paragraph.start, to: range.to + paragraph.start }
  return texts.flatMap((text) => counterpartIn(alignment, row, inCell, text) ?? [])
}

function counterpartIn(alignment: Alignment, row: Row, span: Span, text: AssociatedText): Counterpart | null {
  const language = text.languages[1]
  const own = text.rows.find(({ address }) => address === row.cells[alignment.pivot]?.[0])
  if (own === undefined) return null
  const found = findRendering(own, span, text)
  if (found === null) return null
  const paragraph = cellParagraphs(alignment, row, language).findLast(({ start }) => start <= found.from)
  if (paragraph === undefined) return null
  const from = found.from - paragraph.start
  const to = Math.min(found.to - paragraph.start, paragraph.text.length)
  const { probability, count, of } = found
  const wording = paragraph.text.slice(from, to)
  return { language, address: paragraph.address, from, to, wording, probability, count, of }
}

/** A range without the signs and spaces at its ends; null where nothing is left. */
function trimSigns(text: string, span: Span): Span | null {
  const characters = [...text.slice(span.from, span.to)]
  const first = characters.findIndex((character) => WORD.test(character))
  if (first < 0) return null
  const last = characters.findLastIndex((character) => WORD.test(character))
  const lengthOf = (part: readonly string[]) => part.join('').length
  return {
    from: span.from + lengthOf(characters.slice(0, first)),
    to: span.from + lengthOf(characters.slice(0, last + 1)),
  }
}
