import type { Language } from '../model'
import { baseLanguage } from '../text/languages'
import { ending } from './ending'
import type { Piece } from './piece'

/** How the first word of a preambular paragraph looks where its end does not tell: participles, and the conjunctions of recitals. */
const RECITAL: Readonly<Record<string, RegExp>> = {
  fr: /^(?:\p{L}+ant(?:e|s|es)?|ayant|étant|(?:con)?vaincue?s?|conscient(?:e|s|es)?|guidée?s?|préoccupée?s?|alarmée?s?|vu|attendu|résolue?s?|désireu(?:x|se)s?|\p{L}+ée?s?)(?!\p{L})/iu,
  en: /^(?:(?:also|further|deeply|gravely|fully)\s+)?(?:\p{L}+ing|whereas|having|\p{L}+ed|mindful|aware|cognizant|conscious|now)(?!\p{L})/iu,
  es: /^(?:\p{L}+(?:ando|iendo|yendo|ándose|iéndose)|habiendo|consciente|convencida|guiada|preocupada|alarmada|profundamente|ahora)(?!\p{L})/iu,
  ru: /^(?:(?:также|глубоко|вновь|далее)\s+)?(?:\p{L}+(?:я|ясь|ив|ав|ившись|авшись)|принимая|будучи|выражая|исходя)(?!\p{L})/iu,
  ar: /^(?:و?إذ|و?إنها|و?لمّ?ا)(?!\p{L})/u,
  zh: /^(?:鉴于|考虑到|意识到|深信|铭记|回顾|关切|注意到|认识到|欢迎地|因此)/u,
}

/**
 * Whether an unnumbered paragraph after the preamble decides something: it ends as a sentence or an item does and does not begin as a
 * recital. Old resolutions and those with one decision have no numbers.
 */
export function startsOperative(piece: Piece, language: Language): boolean {
  if (ending(piece.text) === 'comma') return false
  const recital = RECITAL[baseLanguage(language)]
  return recital === undefined || !recital.test(piece.text)
}
