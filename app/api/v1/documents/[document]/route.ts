import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { pageDocuments } from '../../../../../store/page-documents'
import { appStore } from '../../../../open-store'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'

/** `/api/v1/documents/…`: a resolution. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getDocument, async ({ params: { document = '' } }) => {
    const [value] = await pageDocuments(await appStore(), { slug: document, limit: 1 })
    if (value === undefined) throw new Problem('not-found')
    return { value }
  }),
)
