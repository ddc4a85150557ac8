import { isExponent } from '../text/footnote-mark'

const SUPERSCRIPT = /[⁰¹²³⁴-⁹]+/uy
const BRACED = /\^\{([^{}\n]{1,20})\}/uy
const CARET = /\^(?:(\d{1,3})\^?|(\p{L}{1,3}))(?![\p{L}\p{N}])/uy
const SUP_TAG = /<sup>([^<\n]{1,20})<\/sup>/iuy

/** A superscript that begins at `at`, written as ¹, `^1`, `^{…}` or `<sup>…</sup>`: a footnote mark, or what stays of it in the text, and how many characters it takes; null where there is none. */
export function readSuperscript(
  text: string,
  at: number,
): { length: number; mark: string | null; text: string } | null {
  const before = text.slice(Math.max(0, at - 4), at)
  for (const pattern of [SUPERSCRIPT, BRACED, CARET, SUP_TAG]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const inner = match[1] ?? match[2] ?? match[0]
    const length = match[0].length
    if (!/^[\d⁰¹²³⁴-⁹]+$/u.test(inner)) return { length, mark: null, text: inner }
    if (isExponent(before, inner)) return { length, mark: null, text: match[0] }
    return { length, mark: inner, text: '' }
  }
  return null
}
