import { EXPORT_TYPES } from '../../../../../../core/export/write-table'
import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { EXPORT_FORMATS } from '../../../../../../core/schema/export-formats'
import { listEntries } from '../../../../../open-store'
import { Problem } from '../../../../../serve-api/problem'
import { on, serveApi } from '../../../../../serve-api/serve-api'

/** `/api/v1/documents/…/exports`: the formats of export. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listExports, async ({ params: { document = '' } }) => {
    if ((await listEntries(document)).length === 0) throw new Problem('not-found')
    const items = EXPORT_FORMATS.map((format) => {
      const { extension, mime } = EXPORT_TYPES[format]
      return { format, extension, type: mime }
    })
    return { value: { items, next: null } }
  }),
)
