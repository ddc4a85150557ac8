/** Offset basis of the 64-bit FNV-1a hash (Fowler, Noll, Vo), in two halves of 32 bits. */
const BASIS_HIGH = 0xcbf29ce4
const BASIS_LOW = 0x84222325

/** The hash's prime is 2^40 + 0x1b3; this is its lower part. */
const PRIME_LOW = 0x1b3

/** The 64-bit FNV-1a hash of a string's UTF-16 code units, low byte first, as 16 hexadecimal digits. Equal strings have equal hashes on every machine. */
export function fingerprint(text: string): string {
  let [high, low] = [BASIS_HIGH, BASIS_LOW]
  const take = (byte: number) => {
    low = (low ^ byte) >>> 0
    const product = low * PRIME_LOW
    const carry = Math.floor(product / 0x100000000)
    // 2^40 times the lower half lands in the upper half, shifted by eight bits.
    high = (Math.imul(high, PRIME_LOW) + carry + (low << 8)) >>> 0
    low = product >>> 0
  }
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k)
    take(unit & 0xff)
    take(unit >>> 8)
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}
