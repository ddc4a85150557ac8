import { verbFindings } from '../core/compare/verb-findings'
import { csvText } from '../core/export/csv-text'
import type { VerbPattern, VerbUse } from '../core/compare/verb-pattern'
import type { Alignment, Language, Row } from '../core/model'
import type { VerbTable } from '../core/schema'

type Use = VerbTable['findings'][number]['uses'][number]

/** The pattern of opening verbs of alignments that have one pivot (see verbPattern, in whose order they are), with the addresses of their rows and what departs from it. */
export function makeVerbTable(
  pivot: Language,
  alignments: readonly Alignment[],
  patterns: readonly VerbPattern[],
): VerbTable {
  const rows = alignments.map((alignment) => new Map(alignment.rows.map((row) => [row.id, row])))
  const useOf = ({ symbol, check, row }: VerbUse, language: Language): Use => ({
    document: check + 1,
    symbol,
    row,
    cells: cellsOf(rows[check]?.get(row), [pivot, language]),
  })
  return {
    pivot,
    documents: alignments.length,
    verbs: patterns.map(({ language, verb, count, renderings }) => ({
      language,
      verb,
      count,
      renderings: renderings.map(({ key, count: own, shared, accepted, uses }) => ({
        wording: key,
        count: own,
        shared,
        accepted,
        uses: uses.map((use) => useOf(use, language)),
      })),
    })),
    findings: verbFindings(patterns).map(({ uses, ...finding }) => ({
      ...finding,
      uses: uses.map((use) => useOf(use, finding.language)),
    })),
  }
}

function cellsOf(
  row: Row | undefined,
  languages: readonly Language[],
): Readonly<Record<Language, readonly string[]>> {
  return Object.fromEntries(languages.map((language) => [language, row?.cells[language] ?? []]))
}

/**
 * A table of opening verbs as text: a heading for each language, then a line for each rendering, `encourage  encourages  2  op1, op4 ~ op5`: verb, rendering, count and
 * where, the other version's address only where it differs; over several documents with each one's symbol, or its number in the list, before its addresses. ` *` behind a rendering says that it
 * answers another verb too. Then a line for each warning, `fr–en  warning  rendered-otherwise: encourage  invites (1; usually encourages, 5)`.
 */
export function writeVerbs({ pivot, documents, verbs, findings }: VerbTable): string {
  const languages = [...new Set(verbs.map(({ language }) => language))]
  const blocks = languages.map((language) => {
    const lines = verbs
      .filter((one) => one.language === language)
      .flatMap(({ verb, renderings }) =>
        renderings.map(({ wording, count, shared, uses }) =>
          [
            verb,
            `${wording}${shared ? ' *' : ''}`,
            String(count),
            placesOf(uses, pivot, language, documents),
          ].join('  '),
        ),
      )
    return [`${pivot}–${language}`, ...lines].map((line) => `${line}\n`).join('')
  })
  const warnings = findings
    .filter(({ severity }) => severity !== 'info')
    .map(
      ({ language, severity, rule, verb, wording, count, usual, usualCount }) =>
        `${pivot}–${language}  ${severity}  ${rule}: ${verb}  ${wording} (${count}; usually ${usual}, ${usualCount})\n`,
    )
  if (warnings.length > 0) blocks.push(warnings.join(''))
  return blocks.length === 0 ? 'no opening verbs\n' : blocks.join('\n')
}

/**
 * A table of opening verbs as CSV: UTF-8 with a byte order mark, CRLF; a line for each rendering, with the numbers of the verb and of the rendering, whether it answers another verb too (`shared`)
 * and is an answer by the table of opening verbs (`accepted`), where it stands, and the rules that it breaks with what is usual.
 */
export function writeVerbCsv({ pivot, documents, verbs, findings }: VerbTable): string {
  const head = [
    'pivot', 'language', 'verb', 'verb count', 'rendering', 'count', 'shared', 'accepted', 'places', 'finding', 'severity', 'usual', 'usual count',
  ] // prettier-ignore
  const lines = verbs.flatMap(({ language, verb, count, renderings }) =>
    renderings.map(({ wording, count: own, shared, accepted, uses }) => {
      const found = findings.find(
        (one) => one.language === language && one.verb === verb && one.wording === wording,
      )
      return [
        pivot,
        language,
        verb,
        String(count),
        wording,
        String(own),
        shared ? 'yes' : 'no',
        accepted ? 'yes' : 'no',
        placesOf(uses, pivot, language, documents),
        found?.rule ?? '',
        found?.severity ?? '',
        found?.usual ?? '',
        found === undefined ? '' : String(found.usualCount),
      ]
    }),
  )
  return csvText([head, ...lines])
}

/** Addresses with commas between them, those of a document behind its symbol or, where it has none, its number: `76/299 op1, op2; #2 op7`. */
function placesOf(uses: readonly Use[], pivot: Language, language: Language, documents: number): string {
  const byDocument = new Map<number, Use[]>()
  for (const use of uses) byDocument.set(use.document, [...(byDocument.get(use.document) ?? []), use])
  return [...byDocument]
    .map(([document, own]) => {
      const addresses = own.map(({ cells }) => addressesOf(cells, pivot, language)).join(', ')
      return documents === 1 ? addresses : `${own[0]!.symbol ?? `#${document}`} ${addresses}`
    })
    .join('; ')
}

function addressesOf(
  cells: Readonly<Record<Language, readonly string[]>>,
  pivot: Language,
  language: Language,
): string {
  const [left, right] = [pivot, language].map((key) => (cells[key] ?? []).join('+'))
  return left === right ? left! : `${left} ~ ${right}`
}
