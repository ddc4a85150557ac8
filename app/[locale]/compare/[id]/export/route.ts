import { hasLocale } from 'next-intl'
import { pickVersions, readCodes } from '../../../../../components/ReadingView/view-query'
import { EXPORT_TYPES, writeTable } from '../../../../../core/export/write-table'
import { buildExportTable } from '../../../../../i18n/build-export-table'
import { routing } from '../../../../../i18n/routing'
import { makeTranslator } from '../../../../../i18n/translator'
import { comparisonEntry } from '../../../../comparison-entry'
import { heldComparisons } from '../../../../held-comparisons'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; id: string }>
}

const FORMATS = ['docx', 'xlsx', 'csv'] as const

/** `GET …/export?format=docx&v=fr,en&codes=number`: the comparison on screen as a file; 404 where it is not held any more, or of an unknown version or format. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params
  const query = new URL(request.url).searchParams
  const format = FORMATS.find((known) => known === query.get('format'))
  const check = heldComparisons().find(id)
  if (!hasLocale(routing.locales, locale) || format === undefined || check === null) return nothing()
  const languages = pickVersions(
    query.getAll('v'),
    check.versions.map(({ language }) => language),
  )
  if (languages === null) return nothing()
  const t = makeTranslator(locale)
  const { symbol, titles, adopted, meeting } = comparisonEntry(check, t)
  const findings = check.findings.map((finding) => ({ ...finding, decision: null }))
  const table = buildExportTable(
    { check: { ...check, findings }, symbol, title: titles[locale] ?? null, adopted, meeting, sources: {} },
    t,
    { locale, languages, codes: readCodes(query.getAll('codes')) },
  )
  const { mime, extension } = EXPORT_TYPES[format]
  const bytes = await writeTable(table, format)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': `attachment; filename="comparison.${languages.join('-')}.${extension}"`,
      'cache-control': 'no-store',
    },
  })
}

function nothing(): Response {
  return new Response(null, { status: 404 })
}
