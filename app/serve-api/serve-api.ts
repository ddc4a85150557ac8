import { createHash } from 'node:crypto'
import { InputError, type UnLanguage } from '../../core/model'
import type { ApiMethod, Operation } from '../../core/schema/api-operations'
import { chooseLocale } from '../../i18n/choose-locale'
import { describeStoreError } from '../../i18n/describe-store-error'
import { makeTranslator } from '../../i18n/translator'
import type { KeptAnswer } from '../../store/answers'
import { isPassing, StoreError } from '../../store/database/store-error'
import type { Store } from '../../store/database/open-store'
import { appStore } from '../open-store'
import { authorise } from './authorise'
import { doOnce, readKey } from './do-once'
import { limitRate } from './limit-rate'
import { Problem, problemResponse } from './problem'
import { readJson, readUpload, type Upload } from './read-body'
import { isKnown, readRevision } from './revision'

/** A schema of a query, a body or an answer, as far as it is needed here. */
interface Reads<T> {
  readonly _zod: { readonly output: T }
}
type OutputOf<T> = T extends Reads<infer O> ? O : null

/** A value that nobody changes, all the way down. */
type Unchanged<T> = T extends readonly (infer U)[]
  ? readonly Unchanged<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanged<T[K]> }
    : T

/** A request as its handler gets it: what the address, the query and the body say, read by the operation's schemas. */
export interface Asked<Query, Body> {
  readonly request: Request
  readonly locale: UnLanguage
  /** Of the address, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
  /** The file that was sent, where the operation takes one. */
  readonly upload: Upload | null
  /** The revision that was seen, where the operation asks for one. */
  readonly revision: number
}

/** What a handler answers: a value, which the operation's schema makes JSON of, with an entity tag of its own where it has one. */
export interface ApiAnswer<Value> {
  readonly value: Value
  readonly tag?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What is still to be done when a request was understood: all that it writes, so that it can be done in one transaction with the record of its answer. */
export type Effect<Value> = (store: Store) => Promise<ApiAnswer<Value>>

type Handler<Query, Body, Value> = (
  asked: Asked<Query, Body>,
) => Promise<ApiAnswer<Value> | Effect<Value> | Response>

/** An operation with its handler. */
export interface Served {
  readonly operation: Operation
  readonly handler: Handler<never, never, unknown>
}

/** Puts an operation and its handler together, so that their types fit. A handler gives an answer, or what is still to be written; a Response goes out as it is. */
export function on<O extends Operation>(
  operation: O,
  handler: Handler<
    OutputOf<NonNullable<O['query']>>,
    OutputOf<NonNullable<O['body']>>,
    Unchanged<OutputOf<NonNullable<O['answer']>>>
  >,
): Served {
  return { operation, handler: handler as Handler<never, never, unknown> }
}

/** A route handler as the framework calls it; an address without parameters has none. */
export type RouteHandler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string> | undefined> },
) => Promise<Response>

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const

/**
 * The route handlers of one address of the HTTP interface. What all of them have in common is here: limits, who may change what, reading by schema, entity tags, keys, and every failure as a problem. Methods that the address
 * does not have are answered 405.
 */
export function serveApi(
  ...served: readonly Served[]
): Readonly<Record<(typeof METHODS)[number], RouteHandler>> {
  const methods: readonly ApiMethod[] = served.map(({ operation }) => operation.method)
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const handle =
    (method: (typeof METHODS)[number]): RouteHandler =>
    async (request, { params }) => {
      const locale = localeOf(request)
      let limits: Readonly<Record<string, string>> = {}
      try {
        limits = limitRate(request)
        authorise(request, process.env.CONCORDANCE_TOKEN, method !== 'GET' && method !== 'OPTIONS')
        const own = served.find(({ operation }) => operation.method === method)
        if (method === 'OPTIONS')
          return guard(new Response(null, { status: 204, headers: { allow } }), limits)
        if (own === undefined) throw new Problem('method-not-allowed', { headers: { allow } })
        return guard(await run(own, request, decodeAll((await params) ?? {}), locale), limits)
      } catch (error) {
        return guard(problemResponse(problemOf(error, locale), locale), limits)
      }
    }
  return Object.fromEntries(METHODS.map((method) => [method, handle(method)])) as Record<
    (typeof METHODS)[number],
    RouteHandler
  >
}

/** The answer to an address where there is nothing. */
export async function serveNothing(request: Request): Promise<Response> {
  return guard(problemResponse(new Problem('not-found'), localeOf(request)), {})
}

