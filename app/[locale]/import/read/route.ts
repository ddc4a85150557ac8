import { appGuard } from '../../../app-guard'
import { fileName, givenLanguage, orInputError } from '../../../read-uploaded'
import { receiveUpload } from '../../../receive-upload'
import { showImport } from '../../../show-import'

/** What stands in the address before `/import/read`. */
interface Context {
  readonly params: Promise<{ locale: string }>
}

/**
 * `POST …/import/read?name=fr.docx&language=fr` with the file as body: how it would be read (see showImport), and nothing is kept. 422 with `{code, message, detail}` where it cannot be read; else as receiveUpload.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const upload = await receiveUpload(request, params, /^application\/octet-stream$/u)
  if (upload instanceof Response) return upload
  const { locale, bytes, query } = upload
  const language = givenLanguage(query.get('language'))
  const options = { name: fileName(query.get('name')), ...(language === undefined ? {} : { language }) }
  const guard = await appGuard()
  const file = await orInputError(guard.read(bytes, options, request.signal), locale)
  if (file instanceof Response) return file
  return Response.json(showImport(file), { headers: { 'cache-control': 'no-store' } })
}
