import { findBrackets, type Bracketed, type Brackets } from '../../text/find-brackets'
import type { Finding } from '../../model'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type Located, type ReadParagraph, type RowPair } from '../row-pair'

/**
 * Brackets that one version has and the other has not: square ones, which mark what is not agreed in a draft, by their number (`square-absent`, `square-extra`); round ones with
 * several words in them, which another language may well write without (`round-absent`, `round-extra`); and a bracket that opens or closes nothing in one version only (`unpaired`).
 */
export const checkBrackets: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

const SQUARE = 0.75
const ROUND = 0.4
const UNPAIRED = 0.6

type Enclosed = readonly Located<Bracketed>[]

function compareRow(pair: RowPair): readonly Finding[] {
  const stray = unpairedBracket(pair)
  if (stray !== null) return stray
  return [...surplus(pair, 'square', SQUARE, isDraftText), ...surplus(pair, 'round', ROUND, isRemark)]
}

/** A finding for a bracket without its counterpart; none, but not null, where both versions have as many, since nothing can be counted then. */
function unpairedBracket(pair: RowPair): readonly Finding[] | null {
  const [left, right] = [pair.pivot, pair.other].map((cell) => located(cell, ({ unpaired }) => unpaired))
  if (left!.length === 0 && right!.length === 0) return null
  if (left!.length === right!.length) return []
  const more = left!.length > right!.length
  const [bracket] = more ? left! : right!
  return [
    makeFinding('brackets', pair, more ? bracket! : null, more ? null : bracket!, {
      rule: 'unpaired',
      confidence: UNPAIRED,
    }),
  ]
}

function surplus(
  pair: RowPair,
  shape: Bracketed['shape'],
  confidence: number,
  counts: (bracketed: Located<Bracketed>, cell: Cell) => boolean,
): readonly Finding[] {
  const [left, right] = [pair.pivot, pair.other].map((cell) => {
    const all = located(cell, ({ enclosed }) => enclosed).filter(({ item }) => item.shape === shape)
    return { all, counted: all.filter((one) => counts(one, cell)) }
  })
  // What is said in one word here may take two there: everything answers, only several words ask.
  const lost = left!.counted.slice(right!.all.length)
  const added = right!.counted.slice(left!.all.length)
  return [
    ...lost.map((side) => makeFinding('brackets', pair, side, null, { rule: `${shape}-absent`, confidence })),
    ...added.map((side) => makeFinding('brackets', pair, null, side, { rule: `${shape}-extra`, confidence })),
  ]
}

const located = (cell: Cell, choose: (brackets: Brackets) => readonly Bracketed[]): Enclosed =>
  locate(cell, ({ paragraph }) => choose(findBrackets(paragraph.text)))

const LETTERS = /\p{L}[\p{L}\p{M}]*/gu
const HAN = /\p{Script=Han}/gu

/** A figure in square brackets is a reference, not a draft's text. */
const isDraftText = ({ text }: Located<Bracketed>) => /\p{L}/u.test(text)

/** Several words, and neither a symbol or date nor a part of a name, `Bolivia (Plurinational State of)`. */
function isRemark({ item, place, text }: Located<Bracketed>, cell: Cell): boolean {
  const han = text.match(HAN)?.length ?? 0
  if (han > 0 ? han < 3 : (text.match(LETTERS)?.length ?? 0) < 2) return false
  const read = cell.paragraphs.find(({ paragraph }) => paragraph.address === place.address)
  return read === undefined || !itemsIn(read).some(({ from, to }) => from < item.to && item.from < to)
}

const itemsIn = ({ mentions, names = [] }: ReadParagraph) => [
  ...mentions.filter(({ kind }) => kind !== 'number'),
  ...names,
]
