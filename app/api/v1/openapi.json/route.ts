import packageJson from '../../../../package.json'
import { OPERATIONS } from '../../../../core/schema/api-operations'
import { openApi } from '../../../../core/schema/openapi'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/openapi.json`: the interface's description. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getOpenApi, async () => ({ value: { ...openApi(packageJson.version) } })),
)
