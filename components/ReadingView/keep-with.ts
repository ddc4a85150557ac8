/**
 * A memory for what is made of a value that never changes: `keep(owner, name, make)` gives what was made under this name for this owner, made once. It goes with the owner; of more than `limit` names of
 * one owner the one that was not asked for longest gives way. Owner and name must decide what `make` gives.
 */
export function keepWith<K extends object, V>(limit: number): (owner: K, name: string, make: () => V) => V {
  const known = new WeakMap<K, Map<string, V>>()
  return (owner, name, make) => {
    const own = known.get(owner) ?? new Map<string, V>()
    known.set(owner, own)
    const value = own.has(name) ? (own.get(name) as V) : make()
    // Taken out and put back, so that the map's order is that of the last use.
    own.delete(name)
    own.set(name, value)
    for (const oldest of own.keys()) {
      if (own.size <= limit) break
      own.delete(oldest)
    }
    return value
  }
}