async function run(
  { operation, handler }: Served,
  request: Request,
  params: Readonly<Record<string, string>>,
  locale: UnLanguage,
): Promise<Response> {
  const key = operation.method === 'POST' ? readKey(request) : null
  const revision = operation.revision === true ? readRevision(request) : 0
  const upload = operation.file !== undefined ? await readUpload(request) : null
  const url = new URL(request.url)
  const query = parse(operation.query, { ...queryOf(url), ...upload?.fields }, 'bad-query')
  const body =
    operation.body === undefined ? null : parse(operation.body, await readJson(request), 'bad-body')
  const asked = { request, locale, params, query, body, upload, revision }
  const todo = await handler(asked as Asked<never, never>)
  if (todo instanceof Response) return todo
  if (typeof todo !== 'function') return answer(operation, request, write(operation, url, todo))
  const store = await appStore()
  const work = async (inner: Store) => write(operation, url, await todo(inner))
  if (key === null) return answer(operation, request, await work(store))
  const file = upload === null ? null : createHash('sha256').update(upload.bytes).digest('hex')
  const all = JSON.stringify([operation.id, params, query, body, file, upload?.name])
  return answer(operation, request, await doOnce(store, key, all, work))
}

/** An answer as it goes out and is kept. Only what the schema names gets there. */
function write(operation: Operation, url: URL, { value, tag, headers }: ApiAnswer<unknown>): KeptAnswer {
  const shown: unknown = operation.answer?.parse(value)
  const next = (shown as { readonly next?: unknown } | null)?.next
  const all: Record<string, string> = { ...headers }
  if (typeof next === 'string') all.link = `<${nextUrl(url, next)}>; rel="next"`
  if (tag !== undefined) all.etag = tag
  return {
    status: operation.status,
    headers: all,
    body: JSON.stringify(shown),
  }
}

function answer({ method }: Operation, request: Request, { status, headers, body }: KeptAnswer): Response {
  const read = method === 'GET'
  const etag = headers.etag ?? (read ? tagOf(body) : undefined)
  const all = {
    'cache-control': read ? 'private, no-cache' : 'no-store',
    ...headers,
    ...(etag === undefined ? {} : { etag }),
  }
  if (read && etag !== undefined && isKnown(request, etag))
    return new Response(null, { status: 304, headers: all })
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...all } })
}

function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/** Relative to the host that was asked, whatever its name outside. */
function nextUrl(url: URL, next: string): string {
  const query = new URLSearchParams(url.search)
  query.set('cursor', next)
  return `${url.pathname}?${query.toString()}`
}

/** What is said more than once counts as a list. */
function queryOf(url: URL): Readonly<Record<string, string>> {
  const names = [...new Set(url.searchParams.keys())]
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')]))
}

function parse(schema: Operation['query'], value: unknown, code: 'bad-query' | 'bad-body'): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Problem(code, {
    errors: parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), message })),
  })
}

function decodeAll(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
    )
  } catch (error) {
    throw error instanceof URIError ? new Problem('not-found') : error
  }
}

/** Seconds after which a store that is held, full or away may be tried again, and one that a person has to mend. */
const RETRY = { passing: 5, lasting: 60 } as const

function problemOf(error: unknown, locale: UnLanguage): Problem {
  if (error instanceof Problem) return error
  const t = makeTranslator(locale)
  if (error instanceof InputError)
    return new Problem(error.code === 'too-large' ? 'too-large' : 'unreadable-file', {
      detail:
        error.detail === ''
          ? t(`errors.${error.code}`)
          : t('errors.detail', { reason: t(`errors.${error.code}`), detail: error.detail }),
    })
  if (error instanceof StoreError) {
    const detail = describeStoreError(error, t)
    // A text that no database keeps is the request's own fault.
    if (error.code === 'text') return new Problem('bad-body', { detail })
    const seconds = isPassing(error) ? RETRY.passing : RETRY.lasting
    return new Problem('store-unavailable', { detail, headers: { 'retry-after': String(seconds) } })
  }
  console.error('concordance: internal:', error)
  return new Problem('internal')
}

/** English unless another of the six is asked for: what reads an answer is a program. */
function localeOf(request: Request): UnLanguage {
  return chooseLocale(`${request.headers.get('accept-language') ?? ''},en;q=0.001`)
}

/** What comes from the interface is data: a browser that opens it runs nothing in it. */
function guard(response: Response, limits: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(limits)) response.headers.set(name, value)
  response.headers.set('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  response.headers.set('vary', 'Accept-Language')
  return response
}
