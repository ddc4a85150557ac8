import type { Language, UnLanguage } from '../model'
import { unLanguage } from './languages'

/** Words that, written with a capital, begin a sentence and no name. Without one-letter words, which look like initials. */
const STARTERS: Readonly<Record<UnLanguage, string>> = {
  en: 'The This That These Those There It Its He She They We You His Her Their Our In On At By For From With As If When While Since Such All Each No However',
  fr: 'Il Elle Ils Elles On Nous Vous Ce Cet Cette Ces Cela Son Sa Ses Leur Leurs En Dans Par Pour Sur Avec Sans Si Lorsque Tous Toutes Tout Toute Aucun Nul Chaque',
  es: 'Él Ella Ellos Ellas Este Esta Estos Estas Esto Ese Esa Eso Su Sus En Por Para Con Sin Si Cuando Todo Todos Toda Todas Cada Nadie Ningún',
  ru: 'Он Она Оно Они Мы Это Этот Эта Эти Его Ее Её Их На По При Для Из Если Когда Все Каждый Никто Так Как',
  ar: '',
  zh: '',
}

/** Articles: they begin a sentence behind an abbreviated name (`O.N.U. Le Conseil`) but stand in names behind an initial (`A. Le Roy`). */
const ARTICLES: Readonly<Record<UnLanguage, string>> = {
  en: 'A An',
  fr: 'Le La Les Un Une Des Du Au Aux L D',
  es: 'El La Los Las Lo Un Una Unos Unas',
  ru: '',
  ar: '',
  zh: '',
}

/**
 * Whether a word as printed begins a sentence rather than goes on with a name. `articles` says whether articles count, which names too can
 * begin with. False for what is not in the tables, and in Arabic, Chinese and languages outside the six.
 */
export function startsSentence(word: string, language: Language, articles: boolean): boolean {
  const known = unLanguage(language)
  if (known === null || word === '') return false
  return holds(STARTERS[known], word) || (articles && holds(ARTICLES[known], word))
}

function holds(list: string, word: string): boolean {
  return ` ${list} `.includes(` ${word} `)
}
