/** What is remembered of a code unit: the first bit says that something is. */
const KNOWN = 1
/** Stands in a chunk: a letter, mark, figure, apostrophe or invisible character. */
const INSIDE = 2
/** Does not count as a character of the text: white space and invisible characters. */
const SILENT = 4
const HAN = 8
/** A letter that is written in words and needs nothing beside it. */
const PLAIN = 16
const SURROGATE = 32

const INSIDE_CHUNK = /[\p{L}\p{M}\p{N}\p{Cf}'’ʼ＇]/u
const NO_CHARACTER = /[\s\p{Cf}]/u
const HAN_CHARACTER = /\p{Script=Han}/u
/** Letters but two: one is written for an apostrophe too, and one is a sign put beside letters. */
const LETTER = /(?![\u02bc\u037a])\p{L}/u

/** From here on a letter may be a sign that is a word by itself. */
const FIRST_WIDE = 0x2e80

/** A run of a text that no word reaches out of: `plain` where it is nothing but letters of a script that is written in words, `han` where it holds a Han character. */
export type OnChunk = (from: number, to: number, plain: boolean, han: boolean, hash: number) => void

/**
 * Makes a function that calls `onChunk` for each run of letters, marks, figures and what may join them, in order, and gives the number of the text's code units without
 * white space and invisible characters, and of its Han characters. What kind a code unit is of is asked once and remembered.
 */
export function chunkScanner(): (
  text: string,
  onChunk: OnChunk,
) => { readonly units: number; readonly han: number } {
  const kinds = new Uint8Array(0x10000)
  return (text, onChunk) => {
    const { length } = text
    let units = 0
    let han = 0
    let from = -1
    let every = PLAIN
    let any = 0
    let hash = 0
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at)
      let kind = kinds[code]!
      if (kind === 0) {
        kind = kindOf(text.charAt(at))
        kinds[code] = kind
      }
      let wide = 1
      if ((kind & SURROGATE) !== 0) {
        const character = String.fromCodePoint(text.codePointAt(at)!)
        wide = character.length
        kind = kindOf(character)
      }
      if ((kind & SILENT) === 0) units += wide
      if ((kind & HAN) !== 0) han += 1
      if ((kind & INSIDE) !== 0) {
        if (from < 0) {
          from = at
          every = PLAIN
          any = 0
          hash = 0
        }
        every &= kind
        any |= kind
        hash = (Math.imul(hash, 31) + code) | 0
      } else if (from >= 0) {
        onChunk(from, at, every !== 0, (any & HAN) !== 0, hash)
        from = -1
      }
      at += wide - 1
    }
    if (from >= 0) onChunk(from, length, every !== 0, (any & HAN) !== 0, hash)
    return { units, han }
  }
}

/** The kind of a character; of half a surrogate pair only that it is one. */
function kindOf(character: string): number {
  const code = character.charCodeAt(0)
  if (character.length === 1 && code >= 0xd800 && code <= 0xdfff) return KNOWN | SURROGATE
  let kind = KNOWN
  if (INSIDE_CHUNK.test(character)) kind |= INSIDE
  if (NO_CHARACTER.test(character)) kind |= SILENT
  if (HAN_CHARACTER.test(character)) kind |= HAN
  if (code < FIRST_WIDE && LETTER.test(character)) kind |= PLAIN
  return kind
}
