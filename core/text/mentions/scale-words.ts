import type { UnLanguage } from '../../model'

/** Words that multiply the number before them, with their power of ten, as patterns over a folded text; longer ones first. */
export const SCALE_WORDS: Readonly<Record<UnLanguage, readonly (readonly [string, number])[]>> = {
  fr: [['milliards?', 9], ['millions?', 6], ['billions?', 12], ['mille', 3]],
  en: [['thousand', 3], ['million', 6], ['billion', 9], ['trillion', 12], ['hundred', 2]],
  es: [['mil millones', 9], ['mil', 3], ['millon(?:es)?', 6], ['billon(?:es)?', 12]],
  ru: [
    ['тыс(?:\\.|яч\\p{L}{0,3})?', 3], ['млн\\.?', 6], ['миллион\\p{L}{0,3}', 6], ['млрд\\.?', 9], ['миллиард\\p{L}{0,3}', 9],
    ['трлн\\.?', 12], ['триллион\\p{L}{0,3}', 12],
  ],
  ar: [
    ['الف(?:ا)?', 3], ['الاف', 3], ['مليون(?:ا|ي)?', 6], ['ملايين', 6], ['(?:بليون|مليار)(?:ا|ي|ات)?', 9], ['(?:بلايين)', 9],
    ['تريليون(?:ا|ات)?', 12],
  ],
  zh: [['万亿', 12], ['千亿', 11], ['百亿', 10], ['十亿', 9], ['亿', 8], ['千万', 7], ['百万', 6], ['十万', 5], ['万', 4], ['千(?!克|米|瓦|兆|卡|赫)', 3], ['百', 2]],
} // prettier-ignore
