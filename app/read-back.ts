import { InputError } from '../core/model'
import { decisionWords } from '../i18n/decision-words'
import { languageName } from '../i18n/language-names'
import { makeTranslator, type Translator } from '../i18n/translator'
import { settleFromSheet, type SettleResult } from '../jobs/settle-from-sheet'
import { StoreError } from '../store/database/store-error'
import { appGuard } from './app-guard'
import { appStore, listEntries } from './open-store'
import { orStoreError } from './or-store-error'
import { orInputError } from './read-uploaded'
import { receiveUpload } from './receive-upload'
import { refuse } from './refuse'
import { refuseStore } from './refuse-store'
import { shippedKnowledge } from './shipped-knowledge'
import { showPlan } from './show-plan'

/**
 * Answers a workbook that comes back (the body) with what following it would do, or with `apply` with what it did, as PlanAnswer; every line by itself, so that those that still fit are written. 422 with `{code, message}` where it is no such
 * workbook of this resolution, 404 for an unknown resolution, 503 where the store cannot be used; else as receiveUpload.
 */
export async function readBack(
  request: Request,
  params: Promise<{ locale: string; slug: string }>,
  apply: boolean,
): Promise<Response> {
  const upload = await receiveUpload(request, params, /^application\/octet-stream$/u)
  if (upload instanceof Response) return upload
  const { locale, bytes } = upload
  const slug = decodeURIComponent((await params).slug)
  const result = await orStoreError(
    orInputError(
      (async () => {
        if ((await listEntries(slug)).length === 0) return null
        const [store, knowledge] = await Promise.all([appStore(), shippedKnowledge()])
        return settleFromSheet(store, bytes, {
          apply,
          by: null,
          only: slug,
          words: decisionWords(),
          knowledge: () => knowledge,
          read: (own) => readSheets(own, request.signal),
        })
      })(),
      locale,
    ),
  )
  if (result instanceof StoreError) return refuseStore(result, locale, 'json')
  if (result instanceof Response) return result
  if (result === null) return new Response(null, { status: 404 })
  const t = makeTranslator(locale)
  if (result.kind !== 'read') return refuse(422, result.kind, describeUnreadable(result, t))
  return Response.json(showPlan(result, t), { headers: { 'cache-control': 'no-store' } })
}

/** Reads a workbook in a guarded thread; null for what is none. Rejects with InputError for what could do harm, is locked or takes too long. */
export async function readSheets(bytes: Uint8Array, signal: AbortSignal) {
  try {
    return await (await appGuard()).sheets(bytes, signal)
  } catch (error) {
    if (error instanceof InputError && (error.code === 'binary' || error.code === 'damaged')) return null
    throw error
  }
}

/** Why a workbook cannot be read back to a resolution, in the reader's words. */
export function describeUnreadable(
  result: Exclude<SettleResult, { readonly kind: 'read' }>,
  t: Translator,
): string {
  switch (result.kind) {
    case 'no-workbook':
    case 'no-sheet':
      return t(`review.unreadable.${result.kind}`)
    // A file without a symbol is taken to be of the resolution that it is brought back to.
    case 'no-symbol':
      return t('review.unreadable.no-sheet')
    case 'other-resolution':
    case 'no-resolution':
      return t('review.unreadable.other-resolution', { detail: `\u2068${result.symbol}\u2069` })
    case 'no-version':
      return t('review.unreadable.no-version', {
        detail: result.languages.map((language) => languageName(language, t)).join(', '),
      })
  }
}
