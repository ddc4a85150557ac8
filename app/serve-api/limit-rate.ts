import { Problem } from './problem'
import { tokenBuckets, type RatePolicy, type RateState } from './token-buckets'

/** Requests a minute: of a program on this machine, which is one's own, and of any other. */
const POLICIES = {
  near: { name: 'loopback', quota: 6000, window: 60 },
  far: { name: 'client', quota: 600, window: 60 },
} as const satisfies Readonly<Record<string, RatePolicy>>

/** The header in which cli/serve.mjs tells who asks; whatever a client says there itself is overwritten. */
export const CLIENT_HEADER = 'x-concordance-client'

/** Where the one count of this process is kept: route handlers are bundled apart and share only the global object. */
const PLACE = Symbol.for('concordance.rates')

/** Counts a request, and gives the headers that say what is left (draft-ietf-httpapi-ratelimit-headers-10). Throws a Problem where there is nothing left. */
export function limitRate(request: Request): Readonly<Record<string, string>> {
  const place = globalThis as { [PLACE]?: (client: string, policy: RatePolicy) => RateState }
  place[PLACE] ??= tokenBuckets(() => Date.now())
  const client = request.headers.get(CLIENT_HEADER) ?? ''
  const policy = client === '' || isLoopback(client) ? POLICIES.near : POLICIES.far
  const { passes, remaining, nextIn, fullIn } = place[PLACE](client, policy)
  const headers = {
    'ratelimit-policy': `"${policy.name}";q=${policy.quota};w=${policy.window}`,
    ratelimit: `"${policy.name}";r=${remaining};t=${passes ? fullIn : nextIn}`,
  }
  if (passes) return headers
  throw new Problem('too-many-requests', { headers: { ...headers, 'retry-after': String(nextIn) } })
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/u.test(address)
}
