/** Offset basis and prime of the 32-bit FNV-1a hash (Fowler, Noll, Vo). */
const BASIS = 0x811c9dc5
const PRIME = 0x01000193

/** The code unit of a no-break space; what lies at or under a space are spaces and controls. */
const NO_BREAK = 0xa0
const SPACE = 0x20

/** A short mark by which an edited text is told: the 32-bit FNV-1a hash of its UTF-16 code units without spaces and line ends, which programs change by themselves, as 8 hexadecimal digits. */
export function textMark(text: string): string {
  let hash = BASIS
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k)
    if (unit > SPACE && unit !== NO_BREAK) hash = Math.imul(hash ^ unit, PRIME)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
