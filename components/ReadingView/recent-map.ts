/** A map that remembers `limit` values: of more the one that was not asked for or set longest gives way. */
export class RecentMap<K, V> {
  readonly #limit: number
  /** In the order of the last use. */
  readonly #known = new Map<K, V>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The value of a key, which counts as a use of it. */
  get(key: K): V | undefined {
    const value = this.#known.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  /** Keeps a value under a key. */
  set(key: K, value: V): void {
    this.#known.delete(key)
    this.#known.set(key, value)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#limit) break
      this.#known.delete(oldest)
    }
  }

  /** Forgets a key. */
  delete(key: K): void {
    this.#known.delete(key)
  }
}
