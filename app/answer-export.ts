import packageJson from '../package.json'
import { wholeFile } from '../core/export/gather-chunks'
import type { TableLayout } from '../core/export/write-options'
import { EXPORT_TYPES, type ExportFormat } from '../core/export/write-table'
import { zipFiles } from '../core/export/zip-files'
import { exportFiles, type ExportSource } from '../jobs/export-files'

/** The program's version, for headers of files that name it. */
const VERSION = packageJson.version

const FORMATS = Object.keys(EXPORT_TYPES) as readonly ExportFormat[]

/** The format that a query asks for (`format=docx`), or null where it is none. */
export function readFormat(query: URLSearchParams): ExportFormat | null {
  return FORMATS.find((known) => known === query.get('format')) ?? null
}

/** How the versions of a Word table stand: `layout=stacked` one below the other, else side by side. */
export function readLayout(query: URLSearchParams): TableLayout {
  return query.get('layout') === 'stacked' ? 'stacked' : 'columns'
}

/** A download of what is on screen: one file, or a ZIP archive where the format makes several of so many versions. `base` is what names begin with, without an ending; 404 where there is nothing to write. */
export async function answerExport(
  source: ExportSource,
  format: ExportFormat,
  base: string,
  layout: TableLayout,
): Promise<Response> {
  const files = await exportFiles(source, format, { base, version: VERSION, layout })
  const whole = files.map(({ name, mime, chunks }) => ({ name, mime, bytes: wholeFile(chunks).bytes }))
  const [only] = whole
  if (only === undefined) return new Response(null, { status: 404 })
  if (whole.length === 1) return download(only.bytes, only.mime, only.name)
  const languages = source.table.columns.map(({ language }) => language).join('-')
  const name = `${base}.${languages}.${EXPORT_TYPES[format].extension}.zip`
  return download(await zipFiles(whole), 'application/zip', name)
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
