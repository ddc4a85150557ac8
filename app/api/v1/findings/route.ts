import { OPERATIONS } from '../../../../core/schema/api-operations'
import { readFindings } from '../../../../jobs/read-findings'
import type { FindingFilter } from '../../../../store/page-findings'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { on, serveApi } from '../../../serve-api/serve-api'
import { showFinding } from '../../../serve-api/show-finding'

/** `/api/v1/findings`: the findings of the store. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listFindings, async ({ query: { code, severity, cursor, limit, ...filter } }) => {
    const list = OPERATIONS.listFindings.id
    const found = await readFindings(await appStore(), {
      ...filter,
      codes: code,
      severities: severity,
      ...(cursor === undefined
        ? {}
        : { after: readCursor(list, cursor, ['string', 'string', 'number']) as FindingFilter['after'] }),
      limit: limit + 1,
    })
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ document, alignment, position }) => [document, alignment, position],
        showFinding,
      ),
    }
  }),
)
