/** Rows of one insert: at 16 columns still under the 32,766 values that SQLite takes in a statement, and short enough not to hold others up. */
const CHUNK = 500

/** A list in pieces that one statement can insert. */
export function inChunks<T>(list: readonly T[], size = CHUNK): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, k) => list.slice(k * size, (k + 1) * size))
}
