import { stringify } from 'csv-stringify/sync'
import type { ExtractedTerm } from '../core/associate/extract-terms'
import type { Language } from '../core/model'

const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet takes for the beginning of a formula; such a field gets an apostrophe in front, as in the exports of tables. */
const FORMULA = /^(?:\p{Cf}*[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/**
 * Candidate terms as CSV for review: UTF-8 with a byte order mark, CRLF. Columns: the term under its language's code, count, score, for each other version its likeliest
 * rendering, that one's probability and the further ones (`wording (0.12); …`), and the address of an example.
 */
export function writeCandidates(
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
  return (
    BYTE_ORDER_MARK +
    stringify(
      [head, ...rows].map((fields) => fields.map((field) => (FORMULA.test(field) ? `'${field}` : field))),
      { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    )
  )
}
