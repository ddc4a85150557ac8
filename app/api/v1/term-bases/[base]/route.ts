import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { readTermBase, removeTermBase } from '../../../../../store/term-bases'
import { appStore } from '../../../../open-store'
import {
  findTermBase,
  keepTermBase,
  readTermUpload,
  showTermBase,
} from '../../../../serve-api/keep-term-base'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'

/** `/api/v1/term-bases/…`: a term base that people have brought. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getTermBase, async ({ params: { base = '' } }) => {
    const found = await findTermBase(await appStore(), base)
    if (found === null) throw new Problem('not-found')
    return showTermBase(found)
  }),
  on(OPERATIONS.replaceTermBase, async ({ params: { base = '' }, query, upload, revision, request }) => {
    const file = await readTermUpload(upload, request.signal)
    return (store) => keepTermBase(store, base, file, { by: query.by ?? null, seen: revision })
  }),
  on(OPERATIONS.removeTermBase, async ({ params: { base = '' }, query: { by = null }, revision }) => {
    return async (store) => {
      if ((await findTermBase(store, base)) === null) throw new Problem('not-found')
      const result = await removeTermBase(store, { name: base, revision, by })
      if (result.kind === 'conflict') throw new Problem('revision-stale')
      const kept = await readTermBase(store, base)
      if (kept === null) throw new Error('what was removed is gone')
      return showTermBase(kept)
    }
  }),
)
