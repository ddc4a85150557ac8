import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { decisionWords } from '../../../../../../i18n/decision-words'
import { makeTranslator } from '../../../../../../i18n/translator'
import { planData } from '../../../../../../jobs/plan-data'
import { settleFromSheet } from '../../../../../../jobs/settle-from-sheet'
import { listEntries } from '../../../../../open-store'
import { describeUnreadable, readSheets } from '../../../../../read-back'
import { Problem } from '../../../../../serve-api/problem'
import { on, serveApi } from '../../../../../serve-api/serve-api'
import { shippedKnowledge } from '../../../../../shipped-knowledge'

/** `/api/v1/documents/…/decisions`: the way back for workbooks in which findings were settled. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.settleFromWorkbook, async ({ params: { document = '' }, query, upload, locale, request }) => {
    if ((await listEntries(document)).length === 0) throw new Problem('not-found')
    const bytes = upload?.bytes ?? new Uint8Array()
    const [sheets, knowledge] = await Promise.all([readSheets(bytes, request.signal), shippedKnowledge()])
    return async (store) => {
      const result = await settleFromSheet(store, bytes, {
        apply: query.apply === true,
        by: query.by ?? null,
        only: document,
        words: decisionWords(),
        knowledge: () => knowledge,
        read: async () => sheets,
      })
      if (result.kind !== 'read')
        throw new Problem('unreadable-file', { detail: describeUnreadable(result, makeTranslator(locale)) })
      return { value: planData(result) }
    }
  }),
)
