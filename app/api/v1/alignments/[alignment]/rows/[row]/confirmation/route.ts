import { OPERATIONS } from '../../../../../../../../core/schema/api-operations'
import { confirmRow, withdrawConfirmation } from '../../../../../../../../store/confirmations'
import { openRow } from '../../../../../../../serve-api/open-rows'
import { Problem } from '../../../../../../../serve-api/problem'
import { revisionTag } from '../../../../../../../serve-api/revision'
import { on, serveApi } from '../../../../../../../serve-api/serve-api'

/** `/api/v1/alignments/…/rows/…/confirmation`: what people said of a row. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getConfirmation, async ({ params: { alignment = '', row: id = '' } }) => {
    const { rows, row } = await openRow(alignment, id)
    const value = rows.stateOf(row)
    return { value, tag: revisionTag(value.revision) }
  }),
  on(OPERATIONS.confirmRow, async ({ params: { alignment = '', row: id = '' }, body: { by }, revision }) => {
    const { rows, row } = await openRow(alignment, id)
    const { document: resolution, supersededAt } = rows.summary
    if (supersededAt !== null) throw new Problem('revision-stale', { theirs: null })
    return async (store) => {
      const cells = rows.refsOf(row)
      const result = await confirmRow(store, { resolution, cells, revision, by })
      if (result.kind === 'conflict') {
        const [other = null] = result.theirs
        throw stale(other === null ? result.last : { ...other, confirmed: true })
      }
      const { key, revision: made, at } = result.confirmation
      const value = { document: resolution, key, revision: made, confirmed: true, by, at }
      return { value, tag: revisionTag(made) }
    }
  }),
  on(OPERATIONS.withdrawConfirmation, async ({ params: { alignment = '', row: id = '' }, revision }) => {
    const { rows, row } = await openRow(alignment, id)
    const { document: resolution, key } = rows.stateOf(row)
    return async (store) => {
      const result = await withdrawConfirmation(store, { resolution, key, revision, by: null })
      if (result.kind === 'conflict') throw stale(result.last)
      const value = {
        document: resolution,
        key,
        revision: result.revision,
        confirmed: false,
        by: null,
        at: store.now(),
      }
      return { value, tag: revisionTag(result.revision) }
    }
  }),
)

function stale(
  last: {
    readonly resolution: string
    readonly key: string
    readonly revision: number
    readonly confirmed: boolean
    readonly by: string | null
    readonly at: string
  } | null,
): Problem {
  if (last === null) return new Problem('revision-stale', { theirs: null })
  const { resolution: document, key, revision, confirmed, by, at } = last
  return new Problem('revision-stale', { theirs: { document, key, revision, confirmed, by, at } })
}
