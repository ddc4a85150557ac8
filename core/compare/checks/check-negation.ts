import type { Finding } from '../../model'
import { pairWords, type Positioned } from '../../text/cues/pair-words'
import { findFaintNegations } from '../../text/find-cues'
import type { Check } from '../check-context'
import { makeFinding, type Side } from '../make-finding'
import { bothPresent, type Cell, type RowPair } from '../row-pair'

/**
 * Negations of one version that nothing in the other answers. Denials are paired in their order and by where they stand in the row; a word that holds a
 * denial inside (`without`, `refuse`) may answer a negation near its own place, unless such a word of the first version is its answer already.
 */
export const checkNegation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

interface Denial extends Positioned {
  readonly side: Side
  /** A word that only holds a denial inside: it answers, and asks for no answer. */
  readonly faint: boolean
}

/** How far from its own place, as a share of the cell, a negation's answer may stand: languages turn whole clauses round. */
const REACH = 0.3

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [denialsOf(pair.pivot), denialsOf(pair.other)]
  const strong = (denials: readonly Denial[]) => denials.filter(({ faint }) => !faint).length
  if (strong(pivot) + strong(other) === 0) return []
  const open = pairWords(pivot, other, pairCost, ({ faint }) => (faint ? 0.8 : 1))
  const absent = open.flatMap(([a, b]) => (a !== null && b === null && !a.faint ? [a] : []))
  const extra = open.flatMap(([a, b]) => (b !== null && a === null && !b.faint ? [b] : []))
  // As many on both sides, only far apart: the sentence was turned round.
  const difference = absent.length - extra.length
  if (difference === 0) return []
  return difference > 0
    ? [makeFinding('negation', pair, absent[0]!.side, null, { rule: 'absent', confidence: 0.7 })]
    : [makeFinding('negation', pair, null, extra[0]!.side, { rule: 'extra', confidence: 0.45 })]
}

function pairCost(a: Denial, b: Denial): number {
  const distance = Math.abs(a.at - b.at)
  if (!a.faint && !b.faint) return distance
  // Two words that hold a denial answer each other before one of them answers a negation.
  if (a.faint && b.faint) return distance * 0.5
  return distance > REACH ? Infinity : 0.6 + distance
}

function denialsOf({ paragraphs, language }: Cell): readonly Denial[] {
  const total = paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0)
  let before = 0
  return paragraphs.flatMap(({ paragraph, cues = [] }) => {
    const { text, address } = paragraph
    const start = before
    before += text.length
    const denial =
      (faint: boolean) =>
      ({ from, to }: { readonly from: number; readonly to: number }) => ({
        at: (start + from) / Math.max(1, total),
        faint,
        side: { place: { address, from, to }, text: text.slice(from, to) },
      })
    return [
      ...cues.filter(({ kind }) => kind === 'negation').map(denial(false)),
      ...findFaintNegations(text, language).map(denial(true)),
    ].sort((a, b) => a.at - b.at)
  })
}
