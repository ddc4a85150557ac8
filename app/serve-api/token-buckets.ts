/** What a client may ask for: `quota` requests at once, which come back evenly within `window` seconds. */
export interface RatePolicy {
  readonly name: string
  readonly quota: number
  readonly window: number
}

/** Whether a request may pass, how many more may now, and after how many seconds there is one more, and all of them. */
export interface RateState {
  readonly passes: boolean
  readonly remaining: number
  readonly nextIn: number
  readonly fullIn: number
}

/** Clients that are kept in mind; who was not heard of for longest is forgotten first. */
const CLIENTS = 10_000

/** Counts the requests of clients: a bucket of tokens each (a token a request), refilled as time goes by. `now` gives milliseconds. */
export function tokenBuckets(now: () => number): (client: string, policy: RatePolicy) => RateState {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>()
  return (client, { name, quota, window }) => {
    const key = `${name} ${client}`
    const at = now()
    const before = buckets.get(key)
    const rate = quota / window / 1000
    const there = before === undefined ? quota : Math.min(quota, before.tokens + (at - before.at) * rate)
    const passes = there >= 1
    const tokens = passes ? there - 1 : there
    // Taken out and put back, so that the map's order is that of the last request.
    buckets.delete(key)
    buckets.set(key, { tokens, at })
    for (const oldest of buckets.keys()) {
      if (buckets.size <= CLIENTS) break
      buckets.delete(oldest)
    }
    const seconds = (wanted: number) => Math.max(0, Math.ceil((wanted - tokens) / rate / 1000))
    return { passes, remaining: Math.floor(tokens), nextIn: seconds(1), fullIn: seconds(quota) }
  }
}
