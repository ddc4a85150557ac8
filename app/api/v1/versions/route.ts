import { OPERATIONS } from '../../../../core/schema/api-operations'
import { pageVersions, type VersionFilter } from '../../../../store/page-versions'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/versions`: the versions of the store. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listVersions, async ({ query: { document, cursor, limit, ...filter } }) => {
    const list = OPERATIONS.listVersions.id
    const found = await pageVersions(await appStore(), {
      ...filter,
      ...(document === undefined ? {} : { documents: [document] }),
      ...(cursor === undefined
        ? {}
        : { after: readCursor(list, cursor, ['string', 'string', 'string']) as VersionFilter['after'] }),
      limit: limit + 1,
    })
    return {
      value: pageOf(
        list,
        found,
        limit,
        (one) => [one.document, one.language, one.id],
        (one) => one,
      ),
    }
  }),
)
