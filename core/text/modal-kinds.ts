import type { Language } from '../model'
import { plainText } from './cues/cue-scanner'
import { baseLanguage } from './languages'

/** Words that a language uses for a duty and for advice alike, by language: 应 answers `shall` and `should`. */
const BROAD_DUTIES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['应', '应当', '应该'],
  ru: ['следует', 'надлежит'],
  ar: ['ينبغي', 'وينبغي', 'فينبغي'],
  fr: ['il convient'],
}

/** True for a modal, as it stands in the text, that neither obliges nor only advises by itself; false for languages without one. */
export function isBroadDuty(modal: string, language: Language): boolean {
  return (BROAD_DUTIES[baseLanguage(language)] ?? []).includes(plainForm(modal))
}

/** The beginnings of modals that say what might be, by language. */
const POSSIBILITIES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['pourrai', 'puiss'],
  en: ['might', 'could'],
  es: ['podría', 'pueda'],
  ar: ['يستطيع', 'تستطيع'],
  ru: ['мог бы', 'могла бы', 'могло бы', 'могли бы'],
}

/** True for a modal, as it stands in the text, that tells a possibility and allows nothing; false for languages without one. */
export function isPossibility(modal: string, language: Language): boolean {
  const plain = plainForm(modal)
  return (POSSIBILITIES[baseLanguage(language)] ?? []).some((begin) => plain.startsWith(begin))
}

const plainForm = (modal: string) => plainText(modal).plain
