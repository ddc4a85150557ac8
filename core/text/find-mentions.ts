import type { Language, Mention } from '../model'
import { unLanguage } from './languages'

/** Stand-in of the real thing: figures, references and plain dates. */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيه', 'يوليه', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
}

/** Figures, references and dates of a text. */
export function findMentions(text: string, language: Language): readonly Mention[] {
  const found: Mention[] = []
  const add = (pattern: RegExp, kind: Mention['kind'], value: (match: RegExpExecArray) => string | null) => {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      const result = value(match as RegExpExecArray)
      if (result === null || found.some((other) => other.from < to && from < other.to)) continue
      found.push({ from, to, kind, value: result, written: 'figures' })
    }
  }
  const own = unLanguage(language)
  if (own !== null) {
    add(/(?<![\p{L}\p{N}])[A-Z](?:\/[\p{L}\p{N}.()]+)+/gu, 'symbol', (m) => m[0])
    add(/(?<![\p{L}\p{N}/])\d{1,3}\/\d{1,3}(?![\p{N}/])/gu, 'symbol', (m) => `res:${m[0]}`)
    add(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu, 'date', (m) => iso(m[3]!, Number(m[2]), m[1]!))
    add(/(\d{1,2})(?:er)?\s(?:de\s)?(?:\p{L}+(?:\s\p{L}+)?\/)?(\p{L}+)\s(?:de\s)?(\d{4})/gu, 'date', (m) => {
      const month = (MONTHS[own] ?? []).indexOf(m[2]!.toLowerCase()) + 1
      return month === 0 ? null : iso(m[1]!, month, m[3]!)
    })
  }
  add(/\d+/gu, 'number', (m) => m[0])
  return found.sort((a, b) => a.from - b.from)
}

function iso(day: string, month: number, year: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}
