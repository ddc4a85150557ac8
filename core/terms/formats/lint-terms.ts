import { fold } from '../../text/fold'
import { matcherFor } from '../find-hits'
import { findCandidates } from '../match-terms'
import type { Concept, Language, TermBase, TermStatus } from '../../model'
import { groupDuplicates } from './merge-duplicates'

/**
 * Something wrong in a term base; `language` null where the whole concept is meant. `others` are the ids of further concepts concerned. `contradiction` is a wording that
 * is preferred or admitted here and deprecated or forbidden there; `not-found` one that the matcher does not find in itself.
 */
export interface LintProblem {
  readonly code:
    | 'empty-concept'
    | 'missing-language'
    | 'duplicate-concept'
    | 'shared-wording'
    | 'contradiction'
    | 'repeated-wording'
    | 'not-found'
    | 'characters'
    | 'repeated-id'
  readonly concept: string
  readonly language: Language | null
  readonly wordings: readonly string[]
  readonly others: readonly string[]
}

const CHARACTERS = /^\s|\s$|\s{2}|[\p{Cc}\ufeff]/u

interface Owner {
  readonly index: number
  readonly id: string
  readonly status: TermStatus
}

/** The problems of a base, concept by concept in its order; a problem between several concepts is told at each of them but the first. */
export function lintTerms(base: TermBase): readonly LintProblem[] {
  const languages = [
    ...new Set(base.flatMap(({ terms }) => Object.keys(terms).filter((one) => terms[one]!.length > 0))),
  ]
  const ids = new Set<string>()
  const owners = ownersOf(base)
  const firsts = new Map<Concept, string>()
  for (const [first, ...others] of groupDuplicates(base))
    for (const other of others) firsts.set(other, first!.id)
  return base.flatMap((concept, index) => {
    const { id, terms } = concept
    const problems: LintProblem[] = []
    const tell = (
      code: LintProblem['code'],
      language: Language | null = null,
      wordings: readonly string[] = [],
      others: readonly string[] = [],
    ) => void problems.push({ code, concept: id, language, wordings, others })
    if (ids.has(id)) tell('repeated-id')
    ids.add(id)
    const first = firsts.get(concept)
    if (first !== undefined) tell('duplicate-concept', null, [], [first])
    if (Object.values(terms).every((list) => list.length === 0)) {
      tell('empty-concept')
      return problems
    }
    for (const language of languages) {
      const list = terms[language] ?? []
      if (list.length === 0) tell('missing-language', language)
      const own = new Set<string>()
      for (const { wording, status } of list) {
        const folded = fold(wording)
        if (CHARACTERS.test(wording)) tell('characters', language, [wording])
        if (own.has(folded)) tell('repeated-wording', language, [wording])
        own.add(folded)
        const earlier = (owners.get(`${language}\n${folded}`) ?? []).filter((one) => one.index < index)
        const against = earlier.filter((one) => inUse(one.status) !== inUse(status))
        const shared = earlier.filter((one) => inUse(one.status) === inUse(status))
        if (against.length > 0) tell('contradiction', language, [wording], idsOf(against))
        if (shared.length > 0) tell('shared-wording', language, [wording], idsOf(shared))
        const found = findCandidates(wording, matcherFor(base, language))
        if (!found.some((hit) => hit.concepts.includes(id))) tell('not-found', language, [wording])
      }
    }
    return problems
  })
}

function ownersOf(base: TermBase): ReadonlyMap<string, readonly Owner[]> {
  const owners = new Map<string, Owner[]>()
  for (const [index, { id, terms }] of base.entries()) {
    for (const [language, list] of Object.entries(terms)) {
      for (const { wording, status } of list) {
        const key = `${language}\n${fold(wording)}`
        const known = owners.get(key)
        if (known === undefined) owners.set(key, [{ index, id, status }])
        else known.push({ index, id, status })
      }
    }
  }
  return owners
}

function inUse(status: TermStatus): boolean {
  return status === 'preferred' || status === 'admitted'
}

function idsOf(owners: readonly Owner[]): readonly string[] {
  return [...new Set(owners.map(({ id }) => id))]
}
