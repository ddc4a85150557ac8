import { writeCursor, type CursorPart } from './cursor'

/** A page of a list from one item more than it holds, which tells whether there is another. */
export function pageOf<T, R>(
  list: string,
  found: readonly T[],
  limit: number,
  placeOf: (item: T) => readonly CursorPart[],
  show: (item: T) => R,
): { readonly items: R[]; readonly next: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const next = found.length > limit && last !== undefined ? writeCursor(list, placeOf(last)) : null
  return { items: items.map(show), next }
}
