/** Gives every name a number of its own, in order of first appearance. */
export class Numbering {
  readonly names: string[] = []
  private readonly ids = new Map<string, number>()

  /** The number of a name, a new one where it was never seen. */
  of(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    this.ids.set(name, id)
    this.names.push(name)
    return id
  }

  /** The number of a name, or -1 where it has none. */
  find(name: string): number {
    return this.ids.get(name) ?? -1
  }
}
