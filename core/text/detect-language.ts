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
const FOREIGN_ARABIC = /[پچژگکیٹڈڑےںہھۆۇۈېەڵڕۋۍټډړږښڼګۀئێ]/gu
const FOREIGN_SHARE = 0.01

/** Languages of franc's list that stand for one of the six. */
const FRANC_CODES: Readonly<Record<string, UnLanguage>> = {
  fra: 'fr',
  eng: 'en',
  spa: 'es',
  rus: 'ru',
  arb: 'ar',
}

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
  fr: new Set('et des les une est dans pour du aux qui'.split(' ')),
  en: new Set('the of and to that with by shall which'.split(' ')),
  es: new Set('y el los las del por para una con'.split(' ')),
}

/** Shares of words measured on the Universal Declaration: the three have 0.35–0.45 little and 0.15–0.25 own words. */
const LITTLE_SHARE = 0.26
const OWN_SHARE = 0.1

/** How far franc's second choice must stay behind, on its scale from 0 to 1. */
const MARGIN = 0.04

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

function detectHan(scripts: Scripts): DetectedLanguage {
  const japanese = scripts.kana > (scripts.han + scripts.kana) * 0.05
  return answer('zh', !japanese && scripts.han >= SURE_HAN && scripts.han >= scripts.all * SCRIPT_SHARE)
}

function detectCyrillic(text: string, scripts: Scripts): DetectedLanguage {
  const letters = text.toLowerCase()
  // Bulgarian has neither ы nor э, and Russian text of some length always has ы.
  const own = count(letters, /[ыэ]/gu)
  const native = count(letters, FOREIGN_CYRILLIC) <= scripts.cyrillic * FOREIGN_SHARE
  return answer(
    'ru',
    native &&
      own > 0 &&
      own >= scripts.cyrillic * 0.005 &&
      franc(text) === 'rus' &&
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

function detectLatin(text: string, scripts: Scripts): DetectedLanguage {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const languages = ['fr', 'en', 'es'] as const
  const part = sample(text, FRANC_SAMPLE)
  const francScores = new Map(francAll(part, { minLength: 1, only: ['fra', 'eng', 'spa'] }))
  const candidates = languages
    .map((language) => {
      const code = language === 'fr' ? 'fra' : language === 'en' ? 'eng' : 'spa'
      return {
        language,
        score: ((francScores.get(code) ?? 0) + Math.min(1, share(words, LITTLE_WORDS[language]) * 2)) / 2,
      }
    })
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  if (best === undefined) return { language: null, sure: false, candidates: [] }
  const [first, second] = francAll(part, { minLength: 20 })
  const agreed = first !== undefined && FRANC_CODES[first[0]] === best.language
  const ahead = first !== undefined && (second === undefined || first[1] - second[1] >= MARGIN)
  const little = share(words, LITTLE_WORDS[best.language]) >= LITTLE_SHARE
  const own = share(words, OWN_WORDS[best.language]) >= OWN_SHARE
  return {
    language: best.language,
    sure: agreed && ahead && little && own && enough(scripts.latin, scripts),
    candidates,
  }
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
  if (most === 0 || most < scripts.all / 2) return { language: null, sure: false, candidates: [] }
  // A Chinese character says about what three letters say, and Chinese UN texts are full of Latin symbols.
  if ((han + kana) * 3 >= Math.max(latin, cyrillic, arabic)) return detectHan(scripts)
  if (most === cyrillic) return detectCyrillic(part, scripts)
  if (most === arabic) return detectArabic(part, scripts)
  return detectLatin(part, scripts)
}
