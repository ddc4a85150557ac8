/** A memory of the `limit` values that were last read or written, by key; the longest unused one gives way. */
export function recentlyUsed<T>(limit: number): {
  readonly get: (key: string) => T | undefined
  readonly set: (key: string, value: T) => void
} {
  const known = new Map<string, T>()
  const set = (key: string, value: T) => {
    // Taken out and put back, so that the map's order is that of the last use.
    known.delete(key)
    known.set(key, value)
    for (const oldest of known.keys()) {
      if (known.size <= limit) break
      known.delete(oldest)
    }
  }
  const get = (key: string) => {
    const value = known.get(key)
    if (value !== undefined) set(key, value)
    return value
  }
  return { get, set }
}
