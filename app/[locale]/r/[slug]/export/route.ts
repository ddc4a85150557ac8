import { hasLocale } from 'next-intl'
import packageJson from '../../../../../package.json'
import { readCodes, readOpen, readVersions } from '../../../../../components/ReadingView/view-query'
import { joinDecisions } from '../../../../../core/compare/decisions/join-decisions'
import { wholeFile } from '../../../../../core/export/gather-chunks'
import { EXPORT_TYPES, type ExportFormat } from '../../../../../core/export/write-table'
import { zipFiles } from '../../../../../core/export/zip-files'
import { exportFiles } from '../../../../../jobs/export-files'
import { buildExportTable } from '../../../../../i18n/build-export-table'
import { routing } from '../../../../../i18n/routing'
import { makeTranslator } from '../../../../../i18n/translator'
import { StoreError } from '../../../../../store/database/store-error'
import { openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { refuseStore } from '../../../../refuse-store'
import { settleFindings } from '../../../../settle-findings'
import { shippedKnowledge } from '../../../../shipped-knowledge'

/** What stands in the address before `/export`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/** The program's version, for headers of files that name it. */
const VERSION = packageJson.version

const FORMATS = Object.keys(EXPORT_TYPES) as readonly ExportFormat[]

/**
 * `GET …/export?format=docx&v=fr,en&codes=number&open=1&layout=stacked`: the table on screen as a file, or as a ZIP archive where the format makes several files of so many versions. 404 for an unknown resolution, language or format, 503 where the store cannot be used.
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
  const files = await exportFiles({ check, table, terms }, format, {
    base: entry.slug,
    version: VERSION,
    layout: query.get('layout') === 'stacked' ? 'stacked' : 'columns',
  })
  const whole = files.map(({ name, mime, chunks }) => ({ name, mime, bytes: wholeFile(chunks).bytes }))
  const [only] = whole
  if (only === undefined) return nothing()
  if (whole.length === 1) return download(only.bytes, only.mime, only.name)
  return download(
    await zipFiles(whole),
    'application/zip',
    `${entry.slug}.${languages.join('-')}.${EXPORT_TYPES[format].extension}.zip`,
  )
}

function download(bytes: Uint8Array, mime: string, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': contentDisposition(name),
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
