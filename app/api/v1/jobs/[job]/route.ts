import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { readJob } from '../../../../../store/jobs'
import { appStore } from '../../../../open-store'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'

/** `/api/v1/jobs/…`: a job. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getJob, async ({ params: { job = '' } }) => {
    const value = await readJob(await appStore(), job)
    if (value === null) throw new Problem('not-found')
    return { value }
  }),
)
