import { appGuard } from '../../../app-guard'
import { OPERATIONS } from '../../../../core/schema/api-operations'
import { readImport, type ImportResult } from '../../../../jobs/import-document'
import { pageDocuments } from '../../../../store/page-documents'
import { appStore } from '../../../open-store'
import { readCursor } from '../../../serve-api/cursor'
import { pageOf } from '../../../serve-api/page-of'
import { Problem } from '../../../serve-api/problem'
import { plainName } from '../../../serve-api/read-body'
import { on, serveApi } from '../../../serve-api/serve-api'

/** `/api/v1/documents`: the resolutions of the store, and the way for files into it. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.listDocuments, async ({ query: { symbol, language, cursor, limit } }) => {
    const list = OPERATIONS.listDocuments.id
    const [after] = cursor === undefined ? [] : readCursor(list, cursor, ['string'])
    const found = await pageDocuments(await appStore(), {
      symbol,
      language,
      after: after as string | undefined,
      limit: limit + 1,
    })
    return {
      value: pageOf(
        list,
        found,
        limit,
        ({ slug }) => [slug],
        (one) => one,
      ),
    }
  }),
  on(OPERATIONS.importDocument, async ({ query, upload }) => {
    const { name, ...options } = query
    const file = upload ?? { bytes: new Uint8Array(), name: '' }
    const guard = await appGuard()
    const asked = { ...options, bytes: file.bytes, name: name === undefined ? file.name : plainName(name) }
    const keep = await readImport(asked, (bytes, how) => guard.read(bytes, how))
    return async (store) => {
      const result = await keep(store)
      if (result.kind === 'refused') throw refusal(result)
      const { slug, symbol, rows, texts } = result
      return {
        value: {
          document: slug,
          symbol,
          rows,
          texts: texts.map(({ report, ...text }) => ({ ...text, notices: report.notices })),
        },
        headers: { location: `/api/v1/documents/${encodeURIComponent(slug)}` },
      }
    }
  }),
)

function refusal({ reason, detail }: ImportResult & { readonly kind: 'refused' }): Problem {
  return new Problem(reason === 'worse' ? 'worse-text' : reason, detail === '' ? {} : { detail })
}
