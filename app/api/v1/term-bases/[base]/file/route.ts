import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { TermFileError } from '../../../../../../core/terms/formats/term-file-error'
import { writeTermFile } from '../../../../../../core/terms/formats/write-term-file'
import { EXPORT_TYPES } from '../../../../../../core/export/write-table'
import { appStore } from '../../../../../open-store'
import { contentDisposition } from '../../../../../serve-api/content-disposition'
import { findTermBase } from '../../../../../serve-api/keep-term-base'
import { Problem } from '../../../../../serve-api/problem'
import { on, serveApi } from '../../../../../serve-api/serve-api'

/** `/api/v1/term-bases/…/file`: a term base as a file. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getTermBaseFile, async ({ params: { base = '' }, query: { format } }) => {
    const found = await findTermBase(await appStore(), base)
    if (found === null) throw new Problem('not-found')
    const name = `${base}.${format}`
    try {
      const made = await writeTermFile(found.base, name, { version: 2, title: base })
      return new Response(typeof made === 'string' ? made : new Uint8Array(made), {
        headers: {
          'content-type': EXPORT_TYPES[format].mime,
          'content-disposition': contentDisposition(name),
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      if (!(error instanceof TermFileError)) throw error
      throw new Problem('nothing-to-export', { detail: error.message })
    }
  }),
)
