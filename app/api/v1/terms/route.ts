import { OPERATIONS } from '../../../../core/schema/api-operations'
import { pageTerms } from '../../../../jobs/page-terms'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { findTermBase } from '../../../serve-api/keep-term-base'
import { pageOf } from '../../../serve-api/page-of'
import { Problem } from '../../../serve-api/problem'
import { on, serveApi } from '../../../serve-api/serve-api'
import { termBase } from '../../../term-base'

/** `/api/v1/terms`: the term base. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listTerms, async ({ query: { q = '', field = '', language, base, cursor, limit } }) => {
    const list = OPERATIONS.listTerms.id
    const after = cursor === undefined ? undefined : String(readCursor(list, cursor, ['string'])[0])
    const asked = { text: q, field, language, after, limit: limit + 1 }
    const own = base === undefined ? await termBase() : (await findTermBase(await appStore(), base))?.base
    if (own === undefined) throw new Problem('bad-query', { errors: [{ name: 'base', message: 'unknown' }] })
    const found = pageTerms(own, asked)
    if (found === null) throw new Problem('bad-cursor')
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ id }) => [id],
        (one) => one,
      ),
    }
  }),
)
