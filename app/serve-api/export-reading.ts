import packageJson from '../../package.json'
import { wholeFile } from '../../core/export/gather-chunks'
import { EXPORT_TYPES, type ExportFormat } from '../../core/export/write-table'
import { zipFiles } from '../../core/export/zip-files'
import type { ExportChunks, FindingCode, UnLanguage } from '../../core/model'
import { buildExportTable } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'
import { exportFiles } from '../../jobs/export-files'
import { openReading } from '../open-store'
import { settleFindings } from '../settle-findings'
import { shippedKnowledge } from '../shipped-knowledge'
import { contentDisposition } from './content-disposition'
import { Problem } from './problem'

/** What is exported of a document, and in whose words. */
export interface ExportAsked {
  readonly languages: readonly UnLanguage[]
  readonly codes?: readonly FindingCode[]
  readonly open?: boolean
  readonly confirmed?: boolean
  readonly locale: UnLanguage
}

/** Some versions of a document as a download, piece by piece; where the format makes several files of them, a ZIP archive. Throws a Problem where there is nothing of the kind. */
export async function exportReading(
  document: string,
  format: ExportFormat,
  { languages: asked, codes, open: onlyOpen = false, confirmed = false, locale }: ExportAsked,
): Promise<Response> {
  const languages = [...new Set(asked)]
  const open = await openReading(document, languages)
  if (open === null) throw new Problem('not-found')
  const missing = open.failures.map(({ language }) => language)
  if (missing.length > 0) throw new Problem('nothing-to-export', { detail: missing.join(', ') })
  const { entry, reading } = open
  const findings = settleFindings(open.check, reading).filter(
    ({ decision }) => !onlyOpen || decision === null || decision.verdict === 'error',
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
    },
    makeTranslator(locale),
    { locale, languages, codes, confirmedOnly: confirmed },
  )
  const { terms } = await shippedKnowledge()
  const options = { base: entry.slug, version: packageJson.version }
  const files = await exportFiles({ check, table, terms }, format, options)
  const [only] = files
  if (only === undefined) throw new Problem('nothing-to-export', { detail: languages.join(', ') })
  if (files.length === 1) return download(streamOf(only.chunks), only.mime, only.name)
  const whole = files.map(({ name, chunks }) => ({ name, bytes: wholeFile(chunks).bytes }))
  const name = `${entry.slug}.${languages.join('-')}.${EXPORT_TYPES[format].extension}.zip`
  return download(new Uint8Array(await zipFiles(whole)), 'application/zip', name)
}

/** The pieces of a file as they are asked for. */
function streamOf(chunks: ExportChunks): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const next = chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
    },
  })
}

function download(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
    },
  })
}
