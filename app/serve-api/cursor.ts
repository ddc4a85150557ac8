import { Problem } from './problem'

/** A part of the place behind which a page begins. */
export type CursorPart = string | number

/** The place behind which a page begins, as text that says nothing to whoever carries it; `list` is the id of the operation that made it. */
export function writeCursor(list: string, parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify([list, ...parts])).toString('base64url')
}

/** Reads a cursor of a list whose parts are of these types, or throws a Problem. */
export function readCursor(
  list: string,
  cursor: string,
  types: readonly ('string' | 'number')[],
): readonly CursorPart[] {
  const value = parse(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(value) || value[0] !== list || value.length !== types.length + 1)
    throw new Problem('bad-cursor')
  const parts = value.slice(1) as unknown[]
  if (parts.some((part, k) => typeof part !== types[k])) throw new Problem('bad-cursor')
  return parts as readonly CursorPart[]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
