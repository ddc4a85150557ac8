import type { Language } from '../../core/model'

/** Words that the seeded errors change, written apart from the tables of the checks, so that neither can hide the other's faults. */

/** A pattern in a version's text and what is put in its place. */
export interface Swap {
  readonly from: RegExp
  readonly to: string
}

const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu')

/** What makes a sentence of the pivot say that something is not so: a verb's negation, not a word that only means one. */
export const PIVOT_NEGATION = /(?<![\p{L}\p{N}])(?:ne(?![\p{L}\p{N}])|n[’'])/u

/** A modal verb of the pivot. */
export const PIVOT_MODAL =
  /(?<![\p{L}\p{N}])(?:doit|doivent|devra|devront|devrait|devraient|peut|peuvent|pourra|pourront|pourrait|pourraient)(?![\p{L}\p{N}])/u

/** How each language takes a negation back. */
export const NEGATIONS: Readonly<Record<Language, readonly Swap[]>> = {
  en: [
    { from: word('cannot'), to: 'can' },
    { from: word('not(?! only)'), to: '' },
    { from: word('never'), to: 'always' },
  ],
  es: [{ from: word('no(?= \\p{L})'), to: '' }],
  ru: [{ from: word('не(?! только)'), to: '' }],
  ar: [{ from: word('(?:لا|لم|لن)'), to: '' }],
  zh: [
    { from: /不得/gu, to: '得' },
    { from: /没有/gu, to: '有' },
    { from: /不(?=能|应|可|会|是|应当)/gu, to: '' },
    { from: /(?:从未|未)(?=能|有|得|经)/gu, to: '已' },
  ],
}

/** How each language makes a duty of a permission, and a permission or advice of a duty. */
export const MODALS: Readonly<Record<Language, readonly Swap[]>> = {
  en: [
    { from: word('may(?! not)(?= \\p{Ll})'), to: 'shall' },
    { from: word('should(?! not)(?= \\p{Ll})'), to: 'may' },
    { from: word('(?:must|shall)(?! not)(?= \\p{Ll})'), to: 'may' },
  ],
  es: [
    { from: word('(?<!no )puede'), to: 'debe' },
    { from: word('(?<!no )pueden'), to: 'deben' },
    { from: word('(?<!no )podrá'), to: 'deberá' },
    { from: word('(?<!no )podrán'), to: 'deberán' },
    { from: word('(?<!no )(?:debe|deberá)'), to: 'puede' },
    { from: word('(?<!no )(?:deben|deberán)'), to: 'pueden' },
    { from: word('(?<!no )debería'), to: 'puede' },
    { from: word('(?<!no )deberían'), to: 'pueden' },
  ],
  ru: [
    { from: word('(?<!не )может'), to: 'должен' },
    { from: word('(?<!не )могут'), to: 'должны' },
    { from: word('(?<!не )должн[аоы]?'), to: 'могут' },
    { from: word('(?<!не )должен'), to: 'может' },
    { from: word('(?<!не )следует'), to: 'можно' },
  ],
  ar: [
    { from: word('(?<!لا )يجوز'), to: 'يجب' },
    { from: word('(?<!لا )يمكن'), to: 'يجب' },
    { from: word('(?<!لا )يجب'), to: 'يجوز' },
    { from: word('(?<!لا )ينبغي'), to: 'يجوز' },
  ],
  zh: [
    { from: /可以/gu, to: '必须' },
    { from: /必须/gu, to: '可以' },
    { from: /(?<![不])应当/gu, to: '可以' },
    { from: /(?<![\p{L}]不|[相反响适供回对])应(?![对用急付邀当])/gu, to: '可' },
  ],
}

/** Months as they stand in a date, January first. In Chinese the figure before 月. */
export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  ar: [
    'كانون الثاني/يناير',
    'شباط/فبراير',
    'آذار/مارس',
    'نيسان/أبريل',
    'أيار/مايو',
    'حزيران/يونيه',
    'تموز/يوليه',
    'آب/أغسطس',
    'أيلول/سبتمبر',
    'تشرين الأول/أكتوبر',
    'تشرين الثاني/نوفمبر',
    'كانون الأول/ديسمبر',
  ],
  zh: Array.from({ length: 12 }, (_, k) => `${k + 1}月`),
}
