import type { SaveAnswer } from '../../../../components/ImportDesk/import-answers'
import type { Status } from '../../../../core/model'
import { languageName } from '../../../../i18n/language-names'
import { makeTranslator, type Translator } from '../../../../i18n/translator'
import { importDocument, type ImportResult } from '../../../../jobs/import-document'
import { withTitle } from '../../../../jobs/with-title'
import { StoreError } from '../../../../store/database/store-error'
import { appGuard } from '../../../app-guard'
import { appStore } from '../../../open-store'
import { orStoreError } from '../../../or-store-error'
import { fileName, givenLanguage, orInputError } from '../../../read-uploaded'
import { receiveUpload } from '../../../receive-upload'
import { refuse } from '../../../refuse'
import { refuseStore } from '../../../refuse-store'

/** What stands in the address before `/import/save`. */
interface Context {
  readonly params: Promise<{ locale: string }>
}

const STATUSES: readonly Status[] = ['official', 'unofficial', 'unknown']

/** The longest title that is kept, in UTF-16 code units. */
const LONGEST_TITLE = 1000

/**
 * `POST …/import/save?name=fr.docx&language=fr&symbol=A/RES/76/299&title=…&status=official&force=1` with the file as body: keeps its texts with the file, in one transaction. 200 with SaveAnswer; 409 with the code `worse` where a text of better status is there and
 * `force` is not given; 422 where the file cannot be read or its symbol is not known; 503 where the store cannot be used; else as receiveUpload. Nothing is kept unless it is 200.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const upload = await receiveUpload(request, params, /^application\/octet-stream$/u)
  if (upload instanceof Response) return upload
  const { locale, bytes, query } = upload
  const language = givenLanguage(query.get('language'))
  const symbol = query.get('symbol')?.trim() ?? ''
  const title = query.get('title')?.trim().replace(/\s+/gu, ' ').slice(0, LONGEST_TITLE) ?? ''
  const asked = {
    bytes,
    name: fileName(query.get('name')),
    status: STATUSES.find((status) => status === query.get('status')) ?? 'unknown',
    force: query.get('force') === '1',
    ...(language === undefined ? {} : { language }),
    ...(symbol === '' ? {} : { symbol }),
  }
  const guard = await appGuard()
  const result = await orStoreError(
    orInputError(
      (async () =>
        importDocument(await appStore(), asked, async (own, options) => {
          const file = await guard.read(own, options, request.signal)
          return title === '' ? file : withTitle(file, title)
        }))(),
      locale,
    ),
  )
  if (result instanceof StoreError) return refuseStore(result, locale, 'json')
  if (result instanceof Response) return result
  if (result.kind === 'refused') {
    const { reason } = result
    return refuse(reason === 'worse' ? 409 : 422, reason, describeRefusal(result, makeTranslator(locale)))
  }
  const answer: SaveAnswer = {
    slug: result.slug,
    symbol: result.symbol,
    texts: result.texts.map((text) => ({ language: text.language, outcome: text.outcome })),
  }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}

function describeRefusal(
  { reason, detail }: ImportResult & { readonly kind: 'refused' },
  t: Translator,
): string {
  if (reason !== 'worse') return t(`import.refusal.${reason}`, { detail: `\u2068${detail}\u2069` })
  const [language = '', status = ''] = detail.split(' ')
  const known = STATUSES.find((own) => own === status) ?? 'unknown'
  return t('import.worse', { language: languageName(language, t), status: t(`status.${known}`) })
}
