import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import type { Concept, Language, Term, TermBase } from '../model'

/** A wording of an earlier base. */
interface Claim {
  readonly wording: string
  readonly exact: boolean
  /** In use and not weak: a concept that has it as the pivot's wording is about the same thing. */
  readonly firm: boolean
}

/**
 * Term bases in order of priority as one. Of concepts with one id the first stays, and later ones are left out. A wording belongs, in its language, to the first base that has it: concepts of later
 * bases lose it and keep their others. A later concept whose wording in the pivot's language (the preferred ones; where none is, the first in use) an earlier base has in use, and not as a weak
 * one, is the earlier one's concept under another id and is left out whole, as is one that no wording is left of. Within a base nothing changes: homonyms stay homonyms.
 * Wordings are the same whose spelling is (see fold), and where one asks for that very form, only if the case is too.
 */
export function joinTermBases(bases: readonly TermBase[], pivot: Language): TermBase {
  const ids = new Set<string>()
  const claims = new Map<string, Claim[]>()
  const claimsOn = (language: Language, { wording, match }: Term) =>
    (claims.get(keyOf(language, wording)) ?? []).filter(
      (claim) => (match !== 'exact' && !claim.exact) || claim.wording === wording.normalize('NFC'),
    )
  const own = baseLanguage(pivot)
  return bases.flatMap((base) => {
    const kept = base.flatMap((concept): readonly Concept[] => {
      if (ids.has(concept.id)) return []
      ids.add(concept.id)
      if (mainTerms(concept.terms[own] ?? []).some((term) => claimsOn(own, term).some(({ firm }) => firm)))
        return []
      const left = Object.entries(concept.terms).map(
        ([language, terms]) =>
          [language, terms.filter((term) => claimsOn(language, term).length === 0)] as const,
      )
      const lost = left.some(([language, terms]) => terms.length < concept.terms[language]!.length)
      if (!lost) return [concept]
      const some = left.filter(([, terms]) => terms.length > 0)
      return some.length === 0 ? [] : [{ ...concept, terms: Object.fromEntries(some) }]
    })
    // Only now, since the concepts of one base do not take wordings from each other.
    for (const { terms } of kept) claim(claims, terms)
    return kept
  })
}

function claim(claims: Map<string, Claim[]>, concept: Concept['terms']): void {
  for (const [language, terms] of Object.entries(concept))
    for (const { wording, match, status, weak } of terms) {
      const firm = weak !== true && inUse(status)
      const made = { wording: wording.normalize('NFC'), exact: match === 'exact', firm }
      const key = keyOf(language, wording)
      const before = claims.get(key)
      if (before === undefined) claims.set(key, [made])
      else before.push(made)
    }
}

/** The wordings that a concept goes by. */
function mainTerms(terms: readonly Term[]): readonly Term[] {
  const preferred = terms.filter(({ status, weak }) => status === 'preferred' && weak !== true)
  if (preferred.length > 0) return preferred
  return terms.filter(({ status, weak }) => inUse(status) && weak !== true).slice(0, 1)
}

function inUse(status: Term['status']): boolean {
  return status === 'preferred' || status === 'admitted'
}

function keyOf(language: Language, wording: string): string {
  return `${language}\n${fold(wording.trim())}`
}
