import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'
import { termBase } from '../../../../term-base'

/** `/api/v1/terms/…`: a concept. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getTerm, async ({ params: { term } }) => {
    const concept = (await termBase()).find(({ id }) => id === term)
    if (concept === undefined) throw new Problem('not-found')
    return { value: concept }
  }),
)
