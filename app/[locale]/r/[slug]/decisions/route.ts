import { decisionRequestSchema } from '../../../../../core/schema'
import { describeDecision } from '../../../../../i18n/describe-decision'
import { makeTranslator } from '../../../../../i18n/translator'
import { StoreError } from '../../../../../store/database/store-error'
import { decide, undoDecision } from '../../../../../store/decisions'
import { appStore, listEntries } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { readRequest } from '../../../../read-request'
import { refuseStore } from '../../../../refuse-store'

/** What stands in the address before `/decisions`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/**
 * `POST …/decisions`: settles findings or takes the last decision back (decisionRequestSchema). 200 with the entry as it is kept; 409 with `{message, theirs}` where somebody else has been there since the
 * revision that the person saw, and nothing is kept; 400 and 403 for what is no such request, 404 for an unknown resolution, 503 where the store cannot be used.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, params, decisionRequestSchema)
  if (read instanceof Response) return read
  const { locale, slug, asked } = read
  const result = await orStoreError(
    (async () => {
      if ((await listEntries(slug)).length === 0) return null
      const store = await appStore()
      const { scope, key, revision } = asked
      const target = { scope, key, revision, by: null }
      if (asked.action === 'undo') return undoDecision(store, target)
      const { verdict, reason, others } = asked
      return decide(store, {
        ...target,
        others,
        resolution: slug,
        verdict,
        reason: reason === '' ? null : reason,
      })
    })(),
  )
  if (result instanceof StoreError) return refuseStore(result, locale, 'json')
  if (result === null) return new Response(null, { status: 404 })
  const headers = { 'cache-control': 'no-store' }
  if (result.kind === 'decided') return Response.json({ entry: result.entry }, { headers })
  const t = makeTranslator(locale)
  const { theirs } = result
  const message =
    theirs === null || theirs.verdict === null
      ? t('settle.reopened')
      : t('settle.conflict', { what: describeDecision({ ...theirs, verdict: theirs.verdict }, locale, t) })
  return Response.json({ message, theirs }, { status: 409, headers })
}
