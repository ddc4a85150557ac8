import { OPERATIONS } from '../../../../core/schema/api-operations'
import { pageAlignments } from '../../../../store/page-alignments'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/alignments`: the alignments of the store. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listAlignments, async ({ query: { cursor, limit, ...filter } }) => {
    const list = OPERATIONS.listAlignments.id
    const found = await pageAlignments(await appStore(), {
      ...filter,
      ...(cursor === undefined
        ? {}
        : { after: readCursor(list, cursor, ['string', 'string']) as [string, string] }),
      limit: limit + 1,
    })
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ document, id }) => [document, id],
        (one) => one,
      ),
    }
  }),
)
