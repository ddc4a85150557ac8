import type { CueValue, Finding, Language, Span } from '../../model'
import { pairWords, type Positioned } from '../../text/cues/pair-words'
import { isBroadDuty } from '../../text/find-cues'
import { baseLanguage } from '../../text/languages'
import type { Check } from '../check-context'
import { makeFinding, type Side } from '../make-finding'
import { bothPresent, locate, type Cell, type RowPair } from '../row-pair'

/**
 * Modals of another strength: those of the two versions are paired in their order and by where they stand in the row. One without an answer says
 * nothing, since legal drafting leaves it to the tense; nor does a prohibition, whose denial the check of negations looks at.
 */
export const checkObligation: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

interface Modal extends Positioned {
  readonly side: Side
  readonly value: CueValue
  /** A denial stands beside it, before it or, in languages that put it there, behind: with it a permission is a prohibition. */
  readonly denied: boolean
  /** A word of its language for duties and for advice alike (应, ينبغي). */
  readonly broad: boolean
}

function compareRow(pair: RowPair): readonly Finding[] {
  const [pivot, other] = [modalsOf(pair.pivot), modalsOf(pair.other)]
  const differing = pairWords(pivot, other, pairCost, () => 0.5).find(
    ([a, b]) => a !== null && b !== null && !agree(a, b),
  )
  const [expected, found] = differing ?? [null, null]
  if (expected === null || found === null) return []
  const grade = [expected.value, found.value].includes('may')
  const confidence = !grade ? 0.45 : pivot.length === other.length ? 0.75 : 0.6
  return [makeFinding('obligation', pair, expected.side, found.side, { rule: 'other-strength', confidence })]
}

const pairCost = (a: Modal, b: Modal): number => Math.abs(a.at - b.at) + (agree(a, b) ? 0 : 0.6)

/** Equal strength as far as the words go; a prohibition answers any modal, since the denial may stand elsewhere. */
const agree = (a: Modal, b: Modal): boolean =>
  a.value === b.value ||
  (a.value === 'must-not' && forbids(b)) ||
  (b.value === 'must-not' && forbids(a)) ||
  ((a.broad || b.broad) && a.value !== 'may' && b.value !== 'may')

/** A duty may be a duty to abstain, denied further on; a permission forbids only where it is itself denied. */
const forbids = ({ value, denied }: Modal): boolean => value !== 'may' || denied

/** How far from a modal, in characters, its denial may stand. */
const BESIDE = 40
const BESIDE_HAN = 12
const BEHIND = 12

function isDenied(
  { cues = [], paragraph }: Cell['paragraphs'][number],
  modal: Span,
  language: Language,
): boolean {
  const behind = baseLanguage(language) === 'en' ? BEHIND : 0
  const [beside, end] = baseLanguage(language) === 'zh' ? [BESIDE_HAN, /[,.;，；。]/u] : [BESIDE, /[.;；。؛]/u]
  return cues.some(
    ({ kind, from, to }) =>
      kind === 'negation' &&
      ((to <= modal.to &&
        modal.from - from <= beside &&
        !end.test(paragraph.text.slice(from, modal.from))) ||
        (from >= modal.to && from - modal.to <= behind) ||
        (from < modal.to && modal.from < to)),
  )
}

function modalsOf(cell: Cell): readonly Modal[] {
  const starts = new Map<string, number>()
  let total = 0
  for (const { paragraph } of cell.paragraphs) {
    starts.set(paragraph.address, total)
    total += paragraph.text.length
  }
  return locate(cell, ({ cues = [] }) => cues.filter(({ kind }) => kind === 'obligation')).map(
    ({ item, place, text }) => ({
      at: ((starts.get(place.address) ?? 0) + item.from) / Math.max(1, total),
      value: item.value,
      broad: isBroadDuty(text, cell.language),
      denied: isDenied(
        cell.paragraphs.find(({ paragraph }) => paragraph.address === place.address)!,
        place,
        cell.language,
      ),
      side: { place, text },
    }),
  )
}
