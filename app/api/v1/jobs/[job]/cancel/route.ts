import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { cancelJob, readJob } from '../../../../../../store/jobs'
import { Problem } from '../../../../../serve-api/problem'
import { on, serveApi } from '../../../../../serve-api/serve-api'

/** `/api/v1/jobs/…/cancel`: the end of a job. One that was cancelled before is answered as it is. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.cancelJob, async ({ params: { job: id = '' } }) => async (store) => {
    const cancelled = await cancelJob(store, id)
    const job = await readJob(store, id)
    if (job === null) throw new Problem('not-found')
    if (!cancelled && job.state !== 'cancelled') throw new Problem('job-ended', { detail: job.state })
    return { value: job }
  }),
)
