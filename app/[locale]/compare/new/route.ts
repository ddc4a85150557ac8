import { InputError } from '../../../../core/model'
import { keyVersions } from '../../../../core/pipeline'
import { makeTranslator } from '../../../../i18n/translator'
import { appGuard } from '../../../app-guard'
import { heldComparisons } from '../../../held-comparisons'
import { fileName, givenLanguage, orInputError } from '../../../read-uploaded'
import { receiveUpload } from '../../../receive-upload'
import { refuse } from '../../../refuse'

/** What stands in the address before `/compare/new`. */
interface Context {
  readonly params: Promise<{ locale: string }>
}

/** Versions that stand side by side at most. */
const MOST = 6

/**
 * `POST …/compare/new`, a form with two to six files as `file`, and as many `language`, empty where it is told from the text: reads and compares them, keeps nothing, and gives `{address}`, where they are shown for a while to whoever
 * knows it. 400 for fewer or more, 422 where one cannot be read, its name in the message; else as receiveUpload.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const type = request.headers.get('content-type') ?? ''
  const upload = await receiveUpload(request, params, /^multipart\/form-data;/iu)
  if (upload instanceof Response) return upload
  const { locale, bytes } = upload
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
  const files = form?.getAll('file').filter((file) => typeof file !== 'string') ?? []
  const languages = form?.getAll('language') ?? []
  const t = makeTranslator(locale)
  const guard = await appGuard()
  const compare = async () => {
    const read = []
    for (const [k, file] of files.entries()) {
      const language = givenLanguage(languages[k])
      const options = { name: fileName(file.name), ...(language === undefined ? {} : { language }) }
      const own = new Uint8Array(await file.arrayBuffer())
      const one = await guard.read(own, options, request.signal).catch((error: unknown) => {
        if (!(error instanceof InputError)) throw error
        throw new InputError(
          error.code,
          [options.name, error.detail].filter((part) => part !== '').join(', '),
        )
      })
      read.push(...one.versions.map(({ version }) => version))
    }
    if (read.length < 2 || read.length > MOST) return null
    return guard.check(keyVersions(read), undefined, request.signal)
  }
  const check = files.length > MOST ? null : await orInputError(compare(), locale)
  if (check instanceof Response) return check
  if (check === null) return refuse(400, 'number', t('import.compareHint'))
  const address = `/${locale}/compare/${heldComparisons().keep(check)}`
  return Response.json({ address }, { headers: { 'cache-control': 'no-store' } })
}
