import { csvText } from '../core/export/csv-text'
import type { ExtractedTerm } from '../core/associate/extract-terms'
import type { Concept, Language, Term, TermBase } from '../core/model'
import { languageCode } from '../core/text/language-code'
import { baseLanguage } from '../core/text/languages'

/** How candidates can be written. */
export type CandidateFormat = 'csv' | 'tbx'

/** The subject field of a candidate that nobody has looked at. */
const FIELD = 'candidate'

/** Candidate terms for review: as CSV a line each (see writeCandidateCsv), as TBX a concept each (see candidateConcepts). */
export async function writeCandidates(
  terms: readonly ExtractedTerm[],
  pivot: Language,
  others: readonly Language[],
  format: CandidateFormat,
): Promise<string> {
  if (format === 'csv') return writeCandidateCsv(terms, pivot, others)
  // Its library is loaded when it is needed.
  const { writeTbx } = await import('../core/terms/formats/write-tbx')
  return writeTbx(candidateConcepts(terms, pivot, others), { version: 3, title: 'Candidate terms' })
}

/**
 * Candidates as UTF-8 with a byte order mark, CRLF. Columns: the term under its language's code, count, score, for each other version its likeliest
 * rendering, that one's probability and the further ones (`wording (0.12); …`), and the address of an example.
 */
export function writeCandidateCsv(
  terms: readonly ExtractedTerm[],
  pivot: Language,
  others: readonly Language[],
): string {
  const head = [
    pivot,
    'count',
    'score',
    ...others.flatMap((language) => [language, `${language} probability`, `${language} others`]),
    'example',
  ]
  const rows = terms.map(({ term, count, score, renderings, address }) => [
    term,
    String(count),
    score.toFixed(2),
    ...others.flatMap((language) => {
      const [best, ...further] = renderings[language] ?? []
      return [
        best?.wording ?? '',
        best?.probability.toFixed(2) ?? '',
        further.map(({ wording, probability }) => `${wording} (${probability.toFixed(2)})`).join('; '),
      ]
    }),
    address,
  ])
  return csvText([head, ...rows])
}

/**
 * Candidates as concepts of the field `candidate`, best first, named by their rank. Every wording is admitted, since nobody has ruled on it; the concept's note has count, score and the address of
 * an example, each rendering's note its probability and count. A second version of a language (`fr-2`) counts as that language; wordings stand on one line.
 */
export function candidateConcepts(
  terms: readonly ExtractedTerm[],
  pivot: Language,
  others: readonly Language[],
): TermBase {
  return terms.map(({ term, count, score, renderings, address }, k): Concept => {
    const found: Record<Language, readonly Term[]> = {}
    const add = (version: Language, wording: string, note?: string) => {
      const language = languageCode(baseLanguage(version))
      const line = wording.trim().replace(/\s+/gu, ' ')
      const before = found[language] ?? []
      if (line === '' || before.some((one) => one.wording === line)) return
      const admitted: Term = { wording: line, status: 'admitted', match: 'inflected' }
      found[language] = [...before, note === undefined ? admitted : { ...admitted, note }]
    }
    add(pivot, term)
    for (const language of others)
      for (const { wording, probability, count: own } of renderings[language] ?? [])
        add(language, wording, `probability ${probability.toFixed(2)}, count ${own}`)
    const note = `count ${count}, score ${score.toFixed(2)}, example ${address}`
    return { id: `${FIELD}-${k + 1}`, field: FIELD, note, terms: found }
  })
}
