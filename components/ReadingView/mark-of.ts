import { createHash } from 'node:crypto'

/** A short hash of a text (72 bits), by which a browser knows whether it has it already. */
export function markOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 12)
}
