import { rowRequestSchema } from '../../../../../core/schema'
import { unLanguage } from '../../../../../core/text/languages'
import { makeTranslator } from '../../../../../i18n/translator'
import { confirmRow, withdrawConfirmation } from '../../../../../store/confirmations'
import { StoreError } from '../../../../../store/database/store-error'
import { cellRefs, indexRefs } from '../../../../../store/paragraph-refs'
import { appStore, openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { readRequest } from '../../../../read-request'
import { refuseStore } from '../../../../refuse-store'

/** What stands in the address before `/rows`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/**
 * `POST …/rows`: confirms a row as the page shows it, or takes a confirmation back (rowRequestSchema). 409 with `{message}` where somebody else has been there, or the alignment on the page is no longer the present
 * one, and nothing is kept; else as `…/decisions`.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, params, rowRequestSchema)
  if (read instanceof Response) return read
  const { locale, slug: resolution, asked } = read
  const result = await orStoreError(
    (async () => {
      const store = await appStore()
      if (asked.action === 'withdraw')
        return withdrawConfirmation(store, { resolution, key: asked.key, revision: asked.revision, by: null })
      const open = await openReading(
        resolution,
        asked.languages.map(unLanguage).filter((own) => own !== null),
      )
      if (open === null) return null
      const row = open.check.rows.find(({ id }) => id === asked.row)
      if (open.reading?.alignment.id !== asked.alignment || row === undefined)
        return { kind: 'changed' } as const
      const cells = cellRefs(row.cells, indexRefs(open.check.versions))
      return confirmRow(store, { resolution, cells, revision: asked.revision, by: null })
    })(),
  )
  if (result instanceof StoreError) return refuseStore(result, locale, 'json')
  if (result === null) return new Response(null, { status: 404 })
  const headers = { 'cache-control': 'no-store' }
  if (result.kind === 'confirmed' || result.kind === 'withdrawn') return Response.json({}, { headers })
  const t = makeTranslator(locale)
  const message = result.kind === 'changed' ? t('settle.changed') : t('settle.rowConflict')
  return Response.json({ message }, { status: 409, headers })
}
