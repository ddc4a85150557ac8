import { InputError } from '../model'

/** First bytes of formats that are not text, with the name that a person knows them by. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP (DOCX, XLSX, ODT)'],
  [[0x50, 0x4b, 0x05, 0x06], 'ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'DOC'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0xff, 0x57, 0x50, 0x43], 'WordPerfect'],
]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decodes(bytes: Uint8Array, encoding: string, whole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

/** The offset of the first byte that cannot be read, found by halving, since a decoder says only that there is one. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), encoding, false)) good = middle
    else bad = middle
  }
  if (encoding !== 'utf-8') return good
  // A decoder complains at the byte that breaks a character; the character begins up to three bytes before.
  for (let at = good - 1; at >= Math.max(0, good - 3); at -= 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xc0) return good - at < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? at : good
    if (byte < 0x80) break
  }
  return good
}

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark; the mark itself is dropped. Throws InputError `binary` (detail: what the
 * file is) for a format that is not text or for NUL bytes, and `encoding` (detail: the offset of the first bad byte) for bytes
 * that are not valid in their encoding. No bytes are the empty text.
 */
export function decodeText(bytes: Uint8Array): string {
  const signature = SIGNATURES.find(([first]) => startsWith(bytes, first))
  if (signature !== undefined) throw new InputError('binary', signature[1])
  const encoding = byteOrder(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) throw new InputError('binary', 'NUL')
  if (!decodes(bytes, encoding, true)) throw new InputError('encoding', String(firstBadByte(bytes, encoding)))
  return new TextDecoder(encoding).decode(bytes)
}
