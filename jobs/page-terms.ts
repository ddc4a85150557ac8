import type { Concept, Language, TermBase } from '../core/model'
import { searchTerms } from '../core/terms/search-terms'

/** Concepts that are looked for, in the order of searchTerms, behind the one of an id; null where that one is not among them. */
export function pageTerms(
  base: TermBase,
  asked: {
    readonly text: string
    readonly field: string
    readonly language?: Language
    readonly after?: string
    readonly limit: number
  },
): readonly Concept[] | null {
  const { text, field, language, after, limit } = asked
  const own = language === undefined ? base : base.filter(({ terms }) => (terms[language] ?? []).length > 0)
  const { concepts } = searchTerms(own, { text, field, from: 0, count: own.length })
  const before = after === undefined ? -1 : concepts.findIndex(({ id }) => id === after)
  return after !== undefined && before === -1 ? null : concepts.slice(before + 1, before + 1 + limit)
}
