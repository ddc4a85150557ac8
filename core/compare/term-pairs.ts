import type { Concept, Language, TermHit } from '../model'
import { baseLanguage } from '../text/languages'
import type { CheckContext } from './check-context'
import { bothPresent, locate, type Located, type RowPair } from './row-pair'

/** A term where it stands. */
export type Hit = Located<TermHit>

/** A row of which both sides have text, with the terms of both; `index` is its place among all such rows. */
export interface TermRow {
  readonly index: number
  readonly pair: RowPair
  readonly pivot: readonly Hit[]
  readonly other: readonly Hit[]
}

/** Most wordings that a finding names as sought. */
const MOST_SOUGHT = 5

/** The rows that can be compared, in order. */
export function termRows(pairs: readonly RowPair[]): readonly TermRow[] {
  return pairs.filter(bothPresent).map((pair, index) => ({
    index,
    pair,
    pivot: locate(pair.pivot, ({ hits }) => hits),
    other: locate(pair.other, ({ hits }) => hits),
  }))
}

/** True where two hits may mean the same concept. */
export function sameConcept(a: Hit, b: Hit): boolean {
  return a.item.concepts.some((id) => b.item.concepts.includes(id))
}

/** True where a hit names a concept that another may mean, be it inside a longer wording. */
export function answers(answer: Hit, hit: Hit): boolean {
  return sameConcept(answer, hit) || (answer.item.inside ?? []).some((id) => hit.item.concepts.includes(id))
}

/** The concepts of a hit that the term base knows, in its order. */
export function conceptsOf(hit: Hit, context: CheckContext): readonly Concept[] {
  return hit.item.concepts.flatMap((id) => context.concept(id) ?? [])
}

/** The wordings of a concept that may be used in a language, preferred ones first, five at most. */
export function soughtWordings(concept: Concept | undefined, language: Language): readonly string[] {
  const terms = concept?.terms[baseLanguage(language)] ?? []
  const rank = { preferred: 0, admitted: 1, deprecated: 2, forbidden: 3 }
  return terms
    .filter(({ status }) => rank[status] < 2)
    .sort((a, b) => rank[a.status] - rank[b.status])
    .slice(0, MOST_SOUGHT)
    .map(({ wording }) => wording)
}

/** True where the base has a wording for each concept that the hit may mean: else its absence says nothing. */
export function canBeAnswered(hit: Hit, language: Language, context: CheckContext): boolean {
  const concepts = conceptsOf(hit, context)
  return (
    concepts.length > 0 &&
    concepts.every((concept) => (concept.terms[baseLanguage(language)] ?? []).length > 0)
  )
}
