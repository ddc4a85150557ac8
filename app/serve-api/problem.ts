import { PROBLEM_STATUS, type ProblemCode } from '../../core/schema/problem-codes'
import type { UnLanguage } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'

/** What a problem says besides its code: `detail` a sentence, `errors` the parts of the request that do not fit, `theirs` what somebody else has settled meanwhile. */
export interface ProblemMore {
  readonly detail?: string
  readonly errors?: readonly { readonly name: string; readonly message: string }[]
  readonly theirs?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that is not done, as a code of the HTTP interface. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly more: ProblemMore

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(more.detail === undefined ? code : `${code}: ${more.detail}`)
    this.name = 'Problem'
    this.code = code
    this.more = more
  }
}

/** A problem as an answer (RFC 9457), its title in the caller's language. `type` leads to where the code is explained. */
export function problemResponse({ code, more }: Problem, locale: UnLanguage): Response {
  const { headers, ...rest } = more
  const status = PROBLEM_STATUS[code]
  const title = makeTranslator(locale)(`api.problem.${code}`)
  return new Response(
    JSON.stringify({ type: `/${locale}/api#problem-${code}`, title, status, code, ...rest }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'content-language': locale,
        'cache-control': 'no-store',
        ...headers,
      },
    },
  )
}
