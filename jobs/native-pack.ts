import { constants, deflateRawSync } from 'node:zlib'
import type { Pack } from '../core/export/zip-stream'

/** As the library of `core` packs without this. */
const LEVEL = 4

/** How far back a packed file may refer, in bytes. */
const WINDOW = 32_768

/**
 * Packs one file with Node's own zlib, which takes a third of the time that the library of `core` takes. Its streams answer later, and files are written without waiting; so each piece is packed by itself, given what went
 * before it, and ends at a whole byte (Z_SYNC_FLUSH).
 */
export function nativePack(): Pack {
  let before: Uint8Array = new Uint8Array(0)
  return (bytes, final) => {
    const packed = deflateRawSync(bytes, {
      level: LEVEL,
      finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      ...(before.length > 0 && { dictionary: before }),
    })
    before = bytes.length >= WINDOW ? bytes.slice(-WINDOW) : Buffer.concat([before, bytes]).subarray(-WINDOW)
    return new Uint8Array(packed)
  }
}
