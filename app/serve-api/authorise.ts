import { createHash, timingSafeEqual } from 'node:crypto'
import { isSameOrigin } from '../read-request'
import { Problem } from './problem'

/** What is said with 401 (RFC 6750). */
const ASK = { 'www-authenticate': 'Bearer realm="concordance"' } as const

/**
 * Lets a request pass, or throws a Problem. A token that is given must be the server's, whatever is asked. What changes something needs the token, or comes from a page of the same origin: `cross-origin` for a page of
 * another, `unauthorized` for what says neither.
 */
export function authorise(request: Request, token: string | undefined, changes: boolean): void {
  const given = request.headers.get('authorization')
  if (given !== null) {
    const [, bearer = ''] = /^Bearer +([\w.~+/=-]+) *$/iu.exec(given) ?? []
    if (token === undefined || token === '' || !isEqual(bearer, token))
      throw new Problem('unauthorized', { headers: { ...ASK, 'www-authenticate': INVALID } })
    return
  }
  if (!changes || isSameOrigin(request)) return
  const fromPage = request.headers.has('origin') || request.headers.has('sec-fetch-site')
  throw fromPage ? new Problem('cross-origin') : new Problem('unauthorized', { headers: ASK })
}

const INVALID = `${ASK['www-authenticate']}, error="invalid_token"`

/** Hashes have one length, so that the time of comparing says nothing of the token. */
function isEqual(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}
