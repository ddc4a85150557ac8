import { findQuotations } from '../../text/find-quotations'
import type { Finding, Span } from '../../model'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type Located, type RowPair } from '../row-pair'

/**
 * Quoted words of one version that the other sets apart in no way: neither in quotation marks nor as a title in 《》 nor in italics (`absent`, `extra`); and marks that open or
 * close nothing in one version only (`unpaired`). A single quoted word asks for nothing, nor does a Chinese title, nor a term of the term base, which another language may not
 * need to set apart.
 */
export const checkQuotations: Check = (pairs) => {
  const rows = pairs.filter(bothPresent).map((pair) => {
    const [left, right] = [pair.pivot, pair.other].map(readCell)
    return { pair, left: left!, right: right! }
  })
  const kept = {
    left: keepsMarks(rows.map(({ left, right }) => [left, right])),
    right: keepsMarks(rows.map(({ left, right }) => [right, left])),
  }
  return rows.flatMap((row) => compareRow(row, kept))
}

/** Rows whose quotations the other version quotes too, and their share of all that quote, from which on it is known to keep quotation marks. */
const REGULAR = 3
const REGULAR_SHARE = 0.75

function keepsMarks(rows: readonly (readonly [Quoted, Quoted])[]): boolean {
  const quoting = rows.filter(([own]) => own.asking.length > 0)
  const kept = quoting.filter(([own, other]) => unanswered(own, other).length === 0).length
  return kept >= REGULAR && kept >= REGULAR_SHARE * quoting.length
}

const SURE = 0.55
const UNSURE = 0.4
const UNPAIRED = 0.6

/** The quotations of a cell: all that answer, those of several words, which ask, and marks that stand alone. */
interface Quoted {
  readonly quoted: readonly Located<Span>[]
  readonly asking: readonly Located<Span>[]
  readonly italics: number
  readonly unpaired: readonly Located<Span>[]
}

interface ReadRow {
  readonly pair: RowPair
  readonly left: Quoted
  readonly right: Quoted
}

function compareRow(
  { pair, left, right }: ReadRow,
  kept: { readonly left: boolean; readonly right: boolean },
): readonly Finding[] {
  // A mark too few makes the other marks enclose the wrong words.
  if (left.unpaired.length > 0 || right.unpaired.length > 0) return unpairedMarks(pair, left, right)
  const [lost, added] = [unanswered(left, right), unanswered(right, left)]
  return [
    ...lost.map((side) =>
      makeFinding('quotation', pair, side, null, { rule: 'absent', confidence: kept.left ? SURE : UNSURE }),
    ),
    ...added.map((side) =>
      makeFinding('quotation', pair, null, side, { rule: 'extra', confidence: kept.right ? SURE : UNSURE }),
    ),
  ]
}

function unpairedMarks(pair: RowPair, left: Quoted, right: Quoted): readonly Finding[] {
  // A long quotation may open in one paragraph and close in another, in both versions alike.
  if (left.unpaired.length === right.unpaired.length) return []
  const more = left.unpaired.length > right.unpaired.length
  const mark = (more ? left : right).unpaired[0]!
  return [
    makeFinding('quotation', pair, more ? mark : null, more ? null : mark, {
      rule: 'unpaired',
      confidence: UNPAIRED,
    }),
  ]
}

/** Which of several is the unanswered one cannot be told: the last ones, as many as are too many. */
function unanswered(own: Quoted, other: Quoted): readonly Located<Span>[] {
  const answers = other.quoted.length + other.italics
  return own.asking.length > answers ? own.asking.slice(answers) : []
}

function readCell(cell: Cell): Quoted {
  const quoted = locate(cell, ({ paragraph }) => findQuotations(paragraph.text).quotations)
  return {
    quoted,
    asking: quoted.filter((one) => !one.item.title && isSeveralWords(one.text) && !isTerm(one, cell)),
    italics: cell.paragraphs.reduce((sum, { paragraph }) => sum + paragraph.italics.length, 0),
    unpaired: locate(cell, ({ paragraph }) => findQuotations(paragraph.text).unpaired),
  }
}

/** True where a term or name takes up all that is quoted, but for the marks and a space or a preposition written on the word. */
function isTerm({ place }: Located<Span>, { paragraphs }: Cell): boolean {
  const read = paragraphs.find(({ paragraph }) => paragraph.address === place.address)
  return [...(read?.hits ?? []), ...(read?.names ?? [])].some(
    ({ from, to }) => from >= place.from && from - place.from <= 3 && place.to - to <= 2 && to <= place.to,
  )
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu
const HAN = /\p{Script=Han}/gu

/** Two words, or three Chinese characters. */
function isSeveralWords(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0
  return han > 0 ? han >= 3 : (text.match(WORD)?.length ?? 0) >= 2
}
