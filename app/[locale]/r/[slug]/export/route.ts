import { hasLocale } from 'next-intl'
import { readCodes, readOpen, readVersions } from '../../../../../components/ReadingView/view-query'
import { EXPORT_TYPES, writeTable } from '../../../../../core/export/write-table'
import { buildExportTable } from '../../../../../i18n/build-export-table'
import { routing } from '../../../../../i18n/routing'
import { makeTranslator } from '../../../../../i18n/translator'
import { StoreError } from '../../../../../store/database/store-error'
import { openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { refuseStore } from '../../../../refuse-store'
import { settleFindings } from '../../../../settle-findings'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

const FORMATS = ['docx', 'xlsx', 'csv'] as const

/**
 * `GET …/export?format=docx&v=fr,en&codes=number&open=1`: the table on screen as a file. 404 for an unknown resolution, language or format, 503 where the store cannot be used.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug: encoded } = await params
  const slug = decodeURIComponent(encoded)
  const query = new URL(request.url).searchParams
  const format = FORMATS.find((known) => known === query.get('format'))
  if (!hasLocale(routing.locales, locale) || format === undefined) return nothing()
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
    },
    makeTranslator(locale),
    { locale, languages, codes: readCodes(query.getAll('codes')) },
  )
  const { mime, extension } = EXPORT_TYPES[format]
  const bytes = await writeTable(table, format)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': contentDisposition(`${entry.slug}.${languages.join('-')}.${extension}`),
      'cache-control': 'no-store',
    },
  })
}

/** Both spellings of a file name: a plain one for old programs, and RFC 5987's for the rest. */
function contentDisposition(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}.()_-]/gu, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

function nothing(): Response {
  return new Response(null, { status: 404 })
}
