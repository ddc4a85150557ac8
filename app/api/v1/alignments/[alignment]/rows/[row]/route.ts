import { OPERATIONS } from '../../../../../../../core/schema/api-operations'
import { openRow, showRow } from '../../../../../../serve-api/open-rows'
import { on, serveApi } from '../../../../../../serve-api/serve-api'

/** `/api/v1/alignments/…/rows/…`: a row with its paragraphs. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getRow, async ({ params: { alignment = '', row: id = '' } }) => {
    const { rows, row } = await openRow(alignment, id)
    return { value: showRow(rows, row, true) }
  }),
)
