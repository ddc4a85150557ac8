import { joinDecisions } from '../core/compare/decisions/join-decisions'
import type { DecidedFinding } from '../core/compare/decisions/apply-decisions'
import type { FindingCode, UnLanguage } from '../core/model'
import { buildExportTable } from '../i18n/build-export-table'
import { makeTranslator } from '../i18n/translator'
import { confirmedSentences } from '../jobs/confirmed-sentences'
import type { ExportSource } from '../jobs/export-files'
import type { StoredOpen } from '../jobs/open-stored'
import { appAligning } from './app-guard'
import { settleFindings } from './settle-findings'
import { shippedKnowledge } from './shipped-knowledge'

/** What of a resolution is exported, and in whose words: the columns in their order, the kinds of finding (none: all), which findings stay, whether only confirmed rows do, and whether rows are sentences. */
export interface SourceAsked {
  readonly locale: UnLanguage
  readonly languages: readonly UnLanguage[]
  readonly codes?: readonly FindingCode[]
  readonly keep: (finding: DecidedFinding) => boolean
  readonly confirmedOnly: boolean
  readonly sentences: boolean
}

/** A resolution of the store as it is exported. Sentences have no decisions of their own, so that a workbook of them cannot be settled in. */
export async function exportSource(
  { entry, check: opened, reading }: StoredOpen,
  { locale, languages, codes, keep, confirmedOnly, sentences }: SourceAsked,
): Promise<ExportSource> {
  const knowledge = await shippedKnowledge()
  const whole = { ...opened, findings: settleFindings(opened, reading).filter(keep) }
  const check = sentences ? await (await appAligning()).split(whole) : whole
  const confirmed = new Set(Object.values(reading?.confirmedRows ?? {}))
  const table = buildExportTable(
    {
      check,
      symbol: entry.symbol,
      title: entry.titles[locale] ?? null,
      adopted: entry.adopted,
      meeting: entry.meeting,
      sources: Object.fromEntries(entry.versions.map(({ language, source }) => [language, source])),
      confirmed: sentences ? confirmedSentences(check, confirmed) : confirmed,
      ...(reading !== null &&
        !sentences && {
          settled: joinDecisions(
            opened,
            reading.decisions,
            (scope, key) => reading.revisions[`${scope} ${key}`] ?? 0,
            reading.keys,
          ),
        }),
    },
    makeTranslator(locale),
    { locale, languages, codes, confirmedOnly },
  )
  // Which terms a text has is known of its paragraphs.
  return { check: { ...check, hits: opened.hits }, table, terms: knowledge.terms }
}
