import { francAll } from 'franc-min'
import type { UnLanguage } from '../model'

/** The official language a text seems to be in. `sure` is false where it is too short, mixed, or near another language. */
export interface DetectedLanguage {
  /** The likeliest of the six, or null where the text is in none of their scripts. */
  readonly language: UnLanguage | null
  readonly sure: boolean
  /** The official languages the text may be in, the likeliest first, with a score from 0 to 1. */
  readonly candidates: readonly { readonly language: UnLanguage; readonly score: number }[]
}

/** Characters that are looked at; longer texts are sampled from their beginning, middle and end. */
const SAMPLE = 6000

/** Characters given to franc: its distances shrink with length, so that on whole texts Spanish and Portuguese come within 2%. */
const FRANC_SAMPLE = 900

/** Below this many letters a text is never sure: measured on paragraphs of the Universal Declaration, where shorter ones go wrong. */
const SURE_LETTERS = 60
const SURE_HAN = 12

/** Share of its letters that a text's main script must have: symbols and names in Latin letters stand in every UN text. */
const SCRIPT_SHARE = 0.6

/**
 * Letters that the official language of a script does not have and its neighbours do: Ukrainian, Belarusian, Serbian, Macedonian and
 * the Turkic and Mongolian alphabets; Persian, Urdu, Pashto, Kurdish, Uyghur.
 */
const FOREIGN_CYRILLIC = /[іїєґўјљњђћџѓќѕәғқңөұүһӣӯҳҷҝҡҥҫѳ]/giu
const FOREIGN_ARABIC = /[پچژگکیٹڈڑےںہھۆۇۈېەڵڕۋۍټډړږښڼګۀێ]/gu
const FOREIGN_SHARE = 0.01

/** What franc calls the three in Latin letters. */
const FRANC_CODES: Readonly<Record<'fr' | 'en' | 'es', string>> = { fr: 'fra', en: 'eng', es: 'spa' }

/**
 * The commonest little words. Neighbours that franc's short list lacks (Catalan, Galician, Asturian, Occitan, Haitian and other
 * creoles, Scots) share trigrams with the six but not these.
 */
const LITTLE_WORDS: Readonly<Record<'fr' | 'en' | 'es', ReadonlySet<string>>> = {
  fr: new Set(
    'de la le les l et des d à du en que qui une un est dans pour par sur au aux ou ne sa son ses'.split(' '),
  ),
  en: new Set(
    'the of and to in a for that on is with by as its or be all which at this has have shall'.split(' '),
  ),
  es: new Set('de la y el los en que del las a por con para una un al su se es o sus como no'.split(' ')),
}

/** Words that only one of the three has, so that a sure text must show some of them. */
const OWN_WORDS: Readonly<Record<'fr' | 'en' | 'es', ReadonlySet<string>>> = {
  fr: new Set(
    'et des les une est dans pour du aux qui sur au ou ne par ce ces cette elle il que sont leur leurs ses avec'.split(
      ' ',
    ),
  ),
  en: new Set('the of and to that with by shall which'.split(' ')),
  es: new Set('y el los las del por para una con su sus en al es lo'.split(' ')),
}

/** Spelling that words of the language have and its neighbours' do not: ñ and -ción, accents within and -eau, th- and -ing. */
const OWN_SPELLING: Readonly<Record<'fr' | 'en' | 'es', RegExp>> = {
  fr: /[œùê]|.é(?:e|s|es)?$|(?:eau|eaux|oit|oits|ité|ment|eur|elle|ion|ions|aire)$/u,
  en: /^(?:th|wh)|(?:ing|ght|ghts|ed|ion|ions|ly)$/u,
  es: /ñ|(?:ción|sión|ciones|siones|dad|dades|ión|miento|echo|echos|ía)$/u,
}

/**
 * Words that are frequent in a neighbour and that the language itself hardly has: Portuguese, Galician, Asturian, Catalan, Aragonese
 * and Ladino beside Spanish; Catalan, Occitan, Franco-Provençal, Walloon, Romansh and Haitian beside French; Scots, Dutch and the
 * creoles beside English. Counted on the Universal Declaration.
 */
