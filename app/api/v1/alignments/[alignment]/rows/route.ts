import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { readCursor } from '../../../../../serve-api/cursor'
import { openRows, showRow } from '../../../../../serve-api/open-rows'
import { pageOf } from '../../../../../serve-api/page-of'
import { on, serveApi } from '../../../../../serve-api/serve-api'

/** `/api/v1/alignments/…/rows`: the rows of an alignment. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listRows, async ({ params: { alignment = '' }, query }) => {
    const { cursor, limit, kind, confirmed, texts = false } = query
    const list = OPERATIONS.listRows.id
    const after = cursor === undefined ? -1 : Number(readCursor(list, cursor, ['number'])[0])
    const rows = await openRows(alignment)
    const found = rows.aligned.check.rows
      .map((row, position) => ({ row, position }))
      .filter(
        ({ row, position }) =>
          position > after &&
          (kind === undefined || kind.includes(row.kind)) &&
          (confirmed === undefined || confirmed === rows.stateOf(row).confirmed),
      )
      .slice(0, limit + 1)
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ position }) => [position],
        ({ row }) => showRow(rows, row, texts),
      ),
    }
  }),
)
