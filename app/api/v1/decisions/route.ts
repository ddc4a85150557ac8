import { OPERATIONS } from '../../../../core/schema/api-operations'
import { pageDecisions } from '../../../../store/decisions'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { on, serveApi } from '../../../serve-api/serve-api'
import { showDecision } from '../../../serve-api/show-decision'

/** `/api/v1/decisions`: what is settled. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listDecisions, async ({ query: { document, cursor, limit, ...filter } }) => {
    const list = OPERATIONS.listDecisions.id
    const found = await pageDecisions(await appStore(), {
      ...filter,
      resolution: document,
      ...(cursor === undefined
        ? {}
        : { after: readCursor(list, cursor, ['string', 'string']) as [string, string] }),
      limit: limit + 1,
    })
    return { value: pageOf(list, found, limit, ({ scope, key }) => [scope, key], showDecision) }
  }),
)
