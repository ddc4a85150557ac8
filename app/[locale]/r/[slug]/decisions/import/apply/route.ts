import { readBack } from '../../../../../../read-back'

/** What stands in the address before `/decisions`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/** `POST …/decisions/import/apply` with a workbook as body: does what following it does, line by line (see readBack). */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return readBack(request, params, true)
}