const FOREIGN_WORDS: Readonly<Record<'fr' | 'en' | 'es', ReadonlySet<string>>> = {
  fr: new Set(
    'i els el amb per che di è in o dè dé lè lo los tot tota dels una uno pou yo ak ki nan yon li èt dès lès es'.split(
      ' ',
    ),
  ),
  en: new Set(
    'o tae aw hes ony nae frae wi shal richt richts ither ilka fur thair de het en van een het te dem di dey wey blong'.split(
      ' ',
    ),
  ),
  es: new Set(
    'não do da dos das em uma ao aos os as um à pelo pela nas ou unha non na ó á ós súa i els les dels amb per tota tolos d l nun toa ye nel cola kon ke et in'.split(
      ' ',
    ),
  ),
}

/** Letters that a neighbour's words have and the language's own do not. */
const FOREIGN_LETTERS: Readonly<Record<'fr' | 'en' | 'es', RegExp>> = {
  fr: /[ãõñìòíóáú]/u,
  en: /[àâãåäçèêëîïñòõöôùûøæßɔɛ]/u,
  es: /[ãõçêôâàèòùîûëïḷ]/u,
}

/**
 * Shares of words measured on excerpts of 200 characters of the Universal Declaration and of a resolution: the three have at least so
 * many little and own words, and no more of a neighbour's.
 */
const LITTLE_SHARE = 0.2
const OWN_SHARE = 0.1
const NEIGHBOUR_SHARE = 0.03

/** How near franc's first choice another may come when the words decide: Portuguese and Spanish share most trigrams. */
const NEAR = 0.06

/** The commonest little words of Russian: Circassian, Nanai and Nenets have its letters but not these. */
const RUSSIAN_WORDS: ReadonlySet<string> = new Set(
  'и в на с к о по из от для что не как за или его их при во об а со до у'.split(' '),
)
const RUSSIAN_SHARE = 0.1

/** Characters of Cantonese, Hakka, Gan, Wu and Min that the written standard has only in names and set words, and Vietnamese ones. */
const FOREIGN_HAN = /[嘅佢唔冇咗喺啲俾咧咯拢仔吧]|渠(?!道)|伊(?![朗斯拉始甸利])|[\u{20000}-\u{3ffff}]/gu
const FOREIGN_HAN_SHARE = 0.01

function sample(text: string, length: number): string {
  if (text.length <= length) return text
  const part = Math.floor(length / 3)
  const middle = Math.floor((text.length - part) / 2)
  return `${text.slice(0, part)} ${text.slice(middle, middle + part)} ${text.slice(-part)}`
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function share(words: readonly string[], list: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => list.has(word)).length / words.length
}

interface Scripts {
  readonly latin: number
  readonly cyrillic: number
  readonly arabic: number
  readonly han: number
  readonly kana: number
  readonly all: number
}

function countScripts(text: string): Scripts {
  return {
    latin: count(text, /\p{Script=Latin}/gu),
    cyrillic: count(text, /\p{Script=Cyrillic}/gu),
    arabic: count(text, /(?=\p{L})\p{Script=Arabic}/gu),
    han: count(text, /\p{Script=Han}/gu),
    kana: count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    all: count(text, /\p{L}/gu),
  }
}

function answer(language: UnLanguage, sure: boolean): DetectedLanguage {
  return { language, sure, candidates: [{ language, score: sure ? 1 : 0.5 }] }
}

function detectHan(text: string, scripts: Scripts): DetectedLanguage {
  const japanese = scripts.kana > (scripts.han + scripts.kana) * 0.05
  const native = count(text, FOREIGN_HAN) <= scripts.han * FOREIGN_HAN_SHARE
  return answer(
    'zh',
    !japanese && native && scripts.han >= SURE_HAN && scripts.han >= scripts.all * SCRIPT_SHARE,
  )
}

function detectCyrillic(text: string, scripts: Scripts): DetectedLanguage {
  const letters = text.toLowerCase()
  // Bulgarian has neither ы nor э and writes ъ before consonants; Russian text of some length always has ы.
  const own = count(letters, /[ыэ]/gu)
  const bulgarian = count(letters, /ъ(?![еёюя])/gu)
  const native = count(letters, FOREIGN_CYRILLIC) <= scripts.cyrillic * FOREIGN_SHARE && bulgarian <= own
  const words = letters.match(/\p{L}+/gu) ?? []
  return answer(
    'ru',
    native &&
      own >= Math.floor(scripts.cyrillic * 0.005) &&
      share(words, RUSSIAN_WORDS) >= RUSSIAN_SHARE &&
      isNearest(text, 'rus') &&
      enough(scripts.cyrillic, scripts),
  )
}

