import { InputError, type Notice } from '../model'
import { decodeAs, encodingName } from './decode-as'
import { fitOf, guessEncoding } from './guess-encoding'
import { nameFileType } from './name-file-type'

/** The characters of a file, the encoding they were in, as the WHATWG names it, and what a person should know of it. */
export interface DecodedBytes {
  readonly text: string
  readonly encoding: string
  readonly notices: readonly Notice[]
}

/** Share of control characters above which a file is no text. */
const CONTROLS = 0.05

/** Bytes that the first look is at. */
const LOOK = 65_536

/** From here on judgeCharacters is sure of the language. */
const SURE = 2

const REPLACEMENT = '\uFFFD'

/** The offset of the first byte that cannot be read as UTF-8, found by halving, since a decoder says only that there is one. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodeAs(bytes.subarray(0, middle), 'utf-8', true) !== null) good = middle
    else bad = middle
  }
  // A decoder complains at the byte that breaks a character; the character begins up to three bytes before.
  for (let at = good - 1; at >= Math.max(0, good - 3); at -= 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xc0) return good - at < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? at : good
    if (byte < 0x80) break
  }
  return good
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark: of each pair of bytes the same one is often zero, the other hardly ever. */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const look = bytes.subarray(0, LOOK)
  const zeros = [0, 0]
  for (let i = 0; i < look.length; i += 1) if (look[i] === 0) zeros[i % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const pairs = look.length / 2
  if (bytes.length % 2 !== 0) return null
  if (odd > pairs * 0.04 && even <= odd * 0.02) return 'utf-16le'
  return even > pairs * 0.04 && odd <= even * 0.02 ? 'utf-16be' : null
}

/** UTF-16 without a mark: told by its zeros, or where bytes that look like control characters are Chinese when taken in pairs. */
function wideEncoding(bytes: Uint8Array): string | null {
  const told = utf16ByZeros(bytes)
  if (told !== null || bytes.length % 2 !== 0) return told
  const wide = isBinary(bytes) ? ['utf-16le', 'utf-16be'] : []
  return wide.find((encoding) => fitOf(bytes, encoding) >= SURE) ?? null
}

/** How many characters are neither text nor white space. */
function isBinary(bytes: Uint8Array): boolean {
  const look = bytes.subarray(0, LOOK)
  let controls = 0
  for (const byte of look)
    if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b) controls += 1
  return controls > look.length * CONTROLS
}

/** The encoding that the file's own markup names: `<meta charset>`, its older form, or the declaration of XML. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('')
  const label =
    /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(head)?.[1] ??
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(head)?.[1]
  const name = label === undefined ? null : encodingName(label)
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return name === null || name.startsWith('utf-16') ? null : name
}

/** How many characters beyond ASCII are well formed UTF-8, and how many are not. */
function countUtf8(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split(REPLACEMENT).length - 1
  return { good: (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - bad, bad }
}

/** Halves of a surrogate pair written as if they were characters: ED A0–BF xx. Two that belong together are their character, others stay halves; null where there are none or more is wrong. */
function decodeSurrogates(bytes: Uint8Array): string | null {
  const parts: string[] = []
  let from = 0
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3)
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue
    const before = decodeAs(bytes.subarray(from, at), 'utf-8')
    if (before === null) return null
    parts.push(before, String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)))
    from = at + 3
  }
  const rest = from === 0 ? null : decodeAs(bytes.subarray(from), 'utf-8')
  return rest === null ? null : parts.join('') + rest
}

function finish(text: string, encoding: string, guessed: boolean): DecodedBytes {
  const halves = text.match(/\p{Surrogate}/gu)?.length ?? 0
  const nulls = text.includes('\0') ? text.split('\0').length - 1 : 0
  const notices: readonly Notice[] = [
    { code: 'encoding-guessed', detail: encoding, count: guessed ? 1 : 0 },
    { code: 'lone-surrogates', detail: '', count: halves },
    { code: 'null-characters', detail: '', count: nulls },
  ]
  const whole = halves + nulls === 0 ? text : text.replace(/\p{Surrogate}|\0/gu, REPLACEMENT)
  return { text: whole, encoding, notices: notices.filter(({ count }) => count > 0) }
}

/** UTF-16 with halves of surrogate pairs left as they are, which no decoder does. */
function decodeUtf16(bytes: Uint8Array, encoding: string): string {
  const whole = decodeAs(bytes, encoding)
  if (whole !== null) return whole
  if (bytes.length % 2 !== 0) throw new InputError('encoding', String(bytes.length - 1))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += LOOK) {
    const units: number[] = []
    for (let i = at; i < Math.min(at + LOOK, bytes.length); i += 2)
      units.push(view.getUint16(i, encoding === 'utf-16le'))
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('').replace(/^\uFEFF/u, '')
}

/**
 * The text of a file. A byte order mark decides, then the zeros of UTF-16, then whether the bytes are UTF-8, then what the file declares, and last a guess, of which there is a notice. The mark itself
 * is dropped; halves of characters and NUL become U+FFFD, with a notice each. Throws InputError `binary` (detail: what the file is) for what is no text, and `encoding` (detail: the offset of the first
 * byte that is not UTF-8) where no encoding makes text of the bytes. No bytes are the empty text.
 */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  const type = markOf(bytes) === null ? nameFileType(bytes) : null
  if (type !== null) throw new InputError('binary', type)
  const mark = markOf(bytes)
  if (mark?.startsWith('utf-16') === true) return finish(decodeUtf16(bytes, mark), mark, false)
  const wide = mark === null ? wideEncoding(bytes) : null
  if (wide !== null) return finish(decodeUtf16(bytes, wide), wide, true)
  if (isBinary(bytes)) throw new InputError('binary')
  const utf8 = decodeAs(bytes, 'utf-8') ?? decodeSurrogates(bytes)
  if (utf8 !== null) return finish(utf8.replace(/^\uFEFF/u, ''), 'utf-8', false)
  const { good, bad } = countUtf8(bytes)
  const other = good > bad || mark !== null ? null : decodeOther(bytes)
  if (other === null) throw new InputError('encoding', String(firstBadByte(bytes)))
  return other
}

/** Bytes that are not UTF-8, as the file declares them or as they are guessed; null where neither is a text. */
function decodeOther(bytes: Uint8Array): DecodedBytes | null {
  const declared = declaredEncoding(bytes)
  const fit = declared === null || declared === 'utf-8' ? 0 : fitOf(bytes, declared)
  const guessed = fit >= SURE ? null : guessEncoding(bytes)
  const encoding = guessed !== null && fitOf(bytes, guessed) > fit ? guessed : fit > 0 ? declared : null
  const text = encoding === null ? null : decodeAs(bytes, encoding)
  return text === null || encoding === null ? null : finish(text, encoding, encoding !== declared)
}
