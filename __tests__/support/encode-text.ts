import { decodeAs } from '../../core/read/decode-as'

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Characters by their bytes, read off the decoder: one byte each, or a pair for the Chinese encodings. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, readonly number[]>()
  const put = (...bytes: number[]) => {
    const text = decodeAs(Uint8Array.from(bytes), encoding) ?? ''
    if ([...text].length === 1 && !text.includes('\uFFFD') && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) put(byte)
  if (['gb18030', 'big5'].includes(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) put(lead, trail)
  tables.set(encoding, table)
  return table
}

/** A text in another encoding, without a byte order mark; characters that it does not have become `?`. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < text.length; i += 1)
      view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le')
    return bytes
  }
  const table = tableOf(encoding)
  return Uint8Array.from([...text].flatMap((character) => [...(table.get(character) ?? [0x3f])]))
}