function detectArabic(text: string, scripts: Scripts): DetectedLanguage {
  const native = count(text, FOREIGN_ARABIC) <= scripts.arabic * FOREIGN_SHARE
  const articles = count(text, /(?<!\p{L})(?:[وفبك]?ال|لل)\p{L}/gu)
  return answer(
    'ar',
    native && articles >= scripts.arabic * 0.01 && franc(text) === 'arb' && enough(scripts.arabic, scripts),
  )
}

function enough(letters: number, scripts: Scripts): boolean {
  return letters >= SURE_LETTERS && letters >= scripts.all * SCRIPT_SHARE
}

function franc(text: string): string {
  return francAll(sample(text, FRANC_SAMPLE), { minLength: 20 })[0]?.[0] ?? 'und'
}

/** Whether franc puts a language first, or so near the first that only words can tell them apart. */
function isNearest(text: string, code: string): boolean {
  const scores = francAll(text, { minLength: 20 })
  return scores.some(([each, score]) => each === code && score >= 1 - NEAR)
}

function detectLatin(text: string, scripts: Scripts): DetectedLanguage {
  const words = text.toLowerCase().match(/(?<![\p{L}\p{N}^{/])\p{L}+/gu) ?? []
  const languages = ['fr', 'en', 'es'] as const
  const part = sample(text, FRANC_SAMPLE)
  const francScores = new Map(francAll(part, { minLength: 1, only: ['fra', 'eng', 'spa'] }))
  const candidates = languages
    .map((language) => {
      return {
        language,
        score:
          ((francScores.get(FRANC_CODES[language]) ?? 0) +
            Math.min(1, share(words, LITTLE_WORDS[language]) * 2)) /
          2,
      }
    })
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  if (best === undefined) return { language: null, sure: false, candidates: [] }
  const code = FRANC_CODES[best.language]
  const little = share(words, LITTLE_WORDS[best.language]) >= LITTLE_SHARE
  const spelt = words.filter((word) => OWN_SPELLING[best.language].test(word)).length
  const own =
    share(words, OWN_WORDS[best.language]) + Math.min(spelt / words.length, OWN_SHARE / 2) >= OWN_SHARE
  const letters = FOREIGN_LETTERS[best.language]
  const neighbours = words.filter(
    (word) => FOREIGN_WORDS[best.language].has(word) || letters.test(word),
  ).length
  const native = neighbours <= Math.max(1, words.length * NEIGHBOUR_SHARE)
  return {
    language: best.language,
    sure: isNearest(part, code) && little && own && native && enough(scripts.latin, scripts),
    candidates,
  }
}

/** Share of its letters that a script must have to be one of a text's languages: less is names and symbols. */
const MIXED_SHARE = 0.2

/** The languages of a text in several scripts of which none has the greater part. */
function mixedScripts(
  text: string,
  { latin, cyrillic, arabic, han, all }: Scripts,
): DetectedLanguage['candidates'] {
  const [inLatin] = detectLatin(text, countScripts(text)).candidates
  const found: (readonly [UnLanguage | undefined, number])[] = [
    [inLatin?.language, latin],
    ['ru', cyrillic],
    ['ar', arabic],
    ['zh', han],
  ]
  return found
    .flatMap(([language, letters]) =>
      language !== undefined && letters >= all * MIXED_SHARE ? [{ language, score: letters / all }] : [],
    )
    .sort((a, b) => b.score - a.score)
}

/**
 * The official language of a text, told by its script first and by its trigrams and little words after. A text in any other language
 * (German, Ukrainian, Persian, Japanese …), in two languages or of a few words is never `sure`.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const part = sample(text, SAMPLE)
  const scripts = countScripts(part)
  const { latin, cyrillic, arabic, han, kana } = scripts
  const most = Math.max(latin, cyrillic, arabic, han + kana)
  if (most === 0) return { language: null, sure: false, candidates: [] }
  if (most < scripts.all / 2) return { language: null, sure: false, candidates: mixedScripts(part, scripts) }
  const told = detectScript(part, scripts)
  const mixed = told.sure ? [] : mixedScripts(part, scripts)
  return mixed.length > 1 ? { ...told, candidates: mixed } : told
}

function detectScript(text: string, scripts: Scripts): DetectedLanguage {
  const { latin, cyrillic, arabic, han, kana } = scripts
  const most = Math.max(latin, cyrillic, arabic)
  // A Chinese character says about what three letters say, and Chinese UN texts are full of Latin symbols.
  if ((han + kana) * 3 >= most) return detectHan(text, scripts)
  if (most === cyrillic) return detectCyrillic(text, scripts)
  if (most === arabic) return detectArabic(text, scripts)
  return detectLatin(text, scripts)
}

/** Characters that a first look at a paragraph takes in. */
const GLANCE = 400

const SCRIPT_OF: Readonly<Record<UnLanguage, keyof Scripts>> = {
  fr: 'latin',
  en: 'latin',
  es: 'latin',
  ru: 'cyrillic',
  ar: 'arabic',
  zh: 'han',
}

/** Whether a paragraph may be in another of the six languages than this one, at a glance: another script, or more little words of another. Cheap, and sure of nothing. */
export function mayBeOther(text: string, language: UnLanguage): boolean {
  const part = text.slice(0, GLANCE)
  const scripts = countScripts(part)
  const own = SCRIPT_OF[language]
  if (scripts[own] * (own === 'han' ? 3 : 1) < scripts.all / 2) return true
  if (language !== 'fr' && language !== 'en' && language !== 'es') return false
  const words = part.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (each: 'fr' | 'en' | 'es') => words.filter((word) => LITTLE_WORDS[each].has(word)).length
  return (['fr', 'en', 'es'] as const).some((each) => each !== language && count(each) > count(language))
}

/** Paragraphs that are asked, spread over the text; a language is asked of a whole file. */
const ASKED = 60

/** Share of the letters told for sure that the main language of a text has; under it the text is in two languages. */
const MAIN_SHARE = 0.75

/** Share of the letters that must be told for sure where there are so many long paragraphs: nineteen in twenty are in the Universal Declaration, half where another language stands between. */
const TOLD_SHARE = 0.6
const LEAST_LONG = 4

/** Share of a text that its long paragraphs must be to speak for it. */
const LONG_SHARE = 0.4

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}

