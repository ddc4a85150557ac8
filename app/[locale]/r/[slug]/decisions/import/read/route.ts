import { readBack } from '../../../../../../read-back'

/** What stands in the address before `/decisions`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/** `POST …/decisions/import/read` with a workbook as body: what following it would do, and nothing is written (see readBack). */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return readBack(request, params, false)
}
