import { diffArrays } from 'diff'
import type { Finding, Language } from '../../model'
import { baseLanguage } from '../../text/languages'
import { judgedWords, type JudgedWord } from '../answers'
import type { Check, CheckContext } from '../check-context'
import { makeFinding } from '../make-finding'
import type { Cell } from '../row-pair'
import {
  answers,
  canBeAnswered,
  conceptsOf,
  sameConcept,
  soughtWordings,
  termRows,
  type Hit,
  type TermRow,
} from '../term-pairs'
import { countAnswers, type AnswerRate } from '../term-rates'
import { weighTerm } from '../weigh-term'

/** How far a concept may stand from the missing one's place, as a share of its row, to be taken for what stands there instead. */
const NEAR = 0.35

/** What a concept is worth that stands instead of one of its field which the row answers by half, and which the added one therefore hides. */
const HIDDEN = 0.6

/** What an added term is worth against a missing one: translators spell out what the other text only implies. */
const ADDED = 0.52

/**
 * Concepts that stand on one side of a row only: `term-missing` where the pivot has it (`absent`, or `other-concept` where a concept of the same field that
 * nothing answers stands at about its place), `term-added` where only the other version has it (`extra`). Each side becomes its sequence of concepts;
 * what the diff removes or adds and the other side holds nowhere in the row is the difference, since languages order and repeat terms differently.
 * How sure it is depends on how surely the text answers that concept elsewhere and on what in the row may stand for it.
 */
export const checkMissingTerms: Check = (pairs, context) => {
  const rows = termRows(pairs)
  const missingRate = countAnswers(rows, 'pivot')
  const addedRate = countAnswers(rows, 'other')
  const [forth, back] = [judgedWords(pairs, context, false), judgedWords(pairs, context, true)]
  // A source that is cited in its own language and script names no term.
  return rows
    .filter(({ pair }) => isInOwnScript(pair.other))
    .flatMap((row) => rowFindings(row, rows, { missingRate, addedRate, forth, back, context }))
}

const LETTER = /\p{L}/gu
const OWN_SCRIPT: Readonly<Record<Language, RegExp>> = {
  ru: /\p{Script=Cyrillic}/gu,
  ar: /\p{Script=Arabic}/gu,
  zh: /\p{Script=Han}/gu,
}

/** True unless most letters of a cell are of another script than its language is written in. */
function isInOwnScript({ language, paragraphs }: Cell): boolean {
  const script = OWN_SCRIPT[baseLanguage(language)]
  if (script === undefined) return true
  const text = paragraphs.map(({ paragraph }) => paragraph.text).join(' ')
  return 2 * (text.match(script)?.length ?? 0) >= (text.match(LETTER)?.length ?? 0)
}

interface Means {
  readonly missingRate: AnswerRate
  readonly addedRate: AnswerRate
  /** The judged words of a row, of the pivot and of the other version. */
  readonly forth: (row: number) => readonly JudgedWord[]
  readonly back: (row: number) => readonly JudgedWord[]
  readonly context: CheckContext
}

function rowFindings(row: TermRow, rows: readonly TermRow[], means: Means): readonly Finding[] {
  const { missing, added } = differences(row, means.context)
  const free = new Set(added)
  const findings = missing.map((hit) => {
    const instead = replacement(row, hit, [...free], means.context)
    if (instead !== null) free.delete(instead)
    return missingFinding(row, rows, hit, instead, added, means)
  })
  const hidden = once(row.pivot)
    .filter((hit) => isHalfAnswered(row, hit))
    .flatMap((hit) => {
      const instead = replacement(row, hit, [...free], means.context)
      if (instead === null) return []
      free.delete(instead)
      const { confidence } = addedFinding(row, rows, instead, [hit], means)
      return termMissing(row, hit, instead, means.context, (HIDDEN * confidence) / ADDED)
    })
  return [...findings, ...hidden, ...[...free].map((hit) => addedFinding(row, rows, hit, missing, means))]
}

/**
 * True where a concept is answered by weak wordings alone, or inside longer terms that the pivot has as well: enough while nothing else asks for an explanation, not where another
 * concept of its field has come up.
 */
