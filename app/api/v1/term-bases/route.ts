import { OPERATIONS } from '../../../../core/schema/api-operations'
import { pageTermBases } from '../../../../store/term-bases'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { findTermBase, keepTermBase, readTermUpload } from '../../../serve-api/keep-term-base'
import { pageOf } from '../../../serve-api/page-of'
import { Problem } from '../../../serve-api/problem'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/term-bases`: the term bases that people have brought, and the way for files into them. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listTermBases, async ({ query: { cursor, limit } }) => {
    const list = OPERATIONS.listTermBases.id
    const after = cursor === undefined ? undefined : String(readCursor(list, cursor, ['string'])[0])
    const found = await pageTermBases(await appStore(), { after, limit: limit + 1 })
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ name }) => [name],
        (one) => one,
      ),
    }
  }),
  on(OPERATIONS.importTermBase, async ({ query: { name, by = null }, upload, request }) => {
    const file = await readTermUpload(upload, request.signal)
    return async (store) => {
      if ((await findTermBase(store, name)) !== null) throw new Problem('base-exists')
      const kept = await keepTermBase(store, name, file, { by, seen: 0 })
      return { ...kept, headers: { location: `/api/v1/term-bases/${encodeURIComponent(name)}` } }
    }
  }),
)
