import type { Language } from '../model'
import { languageCode } from './language-code'

/** What the six languages are called in the six languages, as the heads of tables have it, and their codes of three letters (ISO 639-2, both kinds), folded. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic arabe árabe arabo العربية عربي арабский 阿拉伯文 阿拉伯语 阿文 ara arb',
  zh: 'chinese chinois chino chinesisch الصينية صيني китайский 中文 汉语 漢語 简体中文 zho chi cmn',
  en: 'english anglais inglés ingles englisch الإنكليزية الإنجليزية إنكليزي английский 英文 英语 eng',
  fr: 'french français francais francés frances französisch الفرنسية فرنسي французский 法文 法语 fra fre',
  ru: 'russian russe ruso russisch الروسية روسي русский 俄文 俄语 rus',
  es: 'spanish espagnol español espanol spanisch castellano الإسبانية الاسبانية إسباني испанский 西班牙文 西班牙语 西文 spa',
}

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
)

/** Words that may stand beside a language's name. */
const BESIDE =
  /(?<![\p{L}\p{N}])(?:langue|language|lengua|idioma|version|versión|texte|text|texto|язык|версия|текст|اللغة|النسخة|النص|语言|文本)(?![\p{L}\p{N}])/giu

const TAG = /^[a-z]{2}(?:[-_][a-z0-9]{2,8})*$/iu

/** Two letters that heads of tables have for other things than a language. */
const NO_TAGS: ReadonlySet<string> = new Set(['id', 'no', 'nr'])

/** The official language that a name or code in any of the six languages means, whatever its case (`Français`, `法文`, `FRE`), or null. */
export function namedLanguage(name: string): Language | null {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(BESIDE, ' ')
    .replace(/[\s:.]+/gu, ' ')
    .trim()
  return BY_NAME.get(folded) ?? null
}

/** A language's code as a file may write it, `fr-FR`, `FR`, `zh_CN`, `fra`, `French`, as a code of ours: `fr`, `zh`, `pt-BR`, the number of a further version (`fr-2`) kept; null where it is none. */
export function taggedLanguage(tag: string): Language | null {
  const named = namedLanguage(tag)
  if (named !== null) return named
  const [, bare = tag.trim(), nth = ''] = /^\s*([a-z]{2,3})(-\d)\s*$/iu.exec(tag) ?? []
  try {
    const [canonical] = Intl.getCanonicalLocales(bare.replaceAll('_', '-'))
    return canonical === undefined || canonical === 'und' ? null : languageCode(canonical) + nth
  } catch {
    return null
  }
}

/** The language that the head of a table's column names, with the number of a further version in it: `French (2)` is `fr-2`. What else stands in brackets, as a status, is passed over. Null for no language. */
export function headedLanguage(head: string): Language | null {
  const parts = /^([^(（]*)(?:[(（]([^)）]*)[)）])?(?:\s*[(（][^)）]*[)）])*\s*$/u.exec(
    head.normalize('NFC').trim(),
  )
  const [, name = '', inside = ''] = parts ?? []
  const told =
    namedLanguage(name) ??
    namedLanguage(inside) ??
    (TAG.test(name.trim()) && !NO_TAGS.has(name.trim().toLowerCase()) ? taggedLanguage(name) : null)
  const nth = /^\d$/u.test(inside.trim()) ? `-${inside.trim()}` : ''
  return told === null ? null : told + nth
}

/** Words for a version that is not official, in the six languages. */
const UNOFFICIAL = /unofficial|non[\s-]officiel|no[\s-]oficial|неофициальн|非正式|غير\s+رسمي/iu

/** Whether the head of a table's column says, in brackets behind a language, that its version is not official. */
export function isUnofficialHead(head: string): boolean {
  return [...head.normalize('NFC').matchAll(/[(（]([^)）]*)[)）]/gu)].some(([, inside = '']) =>
    UNOFFICIAL.test(inside),
  )
}
