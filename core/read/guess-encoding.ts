import { analyse } from 'chardet'
import { decodeAs, encodingName } from './decode-as'
import { judgeCharacters, type EncodingScript } from './judge-characters'

/** The encodings that texts in the six languages come in besides UTF-8, as the WHATWG names them, and what each is for. */
const ENCODINGS: Readonly<Record<string, EncodingScript>> = {
  'windows-1252': 'latin',
  'windows-1251': 'cyrillic',
  'windows-1256': 'arabic',
  gb18030: 'han',
  'utf-16le': 'any',
  'utf-16be': 'any',
  'koi8-r': 'cyrillic',
  'iso-8859-6': 'arabic',
  'iso-8859-5': 'cyrillic',
  'iso-8859-15': 'latin',
  big5: 'han',
  ibm866: 'cyrillic',
  macintosh: 'latin',
  'x-mac-cyrillic': 'cyrillic',
}

/** Lead bytes of the commoner half of each character set: level 1 of GB 2312 and of Big5, which hold all but a few characters of any Chinese text. */
const COMMON_LEADS: Readonly<Record<string, readonly [number, number]>> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
}
const COMMON_SHARE = 0.7

/** What judgeCharacters gives at most. */
const BEST = 3

/** Bytes that the guess is made from. */
const SAMPLE = 32_768

/** A part of the file that begins at a line or a word, near the first byte that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1000)
  if (bytes.length <= SAMPLE) from = 0
  while (from > 0 && (bytes[from - 1] ?? 0) > 0x20) from -= 1
  const part = bytes.subarray(from, from + SAMPLE)
  if (from + SAMPLE >= bytes.length) return part
  let to = part.length
  while (to > 0 && (part[to - 1] ?? 0) > 0x20) to -= 1
  return to > 0 ? part.subarray(0, to) : part
}

/** Whether the pairs of bytes that would be Chinese characters are mostly common ones. */
function hasCommonCharacters(bytes: Uint8Array, [from, to]: readonly [number, number]): boolean {
  let all = 0
  let common = 0
  for (let i = 0; i + 1 < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte < 0x81) continue
    i += 1
    if (byte < 0xa4) continue
    all += 1
    if (byte >= from && byte <= to) common += 1
  }
  return common >= all * COMMON_SHARE
}

/** How well the bytes read as text in the six languages in an encoding (see judgeCharacters); 0 where they are not valid in it. */
export function fitOf(bytes: Uint8Array, encoding: string): number {
  const leads = COMMON_LEADS[encoding]
  // A unit of UTF-16 is two bytes, and a byte that looks like a space half of one.
  const sample = encoding.startsWith('utf-16') ? bytes.subarray(0, SAMPLE) : sampleOf(bytes)
  if (leads !== undefined && !hasCommonCharacters(sample, leads)) return 0
  const text = decodeAs(sample, encoding)
  return text === null ? 0 : judgeCharacters(text, ENCODINGS[encoding] ?? 'any')
}

/**
 * The encoding of bytes that are not UTF-8, as the WHATWG names it, or null where none gives a text in the six languages. The library proposes an order by the statistics of bytes; which decoding is a
 * text of its script, in a language that is sure, decides.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const known = Object.keys(ENCODINGS)
  const trust = new Map(
    analyse(sampleOf(bytes)).map(({ name, confidence }) => [encodingName(name), confidence]),
  )
  const order = [...known].sort((a, b) => (trust.get(b) ?? 0) - (trust.get(a) ?? 0))
  let best: string | null = null
  let most = 0
  for (const encoding of order) {
    const fit = fitOf(bytes, encoding)
    if (fit > most) {
      best = encoding
      most = fit
    }
    if (most === BEST) break
  }
  return best
}