function isHalfAnswered({ pivot, other }: TermRow, hit: Hit): boolean {
  if (hit.item.weak === true) return false
  const isInside = (one: Hit) => (one.item.inside ?? []).some((id) => hit.item.concepts.includes(id))
  const found = other.filter((answer) => answers(answer, hit))
  if (found.length === 0 || found.some((answer) => sameConcept(answer, hit) && answer.item.weak !== true))
    return false
  return found.filter(isInside).length <= pivot.filter(isInside).length
}

/** The concepts of either side that the other side holds nowhere in the row, each once, where the base could answer them. */
function differences(
  { pivot, other, pair }: TermRow,
  context: CheckContext,
): { readonly missing: readonly Hit[]; readonly added: readonly Hit[] } {
  const removed: Hit[] = []
  const inserted: Hit[] = []
  for (const change of diffArrays([...pivot], [...other], { comparator: sameConcept })) {
    if (change.removed) removed.push(...change.value)
    else if (change.added) inserted.push(...change.value)
  }
  return {
    missing: once(removed).filter(
      (hit) =>
        hit.item.weak !== true &&
        !other.some((answer) => answers(answer, hit)) &&
        canBeAnswered(hit, pair.other.language, context),
    ),
    added: once(inserted).filter(
      (hit) =>
        hit.item.weak !== true &&
        !pivot.some((answer) => answers(answer, hit)) &&
        canBeAnswered(hit, pair.pivot.language, context),
    ),
  }
}

/** The first hit of each concept: a term that is missing twice in a row is one difference. */
function once(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit, k) => hits.findIndex((before) => sameConcept(before, hit)) === k)
}

/** The added concept of the same field nearest to where the missing one would stand, or null; the only one wherever it stands, since languages turn whole clauses round. */
function replacement(row: TermRow, hit: Hit, added: readonly Hit[], context: CheckContext): Hit | null {
  const fields = new Set(conceptsOf(hit, context).map(({ field }) => field))
  const at = relativePlace(row.pair.pivot, hit)
  const akin = added.filter((candidate) =>
    conceptsOf(candidate, context).some(({ field }) => fields.has(field)),
  )
  if (akin.length === 1) return akin[0]!
  const near = akin
    .map((candidate) => ({ candidate, distance: Math.abs(relativePlace(row.pair.other, candidate) - at) }))
    .filter(({ distance }) => distance <= NEAR)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.candidate ?? null
}

/** Where a hit stands in its cell, from 0 to 1. */
function relativePlace(cell: TermRow['pair']['pivot'], hit: Hit): number {
  let [before, all] = [0, 0]
  for (const { paragraph } of cell.paragraphs) {
    if (paragraph.address === hit.place.address) before = all + hit.place.from
    all += paragraph.text.length
  }
  return all === 0 ? 0 : before / all
}

function missingFinding(
  row: TermRow,
  rows: readonly TermRow[],
  hit: Hit,
  instead: Hit | null,
  added: readonly Hit[],
  { missingRate, forth, context }: Means,
): Finding {
  const confidence = weighTerm({
    row,
    rows,
    hit,
    side: 'pivot',
    open: added,
    rate: missingRate,
    judged: forth(row.index),
    context,
  })
  return termMissing(row, hit, instead, context, confidence)
}

function termMissing(
  row: TermRow,
  hit: Hit,
  instead: Hit | null,
  context: CheckContext,
  confidence: number,
): Finding {
  const concept = conceptsOf(hit, context)[0]
  return makeFinding('term-missing', row.pair, hit, instead, {
    rule: instead === null ? 'absent' : 'other-concept',
    sought: soughtWordings(concept, context.other),
    matched: hit.item.wording,
    concept: concept?.id ?? null,
    confidence,
  })
}

function addedFinding(
  row: TermRow,
  rows: readonly TermRow[],
  hit: Hit,
  missing: readonly Hit[],
  { addedRate, back, context }: Means,
): Finding {
  const confidence = weighTerm({
    row,
    rows,
    hit,
    side: 'other',
    open: missing,
    rate: addedRate,
    judged: back(row.index),
    context,
  })
  const concept = conceptsOf(hit, context)[0]
  return makeFinding('term-added', row.pair, null, hit, {
    rule: 'extra',
    sought: soughtWordings(concept, context.pivot),
    matched: hit.item.wording,
    concept: concept?.id ?? null,
    confidence: confidence * ADDED,
  })
}
