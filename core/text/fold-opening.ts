import type { Span } from '../model'

/** The head of a paragraph in comparable form: `text[i]` stands for the code units `places[i]` of the original. */
export interface FoldedHead {
  readonly text: string
  readonly places: readonly Span[]
}

const INVISIBLE = /[\p{Cf}\u0640]/u
const MARK = /^\p{M}$/u
const JOINT = /^[\s'’ʼ‘`´\-‐‑]$/u

/** Letters that writers of one language use for each other, or drop the marks of. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي' },
  ru: { ё: 'е' },
  en: { z: 's' },
}

/** Accents that capitals lose in print, and the third person that Arabic writes with ي for a masculine organ and ت for a feminine one. */
const INITIAL_VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: { ي: 'ت' },
  fr: { é: 'e', è: 'e', ê: 'e', à: 'a', â: 'a', ô: 'o' },
  es: { é: 'e', á: 'a', í: 'i', ó: 'o', ú: 'u' },
}

/** One lower-case letter in comparable form; joints (space, apostrophe, hyphen) become a space. `initial` says that it opens a word. */
export function foldLetter(letter: string, language: string, initial: boolean): string {
  if (letter === ' ' || letter === '’' || letter === '-') return ' '
  const folded = VARIANTS[language]?.[letter] ?? letter
  return initial ? (INITIAL_VARIANTS[language]?.[folded] ?? folded) : folded
}

/** The letters that open a word and fold to a given one, itself first. */
export function unfoldLetter(folded: string, language: string): readonly string[] {
  const variants = [
    ...Object.keys(VARIANTS[language] ?? {}),
    ...Object.keys(INITIAL_VARIANTS[language] ?? {}),
  ]
  return [folded, ...variants.filter((letter) => foldLetter(letter, language, true) === folded)]
}

/**
 * The first `limit` letters of a text from offset `start`, folded: lower case, one space for any joint between words, without vowel
 * marks, tatweel and invisible characters; in Chinese without spaces. Other punctuation stays, so that no match crosses it. Linear in
 * the part it reads.
 */
export function foldOpening(text: string, start: number, language: string, limit: number): FoldedHead {
  let folded = ''
  const places: Span[] = []
  let at = start
  while (at < text.length && folded.length < limit) {
    const from = at
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    at += letter.length
    while (at < text.length && MARK.test(text.charAt(at))) at += 1
    if (INVISIBLE.test(letter)) continue
    const initial = folded === '' || folded.endsWith(' ')
    if (JOINT.test(letter)) {
      if (initial || language === 'zh') continue
      folded += ' '
      places.push({ from, to: at })
      continue
    }
    // Marks beyond a few carry no meaning; cutting them keeps hostile input cheap.
    const cluster = text
      .slice(from, Math.min(at, from + 8))
      .normalize('NFC')
      .toLowerCase()
    const bare = String.fromCodePoint(cluster.codePointAt(0) ?? 0)
    const comparable = foldLetter(bare, language, initial)
    folded += comparable
    for (let unit = 0; unit < comparable.length; unit += 1) places.push({ from, to: at })
  }
  return { text: folded, places }
}

/** A whole wording in comparable form, as `foldOpening` gives it, without a space at its end. */
export function foldWords(wording: string, language: string): string {
  return foldOpening(wording, 0, language, wording.length).text.trimEnd()
}
