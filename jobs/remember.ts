/**
 * The same asynchronous function, remembering its last `limit` results by a key of its arguments: for work that always gives the same result while the
 * program runs. A call that fails is forgotten, so that the next one tries again.
 */
export function remember<A extends readonly unknown[], R>(
  work: (...args: A) => Promise<R>,
  keyOf: (...args: A) => string,
  limit: number,
): (...args: A) => Promise<R> {
  const known = new Map<string, Promise<R>>()
  return (...args) => {
    const key = keyOf(...args)
    const before = known.get(key)
    // Taken out and put back, so that the map's order is that of the last use.
    if (before !== undefined) known.delete(key)
    const result = before ?? work(...args)
    known.set(key, result)
    if (before === undefined) {
      result.catch(() => {
        // A newer call of the same key may have taken its place.
        if (known.get(key) === result) known.delete(key)
      })
    }
    for (const oldest of known.keys()) {
      if (known.size <= limit) break
      known.delete(oldest)
    }
    return result
  }
}
