import { randomUUID } from 'node:crypto'

/** How long what is held stays after it was last asked for, in milliseconds, and how much is held at most: things, and their weight. `now` is the clock. */
export interface Holding<T> {
  readonly time: number
  readonly most: number
  readonly weight: number
  readonly weigh: (value: T) => number
  readonly now?: () => number
  /** What names begin with. */
  readonly prefix?: string
}

/** Things that are held for a while under names that nobody can guess (122 random bits). */
export interface Held<T> {
  keep(value: T): string
  /** The thing of that name, which then stays again for the whole time; null where there is none or none any more. */
  find(name: string): T | null
}

/** Holds things in memory, and forgets them after a while, those first that were not asked for longest where they become too many. What alone is too heavy is held until the next comes. */
export function heldForAWhile<T>({
  time,
  most,
  weight,
  weigh,
  now = Date.now,
  prefix = '',
}: Holding<T>): Held<T> {
  // In the order in which they were asked for.
  const held = new Map<string, { readonly value: T; readonly weight: number; readonly until: number }>()
  const forget = (own: string) => {
    let all = [...held.values()].reduce((sum, one) => sum + one.weight, 0)
    for (const [name, one] of [...held]) {
      if (name === own || (one.until > now() && held.size <= most && all <= weight)) continue
      held.delete(name)
      all -= one.weight
    }
  }
  return {
    keep(value) {
      const name = `${prefix}${randomUUID()}`
      held.set(name, { value, weight: weigh(value), until: now() + time })
      forget(name)
      return name
    },
    find(name) {
      const one = held.get(name)
      held.delete(name)
      if (one === undefined || one.until <= now()) return null
      held.set(name, { ...one, until: now() + time })
      return one.value
    },
  }
}
