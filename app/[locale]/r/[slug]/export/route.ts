import { hasLocale } from 'next-intl'
import { readExportOptions } from '../../../../../components/ExportMenu/export-options'
import { readCodes, readOpen, readVersions } from '../../../../../components/ReadingView/view-query'
import { routing } from '../../../../../i18n/routing'
import { StoreError } from '../../../../../store/database/store-error'
import { answerExport, readFormat } from '../../../../answer-export'
import { exportSource } from '../../../../export-source'
import { openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { refuseStore } from '../../../../refuse-store'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/**
 * `GET …/export?format=docx&v=fr,en&codes=number&open=1&layout=stacked`: the table on screen as a file, or as a ZIP archive where the format makes several files of so many versions; with `losses=1` what would not be in it (see answerExport). EXPORT_OPTIONS
 * has what else can be asked for. 404 for an unknown resolution, language or format, 503 where the store cannot be used.
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
  const onlyOpen = readOpen(query.getAll('open'))
  const options = readExportOptions(query, format)
  const source = await exportSource(open, {
    locale,
    languages,
    codes: readCodes(query.getAll('codes')),
    keep: ({ decision }) => decision === null || !onlyOpen,
    confirmedOnly: options.has('confirmed'),
    sentences: options.has('unit'),
  })
  return answerExport(source, format, open.entry.slug, { options, query, locale })
}

function nothing(): Response {
  return new Response(null, { status: 404 })
}
