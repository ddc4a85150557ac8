/** The Arabic names of the letters that mark the parts of a resolution, in the order in which they answer A, B, C … */
const ARABIC_NAMES =
  'ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد'.split(
    ' ',
  )

/** Arabic letter names without hamza on alef, as they stand in a folded text, longest first, as alternatives of a pattern. */
export const ARABIC_LETTER_NAMES = ARABIC_NAMES.map((name) => name.replace('أ', 'ا')).join('|')

/** The Latin letter of a part's mark: itself, or what an Arabic letter name (as folded) stands for; null for anything else. */
export function partLetter(mark: string): string | null {
  if (/^[A-Z]$/u.test(mark)) return mark
  const place = ARABIC_NAMES.findIndex((name) => name.replace('أ', 'ا') === mark)
  return place < 0 ? null : String.fromCharCode(65 + place)
}

/** Cyrillic capitals that look like Latin ones and stand for them in symbols. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X',
} // prettier-ignore

/** The text with Cyrillic capitals that look Latin written as Latin ones; its length stays. */
export function latinCapitals(text: string): string {
  return text.replace(/[АВСЕНІКМОРЅТХ]/gu, (letter) => LOOKALIKES[letter] ?? letter)
}
