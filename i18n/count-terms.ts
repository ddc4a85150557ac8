import type { ExportTerm, Language, TermHits } from '../core/model'

/** The concepts that the versions name, the most frequent first, with their wordings in each of the languages, in that order, and how often each stands. */
export function countTerms(hits: TermHits, languages: readonly Language[]): readonly ExportTerm[] {
  const counts = new Map<string, Map<string, number>[]>()
  languages.forEach((language, at) => {
    for (const own of Object.values(hits[language] ?? {}))
      for (const { concepts, wording } of own)
        for (const concept of concepts) {
          const columns = counts.get(concept) ?? languages.map(() => new Map<string, number>())
          counts.set(concept, columns)
          columns[at]!.set(wording, (columns[at]!.get(wording) ?? 0) + 1)
        }
  })
  return [...counts]
    .map(([concept, columns]): ExportTerm => {
      const wordings = columns.map((column) =>
        [...column]
          .map(([wording, count]) => ({ wording, count }))
          .sort((one, other) => other.count - one.count),
      )
      return { concept, wordings, count: wordings.flat().reduce((sum, { count }) => sum + count, 0) }
    })
    .sort((one, other) => other.count - one.count || (one.concept < other.concept ? -1 : 1))
}
