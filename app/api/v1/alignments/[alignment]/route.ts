import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { pageAlignments } from '../../../../../store/page-alignments'
import { appStore } from '../../../../open-store'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'

/** `/api/v1/alignments/…`: an alignment without its rows. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getAlignment, async ({ params: { alignment: id = '' } }) => {
    const [found] = await pageAlignments(await appStore(), { id, superseded: true, limit: 1 })
    if (found === undefined) throw new Problem('not-found')
    return { value: found }
  }),
)
