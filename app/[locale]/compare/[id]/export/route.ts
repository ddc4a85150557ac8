import { hasLocale } from 'next-intl'
import { readExportOptions } from '../../../../../components/ExportMenu/export-options'
import { pickVersions, readCodes } from '../../../../../components/ReadingView/view-query'
import { buildExportTable } from '../../../../../i18n/build-export-table'
import { routing } from '../../../../../i18n/routing'
import { makeTranslator } from '../../../../../i18n/translator'
import { answerExport, readFormat } from '../../../../answer-export'
import { appAligning } from '../../../../app-guard'
import { comparisonEntry } from '../../../../comparison-entry'
import { heldComparisons } from '../../../../held-comparisons'
import { shippedKnowledge } from '../../../../shipped-knowledge'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; id: string }>
}

/** `GET …/export?format=docx&v=fr,en&codes=number`: the comparison on screen as a file, as the export of a resolution; 404 where it is not held any more, or of an unknown version or format. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params
  const query = new URL(request.url).searchParams
  const format = readFormat(query)
  const check = heldComparisons().find(id)
  if (!hasLocale(routing.locales, locale) || format === null || check === null) return nothing()
  const languages = pickVersions(
    query.getAll('v'),
    check.versions.map(({ language }) => language),
  )
  if (languages === null) return nothing()
  const t = makeTranslator(locale)
  const { symbol, titles, adopted, meeting } = comparisonEntry(check, t)
  const knowledge = await shippedKnowledge()
  const options = readExportOptions(query, format)
  const split = options.has('unit') ? await (await appAligning()).split(check) : check
  const findings = split.findings.map((finding) => ({ ...finding, decision: null }))
  const settled = { ...split, findings, hits: check.hits }
  const table = buildExportTable(
    { check: settled, symbol, title: titles[locale] ?? null, adopted, meeting, sources: {} },
    t,
    { locale, languages, codes: readCodes(query.getAll('codes')) },
  )
  const source = { check: settled, table, terms: knowledge.terms }
  return answerExport(source, format, 'comparison', { options, query, locale })
}

function nothing(): Response {
  return new Response(null, { status: 404 })
}
