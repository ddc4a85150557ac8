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

/** A permission of the pivot. */
export const PIVOT_MODAL = /(?<![\p{L}\p{N}]|ne |n[’'])(?:peut|peuvent|pourra|pourront)(?![\p{L}\p{N}])/u

/** How each language takes a negation back. */
export const NEGATIONS: Readonly<Record<Language, readonly Swap[]>> = {
  en: [
    { from: word('cannot'), to: 'can' },
    { from: word('not(?! only)'), to: '' },
    { from: word('never'), to: 'always' },
  ],
  es: [
    {
      from: word(
        'no(?= \\p{L})(?! (?:autónom|permanente|gubernamental|discriminat|violen|proliferac|oficial|alinead|más |menos |sólo |solo )\\p{L}*)',
      ),
      to: '',
    },
  ],
  ru: [
    {
      from: word(
        'не(?! (?:только|позднее|позже|старше|моложе|более|менее|выше|ниже|реже)|[\\s\\u00a0]\\p{L}+(?:щ|вш)\\p{L}+)',
      ),
      to: '',
    },
  ],
  // Not `still`, `at least` and `reunion`, which deny nothing.
  ar: [{ from: word('(?:لا|لم|لن)(?! (?:[يت]زال|[يت]قل|سيما|بد|شمل)\\p{L}*)'), to: '' }],
  zh: [
    // 迫不得已 is a word of its own.
    { from: /不得(?!已)/gu, to: '得' },
    { from: /没有/gu, to: '有' },
    { from: /不(?=能|应|可|会|是|应当)/gu, to: '' },
    { from: /(?:从未|未)(?=能|有|得|经)/gu, to: '已' },
  ],
}

/** How each language makes a duty of a permission. Behind a denial "may" and "shall" say the same, so those are left alone. */
export const MODALS: Readonly<Record<Language, readonly Swap[]>> = {
  en: [{ from: word('may(?! not| in no| never)(?= \\p{Ll})'), to: 'shall' }],
  es: [
    { from: word('(?<!no )puede'), to: 'debe' },
    { from: word('(?<!no )pueden'), to: 'deben' },
    { from: word('(?<!no )podrá'), to: 'deberá' },
    { from: word('(?<!no )podrán'), to: 'deberán' },
  ],
  ru: [
    { from: word('(?<!не )может'), to: 'должен' },
    { from: word('(?<!не )могут'), to: 'должны' },
    { from: word('(?<!не )уполномочивается'), to: 'обязан' },
  ],
  ar: [
    { from: word('(?<!لا )(?:يجوز|تجوز)'), to: 'يجب' },
    { from: word('(?<!لا )(?:يمكن|تمكن)'), to: 'يجب' },
  ],
  zh: [
    { from: /可以/gu, to: '必须' },
    { from: /(?<![不\p{L}]不|[许认宁])可(?![能以持靠行耻侵分怕见喜贵信比再预操])/gu, to: '必须' },
    { from: /(?<![获取使觉值难懂晓免变求不])得(?![到以])/gu, to: '应' },
  ],
}

/** A denial in the clause before a modal. */
export const DENIED: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:no|not|nothing|none|never|neither|nor)(?!\p{L})[^.;]*$/iu,
  es: /(?<!\p{L})(?:no|nada|nadie|ning\p{L}+|nunca|jamás|ni)(?!\p{L})[^.;]*$/iu,
  ru: /(?<!\p{L})(?:не|ни|никто|ничто|никак\p{L}*)(?!\p{L})[^.;]*$/iu,
  ar: /(?<!\p{L})و?(?:لا|لم|لن|ليس|ألا)(?!\p{L})[^.؛]*$/u,
  zh: /[不无没未非勿][^。；]*$/u,
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
