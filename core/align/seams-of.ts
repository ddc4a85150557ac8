import type { AlignUnit } from './align-unit'

/** How many kinds of seam there are. */
export const SEAM_KINDS = 10

/** The stops of the six languages by what they close: a sentence, what announces something, a part of an enumeration, a part of a sentence. */
const STOPS = ['.!?。！？؟…۔', ':：', ';；؛', ',，،、'] as const

const CLOSING = /[\s\p{Pe}\p{Pf}"']/u
const SMALL_LETTER = /^[^\p{L}\p{N}]*\p{Ll}/u

/**
 * What stands between each unit and the one behind it, as a number under SEAM_KINDS: the last stop of the one (or none), and whether the other begins with a small
 * letter. A cut inside a sentence looks different from the end of a paragraph, and each text has its own habits: resolutions end their recitals with commas.
 */
export function seamsOf(units: readonly AlignUnit[]): Uint8Array {
  return Uint8Array.from(units, ({ text }, k) => {
    // From the end: an expression that looks for it would try every space of the text.
    let end = text.length
    while (end > 0 && CLOSING.test(text.charAt(end - 1))) end -= 1
    const last = text.charAt(end - 1)
    const stop = last === '' ? -1 : STOPS.findIndex((own) => own.includes(last))
    const small = SMALL_LETTER.test(units[k + 1]?.text ?? '')
    return (stop < 0 ? STOPS.length : stop) * 2 + (small ? 1 : 0)
  })
}
