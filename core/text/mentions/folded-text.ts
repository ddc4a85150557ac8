import type { Mention } from '../../model'

/**
 * A text in the form that the finders search, with the way back. Code unit `i` of `text` stands for the units `starts[i]` to `ends[i]` of
 * the original, so a hit from `a` to `b` covers `starts[a]` to `ends[b - 1]`.
 */
export interface FoldedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A mention whose offsets are those of the folded text. */
export type FoldedMention = Mention

/** What stands in a masked text where something has been found already: no letter, digit, space or mark of punctuation. */
export const MASK = '\uFFFC'

/** A no-break or thin space in a folded text: the only kinds that group digits in every language. */
export const NO_BREAK = '\u00A0'

const INVISIBLE = /\p{Cf}|\u0640/u
const MARK = /\p{M}/u
const MARKS = /\p{M}/gu
const SPACE = /\p{Zs}/u
const OTHER_NUMBER = /\p{No}/u

/** Characters that are written for one another and that Unicode's own compatibility forms leave apart. */
const TWINS: Readonly<Record<string, string>> = {
  '\u00A0': NO_BREAK, '\u2007': NO_BREAK, '\u2008': NO_BREAK, '\u2009': NO_BREAK, '\u200A': NO_BREAK, '\u202F': NO_BREAK,
  '\u2010': '-', '\u2011': '-', '\u2212': '-', '‒': '–',
  '’': "'", '‘': "'", 'ʼ': "'",
  '№': '№', '，': '，', '○': '〇', '萬': '万', '億': '亿', '兩': '两',
  'ى': 'ي', 'ة': 'ه', 'ٱ': 'ا', 'ک': 'ك', 'ی': 'ي',
  '٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9',
  '۰': '0', '۱': '1', '۲': '2', '۳': '3', '۴': '4', '۵': '5', '۶': '6', '۷': '7', '۸': '8', '۹': '9',
} // prettier-ignore

/** Characters that stay as they are, by far the most frequent ones: spared the detour over Unicode's tables. */
function isPlain(code: number): boolean {
  return code < 0x80 || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x0430 && code <= 0x0438)
}

function foldCharacter(character: string): string {
  const twin = TWINS[character]
  if (twin !== undefined) return twin
  if (INVISIBLE.test(character)) return ''
  if (SPACE.test(character)) return ' '
  // A superscript 1 is a footnote mark and must not become part of the figure before it.
  if (OTHER_NUMBER.test(character)) return character
  return character.normalize('NFKD').replace(MARKS, '')
}

/**
 * Folds a text for searching and keeps the way back: Western digits, half-width forms, one apostrophe and one hyphen, no invisible characters,
 * no accents, vowel marks or tatweel, one alef, haa for taa marbuta, no-break spaces as U+00A0 and all other spaces as U+0020. Case stays.
 * Works on code points, so no surrogate pair is cut; combining marks belong to the letter before them.
 */
export function foldText(original: string): FoldedText {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at) ?? 0
    if (isPlain(code)) {
      // A run of them is taken over as it is.
      const from = at
      do {
        starts.push(at)
        ends.push(at + 1)
        at += 1
      } while (at < original.length && isPlain(original.charCodeAt(at)))
      pieces.push(original.slice(from, at))
      continue
    }
    const size = code > 0xffff ? 2 : 1
    const character = original.slice(at, at + size)
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at)
      ends.push(at + size)
    }
    if (folded === '' && ends.length > 0 && MARK.test(character)) ends[ends.length - 1] = at + size
    pieces.push(folded)
    at += size
  }
  return { text: pieces.join(''), starts, ends }
}

/** The same text with everything from `from` to `to` of each hit blotted out, so that a later finder cannot find it again. */
export function maskHits(
  text: string,
  hits: readonly { readonly from: number; readonly to: number }[],
): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to } of hits) {
    pieces.push(text.slice(at, from), MASK.repeat(to - from))
    at = to
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
