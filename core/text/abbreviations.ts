import type { Language, UnLanguage } from '../model'
import { unLanguage } from './languages'

/**
 * What an abbreviation's point can be. `inner`: something always follows (`Mr.`, `cf.`). `name`: the same for one that is a word too, so
 * that a first word after it begins a sentence (`им. Пушкина`, but `дано им. Они`). `reference`: a figure or a lone letter follows
 * (`par. 5`, `sect. A`), and where none does the point is a full stop. `numeral`: the same without the letter, for abbreviations that
 * are words too (`No. 5`, but `He said no. I agree.`). `closing`: ends an enumeration, perhaps the sentence too (`etc.`). `date`: the
 * same behind a year or century (`1948 г.`), and `inner` elsewhere (`г. Москва`).
 */
export type AbbreviationRole = 'inner' | 'name' | 'numeral' | 'reference' | 'closing' | 'date'

type Roles = Readonly<Partial<Record<AbbreviationRole, string>>>

/** Taken in every language: names and sources are quoted in their own. Without the last point; points inside stay, spaces inside do not. */
const COMMON: Roles = {
  inner: 'Mr Mrs Ms Dr Prof St Messrs MM Mme Mlle Sr Sra Sres cf e.g i.e viz vs',
  reference:
    'para paras par art arts p pp vol vols chap sect sec fig figs add rev corr doc docs res ed núm núms',
  numeral: 'no nos',
  closing: 'etc al ibid ibíd id op.cit loc.cit',
}

const ABBREVIATIONS: Readonly<Record<UnLanguage, Roles>> = {
  fr: {
    inner: 'M Me Mmes Mlles Mgr Pr Ste Vve c.-à-d p.ex ex av apr',
    reference:
      'al n num ch fasc t tabl ann rés déc rec litt let tit liv éd par parag sous-par coll tél art janv févr avr juil sept oct nov',
    closing: 'env suiv sqq ss cit',
  },
  en: {
    inner: 'Mt Gen Col Lt Capt Sgt Maj Hon Gov Sen Amb Pres Rt v Dem Ave',
    reference:
      'ch tab ann app ref pt n nn subpara subparas subsect cl cls ser Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec dec',
    closing: 'approx ca seq ff Jr Inc Ltd Co Corp a.m p.m a.d b.c Ph.D',
  },
  es: {
    inner:
      'Srta Srs Sras Srtas Dra Dres Dras D Dª Dña Excmo Excma Ilmo Ilma Lic Ing Arq Mons Gral Cnel Sto Sta EE p.ej cfr v.gr Cía',
    reference:
      'pár párr párrs pág págs cap caps secc fig apdo inc ap n nro nº tít ej anex lám t núm disp ene feb abr jun jul ago sept oct nov dic',
    closing: 'aprox Ltda ss sig sigs cit UU a.c d.c',
  },
  ru: {
    inner:
      'т.е т.к т.н т.наз напр например см ср ул просп пл пос дер обл р-н акад проф доц инж гр гос св долл Дж т.ч',
    name: 'им',
    reference: 'ст п пп подп гл разд прил док рез абз рис табл т тт вып стр с сс ч чч кн изд ред',
    closing: 'т.д т.п др пр проч н.э руб тыс млн млрд чел экз',
    date: 'г гг в вв',
  },
  ar: {
    inner: 'د أ أ.د',
    reference: 'ص ص.ص ج ع ف ط',
    closing: 'الخ إلخ ألخ ق.م',
    date: 'م هـ ه',
  },
  zh: {},
}

/** Roles by their abbreviation, the language's own before the common ones. */
type Table = ReadonlyMap<string, AbbreviationRole>

function buildTable(...lists: readonly Roles[]): Table {
  const table = new Map<string, AbbreviationRole>()
  for (const roles of lists)
    for (const role of ['date', 'closing', 'reference', 'numeral', 'name', 'inner'] as const)
      for (const word of roles[role]?.split(' ') ?? []) table.set(word, role)
  return table
}

const COMMON_TABLE = buildTable(COMMON)

const TABLES: Readonly<Record<UnLanguage, Table>> = {
  ar: buildTable(COMMON, ABBREVIATIONS.ar),
  zh: buildTable(COMMON, ABBREVIATIONS.zh),
  en: buildTable(COMMON, ABBREVIATIONS.en),
  fr: buildTable(COMMON, ABBREVIATIONS.fr),
  ru: buildTable(COMMON, ABBREVIATIONS.ru),
  es: buildTable(COMMON, ABBREVIATIONS.es),
}

/**
 * The role of an abbreviation, given without its last point and without spaces (`т.е`, `par`), or null where it is none. Small letters of the
 * table stand for capitals too (`Art` is `art`), but not in one-letter words, since a lone capital is an initial; capitals for themselves alone.
 * Languages outside the six know the common ones alone.
 */
export function abbreviationRole(word: string, language: Language): AbbreviationRole | null {
  const known = unLanguage(language)
  const table = known === null ? COMMON_TABLE : TABLES[known]
  const lower = word.toLowerCase()
  return table.get(word) ?? (word.length > 1 ? table.get(lower) : undefined) ?? null
}
