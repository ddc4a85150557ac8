import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { readDocument } from '../../../../../../store/documents'
import { pageVersions } from '../../../../../../store/page-versions'
import { appStore } from '../../../../../open-store'
import { contentDisposition } from '../../../../../serve-api/content-disposition'
import { Problem } from '../../../../../serve-api/problem'
import { isKnown } from '../../../../../serve-api/revision'
import { on, serveApi } from '../../../../../serve-api/serve-api'

/** `/api/v1/versions/…/file`: the file that a version was read from. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getVersionFile, async ({ request, params: { version = '' } }) => {
    const store = await appStore()
    const [summary] = await pageVersions(store, { id: version, superseded: true, limit: 1 })
    const file = summary?.file ?? null
    if (file === null) throw new Problem('not-found')
    const etag = `"${file.sha256}"`
    const headers = { etag, 'cache-control': 'private, no-cache' }
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
    const document = await readDocument(store, file.id)
    if (document === null) throw new Problem('not-found')
    return new Response(new Uint8Array(document.bytes), {
      headers: {
        ...headers,
        'content-type': document.type,
        'content-length': String(document.bytes.length),
        'content-disposition': contentDisposition(document.name),
      },
    })
  }),
)
