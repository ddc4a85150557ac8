import { OPERATIONS } from '../../../../../../../core/schema/api-operations'
import { EXPORT_FORMATS } from '../../../../../../../core/schema/export-formats'
import { exportReading } from '../../../../../../serve-api/export-reading'
import { Problem } from '../../../../../../serve-api/problem'
import { on, serveApi } from '../../../../../../serve-api/serve-api'

/** `/api/v1/documents/…/exports/docx`: a file. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getExport, async ({ params: { document = '', format }, query }) => {
    const known = EXPORT_FORMATS.find((own) => own === format)
    if (known === undefined) throw new Problem('not-found')
    return exportReading(document, known, query)
  }),
)
