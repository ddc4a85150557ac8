const APOSTROPHE = /[’‘ʼ＇`´]/gu
const HYPHEN = /[\u2010\u2011]/gu
const SPACE = /\s/gu
const INVISIBLE = /\p{Cf}/gu
/** Letters and figures of which only capitals change. */
const PLAIN = /^[A-Za-z0-9À-ÖØ-öø-ÿА-Яа-я]*$/u
const ARABIC = /\p{Script=Arabic}/u
const ARABIC_MARK = /(?=\p{Script_Extensions=Arabic})\p{M}|\u0640/gu
const VARIANT = /[أإآٱؤئىةёЁ٠-٩۰-۹]/gu

/** Letters and digits that are written for one another within a language. */
const VARIANTS: Readonly<Record<string, string>> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه', ё: 'е',
  '٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9',
  '۰': '0', '۱': '1', '۲': '2', '۳': '3', '۴': '4', '۵': '5', '۶': '6', '۷': '7', '۸': '8', '۹': '9',
} // prettier-ignore

/**
 * The form of a string in which two spellings of one thing compare as equal: Unicode NFKC, lower case, one apostrophe, one hyphen and one
 * space, no invisible characters, no Arabic tatweel or vowel marks, one form of alef and of hamza on a carrier, haa for taa marbuta, yaa for
 * alef maqsura, е for ё, Western digits. For whole strings only: offsets are not kept. Accents stay.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const lower = text.normalize('NFKC').toLowerCase().replace(APOSTROPHE, "'").replace(HYPHEN, '-')
  const plain = lower.replace(SPACE, ' ').replace(INVISIBLE, '')
  const unmarked = ARABIC.test(plain) ? plain.replace(ARABIC_MARK, '') : plain
  return unmarked.replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
}
