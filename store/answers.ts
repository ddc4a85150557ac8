import type { Store } from './database/open-store'
import { write } from './database/open-store'

/** What was answered to a request with a key; `request` is a hash of all that it asked, `headers` are JSON. */
export interface AnswerTable {
  key: string
  request: string
  status: number
  headers: string
  body: string
  at: string
}

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came of a request with a key: it was done now, or was done before (`first`), or the key belongs to another request. */
export type OnceResult =
  | { readonly kind: 'done'; readonly answer: KeptAnswer }
  | { readonly kind: 'first'; readonly answer: KeptAnswer }
  | { readonly kind: 'other-request' }

/** Milliseconds that an answer is kept: a day, as the README says. */
const KEPT = 24 * 60 * 60 * 1000

/** What is known of a key, or null where nothing is. */
export async function findAnswer(store: Store, key: string, request: string): Promise<OnceResult | null> {
  const row = await store.reads
    .selectFrom('answers')
    .selectAll()
    .where('key', '=', key)
    .where('at', '>', oldest(store))
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.request !== request) return { kind: 'other-request' }
  const headers = JSON.parse(row.headers) as KeptAnswer['headers']
  return { kind: 'first', answer: { status: row.status, headers, body: row.body } }
}

/** Does work once a key: its answer is kept in the very transaction in which the work is done, so that either both are there or neither; of two at a time the second gets the answer of the first. */
export async function answerOnce(
  store: Store,
  key: string,
  request: string,
  work: (store: Store) => Promise<KeptAnswer>,
): Promise<OnceResult> {
  return write(store, [`answer ${key}`], async (inner) => {
    const known = await findAnswer(inner, key, request)
    if (known !== null) return known
    await inner.db.deleteFrom('answers').where('at', '<=', oldest(inner)).execute()
    const answer = await work(inner)
    const { status, headers, body } = answer
    await inner.db
      .insertInto('answers')
      .values({ key, request, status, headers: JSON.stringify(headers), body, at: inner.now() })
      .execute()
    return { kind: 'done', answer }
  })
}

function oldest({ now }: Store): string {
  return new Date(Date.parse(now()) - KEPT).toISOString()
}
