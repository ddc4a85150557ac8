import { createHash } from 'node:crypto'
import { answerOnce, type KeptAnswer } from '../../store/answers'
import type { Store } from '../../store/database/open-store'
import { Problem } from './problem'

/** The key that a request has of its own, or null; throws a Problem where it is none. With or without the quotation marks of draft-ietf-httpapi-idempotency-key-header-07. */
export function readKey(request: Request): string | null {
  const given = request.headers.get('idempotency-key')
  if (given === null) return null
  const key = given.trim().replace(/^"(.*)"$/u, '$1')
  if (!/^[\x21-\x7e]{1,200}$/u.test(key))
    throw new Problem('bad-header', { errors: [{ name: 'Idempotency-Key', message: '1–200' }] })
  return key
}

/** Does a request with a key once: the first answer again where it was done before, a Problem where the key belongs to another request. `all` is all that it asks. */
export async function doOnce(
  store: Store,
  key: string,
  all: string,
  work: (store: Store) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const request = createHash('sha256').update(all).digest('hex')
  const result = await answerOnce(store, key, request, work)
  if (result.kind === 'other-request') throw new Problem('key-reused')
  const { answer } = result
  return result.kind === 'done'
    ? answer
    : { ...answer, headers: { ...answer.headers, 'idempotent-replayed': 'true' } }
}
