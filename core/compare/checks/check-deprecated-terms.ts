import type { TermStatus } from '../../model'
import type { Check, CheckContext } from '../check-context'
import { makeFinding } from '../make-finding'
import { conceptsOf, sameConcept, soughtWordings, termRows, type Hit } from '../term-pairs'

/** How sure it is that a wording with this ruling is to be reported; the other rulings allow it. */
const RULED_OUT: Partial<Record<TermStatus, number>> = { forbidden: 1, deprecated: 0.7 }

/**
 * Wordings that the term base says not to use, with those it prefers as what was sought. Those of the pivot are reported only where the other version's
 * own wording for the concept is in order: what both have is one matter, and it is the other version that is looked at.
 */
export const checkDeprecatedTerms: Check = (pairs, context) =>
  termRows(pairs).flatMap(({ pair, pivot, other }) => {
    const bad = other.filter(isRuledOut)
    const own = pivot.filter((hit) => isRuledOut(hit) && !bad.some((answer) => sameConcept(hit, answer)))
    return [
      ...bad.map((hit) => {
        const asked = pivot.find((one) => sameConcept(one, hit)) ?? null
        return makeFinding('term-deprecated', pair, asked, hit, grounds(hit, context.other, context))
      }),
      ...own.map((hit) => {
        const answer = other.find((one) => sameConcept(one, hit)) ?? null
        return makeFinding('term-deprecated', pair, hit, answer, grounds(hit, context.pivot, context))
      }),
    ]
  })

function isRuledOut({ item }: Hit): boolean {
  return RULED_OUT[item.status] !== undefined
}

function grounds(hit: Hit, language: string, context: CheckContext) {
  const concept = conceptsOf(hit, context)[0]
  return {
    rule: hit.item.status,
    sought: soughtWordings(concept, language),
    matched: hit.item.wording,
    concept: concept?.id ?? null,
    confidence: RULED_OUT[hit.item.status] ?? 0,
  }
}
