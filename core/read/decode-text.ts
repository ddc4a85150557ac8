import { decodeBytes } from './decode-bytes'

/** The text of a file in any encoding that decodeBytes tells, without what there is to know of it. Throws what decodeBytes throws. */
export function decodeText(bytes: Uint8Array): string {
  return decodeBytes(bytes).text
}
