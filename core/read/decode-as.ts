/** What windows-1252 has at 80–9F, in order, which Node 20 decodes as if it were ISO 8859-1 (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The name that the WHATWG gives an encoding, or null for one that is not decoded. */
export function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** The bytes as text in an encoding of the WHATWG, without a byte order mark, or null where they are not valid in it. `cut`: the last character may be incomplete. */
export function decodeAs(bytes: Uint8Array, encoding: string, cut = false): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
    if (encoding !== 'windows-1252') return text
    return text.replace(/[\x80-\x9f]/gu, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80))
  } catch {
    return null
  }
}
