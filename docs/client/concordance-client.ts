import type { components, paths } from './api-types'

/** A shape of the interface by its name: `Shape<'Finding'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name]

type Method = 'get' | 'post' | 'put' | 'delete'
type Has<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never
}[keyof paths]
type Operation<P extends keyof paths, M extends Method> = paths[P][M]
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : never
type Answered<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never
type Parameters<O, In extends 'path' | 'query'> = O extends { parameters: Partial<Record<In, infer Q>> }
  ? NonNullable<Q>
  : never
type Sent<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never

/** What a request says: the parameters of its address and query, a body of JSON, headers. */
export interface Request<O> {
  readonly path?: Parameters<O, 'path'>
  readonly query?: Parameters<O, 'query'>
  readonly body?: Sent<O>
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer: its value, and the entity tag that a later write has to name. */
export interface Answer<T> {
  readonly value: T
  readonly tag: string | null
  readonly response: Response
}

/** A refusal: the problem that the server told of. */
export class Refused extends Error {
  readonly problem: Shape<'Problem'>

  constructor(problem: Shape<'Problem'>) {
    super(`${problem.status} ${problem.code}: ${problem.title}`)
    this.problem = problem
  }
}

/** A client of one server. `url` ends before `/api/v1`; without a token it can only read. `send` is the runtime's fetch unless another is given. */
export function concordanceClient({
  url,
  token,
  send = fetch,
}: {
  readonly url: string
  readonly token?: string
  readonly send?: typeof fetch
}) {
  async function ask<M extends Method, P extends Has<M>>(
    method: M,
    path: P,
    { path: names = {} as never, query, body, headers }: Request<Operation<P, M>> = {},
  ): Promise<Answer<Answered<Operation<P, M>>>> {
    const address = (path as string).replace(/\{(\w+)\}/gu, (_, name: string) =>
      encodeURIComponent(String((names as Record<string, unknown>)[name])),
    )
    const search = new URLSearchParams(
      Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value].flat().join(',')]],
      ),
    )
    const response = await send(`${url}/api/v1${address}?${search}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Refused((await response.json()) as Shape<'Problem'>)
    const value = (await response.json()) as Answered<Operation<P, M>>
    return { value, tag: response.headers.get('etag'), response }
  }

  /** All items of a list, page after page. */
  async function* all<P extends Has<'get'>>(
    path: P,
    request: Request<Operation<P, 'get'>> = {},
  ): AsyncGenerator<ItemOf<Answered<Operation<P, 'get'>>>> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { ...request.query, ...(cursor === undefined ? {} : { cursor }) }
      const { value } = await ask('get', path, { ...request, query: query as never })
      const page = value as { items: ItemOf<Answered<Operation<P, 'get'>>>[]; next: string | null }
      yield* page.items
      cursor = page.next
    }
  }

  return { ask, all }
}

type ItemOf<T> = T extends { items: (infer I)[] } ? I : never
