import type { Cue, Language, Span } from '../model'
import { CUES_AR } from './cues/cues-ar'
import { CUES_EN } from './cues/cues-en'
import { CUES_ES } from './cues/cues-es'
import { CUES_FR } from './cues/cues-fr'
import { CUES_RU } from './cues/cues-ru'
import { CUES_ZH } from './cues/cues-zh'
import type { CueTable, DenyingSense } from './cues/cue-table'
import { baseLanguage } from './languages'

const TABLES: Readonly<Record<Language, CueTable>> = {
  ar: CUES_AR,
  zh: CUES_ZH,
  en: CUES_EN,
  fr: CUES_FR,
  ru: CUES_RU,
  es: CUES_ES,
}

/**
 * The words of a text that deny it and those that oblige, advise, allow or forbid, in order of offset; a negated modal is both a negation and an obligation.
 * Ranges are UTF-16 code units of `text`. A language outside the six has none.
 */
export function findCues(text: string, language: Language): readonly Cue[] {
  const table = TABLES[baseLanguage(language)]
  if (table === undefined) return []
  const negations = scan(text, table.guards, [['not' as const, table.negations.join('|')]])
  const obligations = scan(text, table.obligationGuards, table.obligations)
  return [
    ...negations.map((found): Cue => ({ kind: 'negation', ...found })),
    ...obligations.map((found): Cue => ({ kind: 'obligation', ...found })),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** A word that holds a denial inside, and what it means. */
export interface DenyingWord extends Span {
  readonly sense: DenyingSense
}

/** Words that hold a denial inside (`without`, `refuse`), other than the text's own negations: another language may say them with a negation. */
export function findDenyingWords(text: string, language: Language): readonly DenyingWord[] {
  const table = TABLES[baseLanguage(language)]
  if (table === undefined) return []
  const negations = scan(text, table.guards, [['not', table.negations.join('|')]])
  return (
    scan(text, table.guards, table.faint)
      // A negation in two parts may well have such a word between them, but its own parts are none; a longer wording takes the negation with it (`until … not`).
      .filter(
        (word) =>
          !negations.some(
            ({ from, to }) =>
              (holds(word, from) || holds(word, to - 1)) &&
              !(holds(word, from) && holds(word, to - 1) && word.to - word.from > to - from),
          ),
      )
      .map(({ value, from, to }) => ({ sense: value, from, to }))
  )
}

/** Where a text says that only something is so by denying the rest: `ne … que`, `لا … إلا`. The range begins with the denial's own. */
export function findRestrictions(text: string, language: Language): readonly Span[] {
  const table = TABLES[baseLanguage(language)]
  if (table === undefined) return []
  return scan(text, table.guards, [['only', table.restrictions.join('|')]]).map(({ from, to }) => ({
    from,
    to,
  }))
}

/** Denials of a text that forbid: of a modal, of a duty in the future tense, of everybody and everything. The range begins with the denial's own. */
export function findProhibitions(text: string, language: Language): readonly Span[] {
  const table = TABLES[baseLanguage(language)]
  if (table === undefined) return []
  return scan(text, table.guards, [['must-not', table.prohibitions.join('|')]]).map(({ from, to }) => ({
    from,
    to,
  }))
}

/** Such words that belong to the verb itself: no insertion parts them from it. */
const ADVERBIAL = /^(?:никогда|никак|никоим|ни в|ни при)(?!\p{L})/iu

/**
 * Words of a text that only stand beside a denial (никто, ни в коем случае) and have none: not before them between the same commas, nor behind them, where an insertion may
 * stand between. It was left out. For languages in which such words ask for one wherever they stand; empty for others.
 */
export function findLoneNegatives(text: string, language: Language): readonly Span[] {
  const { concord = [] } = TABLES[baseLanguage(language)] ?? {}
  if (concord.length === 0) return []
  const denials = findCues(text, language).filter(({ kind }) => kind === 'negation')
  return scan(text, [], [['not', concord.join('|')]])
    .map(({ from, to }) => ({ from, to }))
    .filter(
      (word) =>
        !denials.some(({ from, to }) =>
          from < word.from
            ? !/[.;:,]/u.test(text.slice(to, word.from))
            : (ADVERBIAL.test(text.slice(word.from, word.to))
                ? /^[^.;:,]*$/u
                : /^(?:[^.;:,]*,){0,4}[^.;:,]*$/u
              ).test(text.slice(word.to, from)),
        ),
    )
}

const holds = ({ from, to }: Span, at: number) => from <= at && at < to

/** Words that a language uses for a duty and for advice alike, by language: 应 answers `shall` and `should`. */
const BROAD_DUTIES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['应', '应当', '应该'],
  ru: ['следует', 'надлежит'],
  ar: ['ينبغي', 'وينبغي', 'فينبغي'],
  fr: ['il convient'],
}

/** True for a modal, as it stands in the text, that neither obliges nor only advises by itself; false for languages without one. */
export function isBroadDuty(modal: string, language: Language): boolean {
  const plain = plainText(modal).plain.toLowerCase()
  return (BROAD_DUTIES[baseLanguage(language)] ?? []).includes(plain)
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
  const plain = plainText(modal).plain.toLowerCase()
  return (POSSIBILITIES[baseLanguage(language)] ?? []).some((begin) => plain.startsWith(begin))
}

/** What the patterns find in the text, guards having the first word at each place. */
function scan<Value extends string>(
  text: string,
  guards: readonly string[],
  patterns: readonly (readonly [Value, string])[],
): readonly (Span & { readonly value: Value })[] {
  const { plain, offsets } = plainText(text)
  const groups = [
    ...guards.map((guard) => `(?:${guard})`),
    ...patterns.map(([, source]) => `(${source.replace(/\((?!\?)/gu, '(?:')})`),
  ]
  return [...plain.matchAll(new RegExp(groups.join('|'), 'giu'))].flatMap((match) => {
    const k = match.slice(1).findIndex((group) => group !== undefined)
    if (k < 0 || match[0] === '') return []
    const length = match[0].trimEnd().length
    return [
      { value: patterns[k]![0], from: offsets[match.index]!, to: offsets[match.index + length - 1]! + 1 },
    ]
  })
}

/** The text with plain apostrophes and spaces and without Arabic vowel marks and tatweel, and where each of its units stood. */
function plainText(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  const offsets: number[] = []
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if (/[\u064b-\u065f\u0670\u0640]/u.test(unit)) continue
    plain += unit === '’' || unit === 'ʼ' ? "'" : /\s/u.test(unit) ? ' ' : unit
    offsets.push(at)
  }
  return { plain, offsets }
}
