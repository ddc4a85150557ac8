/** Cyrillic letters by their usual Latin spelling in UN names; letters without a sound of their own fall away. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'e', ж: 'j', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', ш: 's', щ: 's', ъ: '',
  ы: 'i', ь: '', э: 'e', ю: 'u', я: 'a',
} // prettier-ignore

/** Letters at the start of a word that make it comparable; five is what Church's (1993) and later cognate methods settle on. */
export const COGNATE_LETTERS = 5

const LEAST = 4

const ASCII = /^[A-Za-z]+$/u

const CAN_CARRY_COGNATE = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u

/**
 * The form in which a word can be compared across languages that share roots: no diacritics, lower case, Cyrillic in Latin letters,
 * the first five letters. Null for words under four letters and for scripts that have no letters to compare.
 */
export function cognateKey(word: string): string | null {
  // Most words are such, and the long way takes ten times as long.
  if (ASCII.test(word)) return word.length < LEAST ? null : word.slice(0, COGNATE_LETTERS).toLowerCase()
  if (!CAN_CARRY_COGNATE.test(word)) return null
  const bare = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/ß/gu, 'ss')
  let latin = ''
  for (const letter of bare) {
    latin += CYRILLIC[letter] ?? letter
    if (latin.length >= COGNATE_LETTERS) break
  }
  return latin.length < LEAST ? null : latin.slice(0, COGNATE_LETTERS)
}
