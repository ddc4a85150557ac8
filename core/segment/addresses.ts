/** Hands out the addresses of one version, each once. */
export class Addresses {
  private readonly taken = new Set<string>()
  private readonly counts = new Map<string, number>()

  /** The next address of a counted kind: `pp1`, `pp2`, …; `prefix` stands before it (`annex1.`). */
  next(prefix: string, name: string): string {
    const key = prefix + name
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return this.claim(`${key}${count}`)
  }

  /** Whether an address has been handed out. */
  has(address: string): boolean {
    return this.taken.has(address)
  }

  /** The address of a further paragraph in the place of one that is taken: `.2`, `.3`, … behind it. */
  follow(address: string): string {
    const count = (this.counts.get(`${address}.`) ?? 1) + 1
    this.counts.set(`${address}.`, count)
    return this.claim(`${address}.${count}`)
  }

  /** This address, or with `-2`, `-3`, … where it is taken: a number that a text prints twice still gives two addresses. */
  claim(address: string): string {
    let free = address
    if (this.taken.has(free)) {
      let copy = this.counts.get(`${address}-`) ?? 1
      do {
        copy += 1
        free = `${address}-${copy}`
      } while (this.taken.has(free))
      this.counts.set(`${address}-`, copy)
    }
    this.taken.add(free)
    return free
  }
}
