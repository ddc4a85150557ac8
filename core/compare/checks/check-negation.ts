import type { Finding } from '../../model'
import { findFaintNegations } from '../../text/find-cues'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type RowPair } from '../row-pair'

/**
 * Negations of one version that nothing in the other answers. A word that holds a denial (`without`, `refuse`) may answer a negation, unless such a word
 * of the first version is its answer already.
 */
export const checkNegation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [negationsOf(pair.pivot), negationsOf(pair.other)]
  const difference = pivot.length - other.length
  const [more, fewer] = difference > 0 ? [pair.pivot, pair.other] : [pair.other, pair.pivot]
  const slack = Math.max(0, faintIn(fewer) - faintIn(more))
  if (Math.abs(difference) <= slack) return []
  const first = (difference > 0 ? pivot : other)[0]!
  // One negation against none is told surely; among several, words may deny twice or share a denial.
  const confidence = Math.min(pivot.length, other.length) === 0 ? 0.75 : 0.45
  return difference > 0
    ? [makeFinding('negation', pair, first, null, { rule: 'absent', confidence })]
    : [makeFinding('negation', pair, null, first, { rule: 'extra', confidence: confidence - 0.1 })]
}

const negationsOf = (cell: Cell) =>
  locate(cell, ({ cues = [] }) => cues.filter(({ kind }) => kind === 'negation'))

const faintIn = ({ paragraphs, language }: Cell) =>
  paragraphs.reduce((sum, { paragraph }) => sum + findFaintNegations(paragraph.text, language).length, 0)
