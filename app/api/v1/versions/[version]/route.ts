import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { pageVersions } from '../../../../../store/page-versions'
import { readVersion } from '../../../../../store/versions'
import { appStore } from '../../../../open-store'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'

/** `/api/v1/versions/…`: a version with its text. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getVersion, async ({ params: { version = '' } }) => {
    const store = await appStore()
    const [summary] = await pageVersions(store, { id: version, superseded: true, limit: 1 })
    const stored = await readVersion(store, version)
    if (summary === undefined || stored === null) throw new Problem('not-found')
    const { symbol, paragraphs } = stored.version
    return { value: { ...summary, symbol, paragraphs } }
  }),
)
