import { detectLanguage } from '../text/detect-language'

/** The script that an encoding is for; `any`: Unicode. */
export type EncodingScript = 'latin' | 'cyrillic' | 'arabic' | 'han' | 'any'

/** Letters that French, English and Spanish are written with beside the plain ones, and those of names that UN texts are full of. */
const LATIN = /[àâäæçèéêëîïôœùûüÿñáíóúãõåøÀÂÄÇÈÉÊËÎÏÔŒÙÛÜÆÑÁÍÓÚ]/u
const CYRILLIC = /[а-яёА-ЯЁ]/u
const ARABIC = /[\u0621-\u0652\u0660-\u066C]/u
const HAN = /\p{Script=Han}/u

/** Signs that stand in running text of any of the six languages. */
const SIGNS =
  /[\u00a0\u202f«»‹›“”„‘’‚–—…•·°§¶©®™€£¿¡ªº№¹²³½¼¾×÷±\u3000-\u303f\uff00-\uff65،؛؟٪ـ\u200e\u200f\u200c\u200d\ufeff\u2009]/u

const OWN: Readonly<Record<EncodingScript, RegExp>> = {
  latin: LATIN,
  cyrillic: CYRILLIC,
  arabic: ARABIC,
  han: HAN,
  any: new RegExp([LATIN, CYRILLIC, ARABIC, HAN].map(({ source }) => source).join('|'), 'u'),
}

/** Share of the characters beyond ASCII that must be what the script's text is made of. */
const OWN_SHARE = 0.9

/** Below this share no language counts. */
const TOLD_SHARE = 0.5

/** How many letters of its own a text in another script has for each Latin one: one letter among Latin words is a Latin letter that is decoded wrongly. */
const OWN_TO_PLAIN = 0.5

/** How often a capital may stand behind a small letter: an alphabet decoded as its neighbour has its capitals inside words. */
const INNER_CAPITALS = 0.05

/** Without the markup, whose Latin letters say nothing of the text. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[^]{0,2000}?<\/\1\s*>/giu, ' ')
    .replace(/<[^<>]{0,2000}>/gu, ' ')
    .replace(/&[#\p{L}\d]{1,10};/gu, ' ')
}

/** The parts of a text that other encodings would spell otherwise: beside them may stand columns and clauses in plain ASCII that are right in any. */
function telling(text: string): string {
  const parts = text.split(/[\t\n\r;|,"]+/u).filter((part) => /[^\0-\x7f]/u.test(part))
  return parts.join('\n')
}

/**
 * How much a decoded text looks like one in the six languages: 2 for a language that is sure, and 1 more where the characters beyond ASCII are those that texts in this script are made of. 0 is no such
 * text.
 */
export function judgeCharacters(decoded: string, script: EncodingScript): number {
  const text = withoutMarkup(decoded)
  const beyond = text.match(/[^\0-\x7f]/gu) ?? []
  const own = beyond.filter((character) => OWN[script].test(character)).length
  const signs = beyond.filter((character) => SIGNS.test(character)).length
  const plain = text.match(/[A-Za-z]/gu)?.length ?? 0
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  const inner = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  const mixed =
    script === 'han' ? (text.match(/[A-Za-z]\p{Script=Han}|\p{Script=Han}[A-Za-z]/gu)?.length ?? 0) : 0
  const wrong = /\p{L}[½¼¾ªº]|[½¼¾]\p{L}/u.test(text) && script === 'latin'
  const fits =
    own + signs >= beyond.length * OWN_SHARE &&
    (script === 'latin' || (own > 0 && own >= plain * OWN_TO_PLAIN)) &&
    inner <= words * INNER_CAPITALS &&
    mixed <= own * 0.3 &&
    !wrong
  const { language, sure } = detectLanguage(telling(text))
  const expected = { latin: 'en fr es', cyrillic: 'ru', arabic: 'ar', han: 'zh', any: 'ar zh en fr ru es' }[
    script
  ]
  const told =
    own + signs >= beyond.length * TOLD_SHARE &&
    sure &&
    language !== null &&
    expected.split(' ').includes(language)
  return (told ? 2 : 0) + (fits ? 1 : 0)
}
