import type { CueValue, Finding } from '../../model'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type RowPair } from '../row-pair'

const STRENGTHS: readonly CueValue[] = ['must', 'should', 'may', 'must-not']

/** Modals of another strength: one version has fewer of one strength and more of another. A missing "must" alone says nothing: legal drafting leaves it out. */
export const checkObligation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [modalsOf(pair.pivot), modalsOf(pair.other)]
  const surplus = (value: CueValue) => count(pivot, value) - count(other, value)
  const lost = STRENGTHS.find((value) => surplus(value) > 0)
  const won = STRENGTHS.find((value) => surplus(value) < 0)
  if (lost === undefined || won === undefined) return []
  const expected = pivot.find(({ item }) => item.value === lost)!
  const found = other.find(({ item }) => item.value === won)!
  const confidence = pivot.length === other.length ? 0.7 : 0.4
  return [makeFinding('obligation', pair, expected, found, { rule: 'other-strength', confidence })]
}

type Modals = ReturnType<typeof modalsOf>

const count = (modals: Modals, value: CueValue) => modals.filter(({ item }) => item.value === value).length

const modalsOf = (cell: Cell) =>
  locate(cell, ({ cues = [] }) => cues.filter(({ kind }) => kind === 'obligation'))
