import { hasLocale } from 'next-intl'
import { readCodes, readOpen, readVersions } from '../../../../../components/ReadingView/view-query'
import { joinDecisions } from '../../../../../core/compare/decisions/join-decisions'
import { buildExportTable } from '../../../../../i18n/build-export-table'
import { routing } from '../../../../../i18n/routing'
import { makeTranslator } from '../../../../../i18n/translator'
import { StoreError } from '../../../../../store/database/store-error'
import { answerExport, readFormat, readLayout } from '../../../../answer-export'
import { openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { refuseStore } from '../../../../refuse-store'
import { settleFindings } from '../../../../settle-findings'
import { shippedKnowledge } from '../../../../shipped-knowledge'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/**
 * `GET …/export?format=docx&v=fr,en&codes=number&open=1&layout=stacked`: the table on screen as a file, or as a ZIP archive where the format makes several files of so many versions. 404 for an unknown resolution, language or format, 503 where the store cannot be used.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug: encoded } = await params
  const slug = decodeURIComponent(encoded)
  const query = new URL(request.url).searchParams
  const format = readFormat(query)
  if (!hasLocale(routing.locales, locale) || format === null) return nothing()
  const languages = readVersions(query.getAll('v'), locale, [])
  const open = languages === null ? null : await orStoreError(openReading(slug, languages))
  if (open instanceof StoreError) return refuseStore(open, locale)
  if (open === null || languages === null) return nothing()
  const { entry, reading } = open
  const findings = settleFindings(open.check, reading).filter(
    ({ decision }) => decision === null || !readOpen(query.getAll('open')),
  )
  const check = { ...open.check, findings }
  const table = buildExportTable(
    {
      check,
      symbol: entry.symbol,
      title: entry.titles[locale] ?? null,
      adopted: entry.adopted,
      meeting: entry.meeting,
      sources: Object.fromEntries(entry.versions.map(({ language, source }) => [language, source])),
      confirmed: new Set(Object.values(reading?.confirmedRows ?? {})),
      ...(reading !== null && {
        settled: joinDecisions(
          open.check,
          reading.decisions,
          (scope, key) => reading.revisions[`${scope} ${key}`] ?? 0,
          reading.keys,
        ),
      }),
    },
    makeTranslator(locale),
    { locale, languages, codes: readCodes(query.getAll('codes')) },
  )
  const { terms } = await shippedKnowledge()
  return answerExport({ check, table, terms }, format, entry.slug, readLayout(query))
}

function nothing(): Response {
  return new Response(null, { status: 404 })
}
