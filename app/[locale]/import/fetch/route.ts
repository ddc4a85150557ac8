import type { SaveAnswer } from '../../../../components/ImportDesk/import-answers'
import { fetchRequestSchema } from '../../../../core/schema'
import { cleanSymbol } from '../../../../core/text/clean-symbol'
import { describeFetchError } from '../../../../i18n/describe-fetch-error'
import { makeTranslator } from '../../../../i18n/translator'
import { documentSite } from '../../../../jobs/fetch/document-address'
import { FetchError } from '../../../../jobs/fetch/fetch-error'
import { fetchVersion } from '../../../../jobs/fetch/fetch-version'
import { StoreError } from '../../../../store/database/store-error'
import { appGuard } from '../../../app-guard'
import { appStore } from '../../../open-store'
import { orStoreError } from '../../../or-store-error'
import { orInputError } from '../../../read-uploaded'
import { readRequest } from '../../../read-request'
import { mostBytes } from '../../../receive-upload'
import { refuse } from '../../../refuse'
import { refuseStore } from '../../../refuse-store'

/** What stands in the address before `/import/fetch`. */
interface Context {
  readonly params: Promise<{ locale: string }>
}

/**
 * `POST …/import/fetch` (fetchRequestSchema): gets the official text of a symbol in one language from the document site and keeps it. 200 with SaveAnswer; 502 with FetchError's code where it was not got or is not what was
 * asked for, 422 where it cannot be read, 503 where the store cannot be used; else as readRequest. Nothing is changed unless it is 200.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: given } = await params
  const read = await readRequest(request, Promise.resolve({ locale: given, slug: '' }), fetchRequestSchema)
  if (read instanceof Response) return read
  const { locale, asked } = read
  const t = makeTranslator(locale)
  const symbol = cleanSymbol(asked.symbol)
  if (symbol === null)
    return refuse(422, 'symbol-wrong', t('import.refusal.symbol-wrong', { detail: asked.symbol }))
  const guard = await appGuard()
  const result = await orStoreError(
    orInputError(
      (async () =>
        fetchVersion(await appStore(), {
          symbol,
          language: asked.language,
          site: documentSite(process.env),
          read: guard.read,
          signal: request.signal,
          limits: { bytes: mostBytes() },
        }))().catch((error: unknown) => {
        if (error instanceof FetchError) return error
        throw error
      }),
      locale,
    ),
  )
  if (result instanceof StoreError) return refuseStore(result, locale, 'json')
  if (result instanceof Response) return result
  if (result instanceof FetchError) return refuse(502, result.code, describeFetchError(result, t))
  const answer: SaveAnswer = {
    slug: result.slug,
    symbol,
    texts: [{ language: result.language, outcome: result.outcome }],
  }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
