/** The polynomial of ZIP's checksum, bits reversed (ISO 3309). */
const POLYNOMIAL = 0xedb88320

/** The CRC-32 of bytes, as ZIP files carry it: a whole number from 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
  const table = new Uint32Array(256)
  for (let i = 0; i < 256; i += 1) {
    let value = i
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL
    table[i] = value
  }
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
