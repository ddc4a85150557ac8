import { RecentMap } from './recent-map'

/**
 * A memory for what is made of a value that never changes: `keep(owner, name, make)` gives what was made under this name for this owner, made once. It goes with the owner; of more than `limit` names of
 * one owner the one that was not asked for longest gives way. Owner and name must decide what `make` gives.
 */
export function keepWith<K extends object, V>(limit: number): (owner: K, name: string, make: () => V) => V {
  const known = new WeakMap<K, RecentMap<string, { readonly value: V }>>()
  return (owner, name, make) => {
    const own = known.get(owner) ?? new RecentMap(limit)
    known.set(owner, own)
    const before = own.get(name)
    if (before !== undefined) return before.value
    const value = make()
    own.set(name, { value })
    return value
  }
}