/** Paragraphs with fewer letters tell nothing; Chinese ones with fewer characters than are sure. */
const TELLING = 70

/**
 * The language of a text that is divided into paragraphs: as `detectLanguage`, and besides what its long paragraphs say one by one. Two languages side by side are
 * never `sure`, the candidates are then those that paragraphs are in, with their share of the letters.
 */
export function detectByParagraphs(paragraphs: readonly string[]): DetectedLanguage {
  const whole = detectLanguage(paragraphs.join('\n'))
  const long = paragraphs.filter(
    (text) =>
      (text.length >= TELLING && count(text, /\p{L}/gu) >= TELLING) ||
      (text.length >= SURE_HAN && count(text, /\p{Script=Han}/gu) >= SURE_HAN),
  )
  const step = Math.max(1, long.length / ASKED)
  const letters = new Map<UnLanguage, number>()
  let all = 0
  let untold = 0
  for (let i = 0; i < long.length; i += step) {
    const text = long[Math.floor(i)]!
    const told = detectLanguage(text)
    // A Chinese character says what three letters say.
    const size = count(text, /\p{L}/gu) + 2 * count(text, /\p{Script=Han}/gu)
    if (told.language === null || !told.sure) {
      untold += size
      continue
    }
    letters.set(told.language, (letters.get(told.language) ?? 0) + size)
    all += size
  }
  const shares = [...letters]
    .map(([language, size]) => ({ language, score: size / all }))
    .sort((a, b) => b.score - a.score)
  const [first] = shares
  if (first === undefined || lengthOf(long) < lengthOf(paragraphs) * LONG_SHARE) return whole
  if (first.score < MAIN_SHARE)
    return {
      language: first.language,
      sure: false,
      candidates: shares.filter(({ score }) => score >= 1 - MAIN_SHARE),
    }
  if (long.length >= LEAST_LONG && untold > (all + untold) * (1 - TOLD_SHARE))
    return { ...whole, sure: false }
  return whole.sure && whole.language !== first.language
    ? { language: first.language, sure: true, candidates: shares }
    : whole
}
