import { OPERATIONS } from '../../../../core/schema/api-operations'
import { addJob, listJobs, readJob } from '../../../../store/jobs'
import { readStored } from '../../../../store/resolutions'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { Problem } from '../../../serve-api/problem'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/jobs`: long work. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listJobs, async ({ query: { state, kind, parent, cursor, limit } }) => {
    const list = OPERATIONS.listJobs.id
    const place = cursor === undefined ? null : readCursor(list, cursor, ['string', 'string']).map(String)
    const found = await listJobs(await appStore(), {
      top: parent === undefined,
      ...(parent === undefined ? {} : { parents: [parent] }),
      states: state,
      kind,
      ...(place === null ? {} : { after: { queuedAt: place[0]!, id: place[1]! } }),
      limit: limit + 1,
    })
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ queuedAt, id }) => [queuedAt, id],
        (job) => job,
      ),
    }
  }),
  on(OPERATIONS.addJob, async ({ body }) => async (store) => {
    if (body.kind === 'align-resolution' && (await readStored(store, body.input.slug)) === null)
      throw new Problem('unknown-document', { detail: body.input.slug })
    const id = await addJob(store, { ...body, alone: true })
    const job = await readJob(store, id)
    if (job === null) throw new Problem('not-found')
    return { value: job, headers: { location: `/api/v1/jobs/${id}` } }
  }),
)
