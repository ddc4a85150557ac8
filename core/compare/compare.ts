import type { Alignment, Finding, FindingCode, Knowledge, Language, Reading, Readings } from '../model'
import { makeContext, type Check } from './check-context'
import { checkFootnotes } from './checks/check-footnotes'
import { checkGaps } from './checks/check-gaps'
import { checkLabels } from './checks/check-labels'
import { checkMentions } from './checks/check-mentions'
import { checkOpeningVerbs } from './checks/check-opening-verbs'
import { checkNames } from './checks/check-names'
import { checkNegation } from './checks/check-negation'
import { checkObligation } from './checks/check-obligation'
import { checkTerms } from './checks/check-terms'
import { checkBrackets } from './checks/check-brackets'
import { checkLists } from './checks/check-lists'
import { checkQuotations } from './checks/check-quotations'
import { checkLength } from './checks/check-length'
import { checkOmission } from './checks/check-omission'
import { checkUntranslated } from './checks/check-untranslated'
import type { Cell, RowPair } from './row-pair'

/** The checks, in the order in which they have the first word: what one has reported, a later one does not report again. */
export const CHECKS: readonly Check[] = [
  checkGaps,
  checkLabels,
  checkMentions,
  checkFootnotes,
  checkUntranslated,
  checkOpeningVerbs,
  checkNames,
  checkTerms,
  checkNegation,
  checkObligation,
  checkLists,
  checkQuotations,
  checkBrackets,
  checkOmission,
  checkLength,
]

const NOTHING: Reading = { mentions: [], opening: null, hits: [] }

/**
 * Findings between the pivot and each other version: data, never sentences. In the order of rows, then of versions, then of checks. `readings`
 * are what was found in the paragraphs; a paragraph without one is compared by its place and its marks alone. `knowledge` tells what findings mean.
 */
export function compare(alignment: Alignment, readings: Readings, knowledge: Knowledge): readonly Finding[] {
  const read = new Map(
    alignment.versions.map(({ language, paragraphs }) => [
      language,
      new Map(
        paragraphs.map((paragraph) => [
          paragraph.address,
          { paragraph, ...(readings[language]?.[paragraph.address] ?? NOTHING) },
        ]),
      ),
    ]),
  )
  const order = new Map(alignment.rows.map((row, k) => [row.id, k]))
  const findings = alignment.versions
    .filter(({ language }) => language !== alignment.pivot)
    .flatMap(({ language }) => {
      const cell = (key: Language, addresses: readonly string[]): Cell => ({
        language: key,
        paragraphs: addresses.flatMap((address) => read.get(key)?.get(address) ?? []),
      })
      const pairs = alignment.rows.map((row): RowPair => ({
        row,
        pivot: cell(alignment.pivot, row.cells[alignment.pivot] ?? []),
        other: cell(language, row.cells[language] ?? []),
      }))
      const context = makeContext(knowledge, alignment.pivot, language)
      return CHECKS.reduce<readonly Finding[]>((before, check) => {
        const found = check(pairs, context)
        return [
          // What is only told gives way to what is a warning.
          ...before.filter(
            (known) =>
              (known.severity !== 'info' && (!PARTS.has(known.code) || known.rule.startsWith('other-'))) ||
              !found.some(
                (finding) =>
                  finding.severity !== 'info' &&
                  (known.severity === 'info' ||
                    (finding.code === 'omission' && !outweighs(known, finding))) &&
                  covers(finding, known, alignment.pivot),
              ),
          ),
          ...found.filter(
            (finding) =>
              !before.some(
                (known) =>
                  (known.severity !== 'info' || finding.severity === 'info') &&
                  covers(known, finding, alignment.pivot),
              ),
          ),
        ]
      }, [])
    })
  return findings
    .map((finding, k) => ({ finding, k }))
    .sort((a, b) => order.get(a.finding.row)! - order.get(b.finding.row)! || a.k - b.k)
    .map(({ finding }) => finding)
}

/** What is one word or two of a clause, and says nothing more where the whole clause is left out; but that another name or concept stands instead is news. */
const PARTS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'term-missing',
  'term-added',
  'name',
  'country-name',
  'negation',
  'obligation',
])

/** A denial that is surely gone is not one of the words that a clause may have lost: it turns the sense of what is left. */
const outweighs = (known: Finding, clause: Finding): boolean =>
  known.code === 'negation' && known.confidence > clause.confidence

/** True where an earlier finding of the row already names words that this one names too, in either version. */
function covers(known: Finding, finding: Finding, pivot: Language): boolean {
  if (known.row !== finding.row || known.code === 'gap') return false
  // A clause is more than what an earlier check has missed of it, but for its figures, and it takes the rest with it.
  if (finding.code === 'omission' && known.code !== 'untranslated') return false
  if (known.code === 'omission' && !PARTS.has(finding.code)) return false
  return Object.keys(finding.places).some((language) => {
    const names = ({ expected, found }: Finding) => (language === pivot ? expected : found) !== null
    if (!names(known) || !names(finding)) return false
    return known.places[language]!.some((a) =>
      finding.places[language]!.some((b) => a.address === b.address && a.from < b.to && b.from < a.to),
    )
  })
}
