import { chooseLocale, isLocale } from '../../i18n/choose-locale'
import { formatDate } from '../../i18n/format-date'
import { languageName } from '../../i18n/language-names'
import { makeTranslator } from '../../i18n/translator'

describe('chooseLocale', () => {
  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de,ru;q=0.5,en;q=0.4', 'ru'],
    ['en;q=0.3, ar-EG;q=0.7', 'ar'],
    ['zh-Hant', 'zh'],
    ['es;q=0, de', 'en'],
    ['de, it', 'en'],
    ['', 'en'],
  ])('“%s” asks for %s', (header, locale) => {
    expect(chooseLocale(header)).toBe(locale)
  })
})

describe('isLocale', () => {
  it.each([
    ['fr', true],
    ['FR', false],
    ['fr-FR', false],
    ['de', false],
    ['', false],
  ])('%s: %s', (part, answer) => {
    expect(isLocale(part)).toBe(answer)
  })
})

describe('formatDate', () => {
  it.each([
    ['2022-07-28', 'fr', '28 juillet 2022'],
    ['2022-07-28', 'en', '28 July 2022'],
    ['2022-07-28', 'zh', '2022年7月28日'],
    ['2022-07-28', 'ar', '28 تموز/يوليه 2022'],
    ['2019-09-02', 'ar', '2 أيلول/سبتمبر 2019'],
    ['2019-12', 'ar', 'كانون الأول/ديسمبر 2019'],
    ['2022-07-28', 'ru', '28 июля 2022\u00a0года'],
    ['2022-13', 'ar', '2022-13'],
    ['2019-09', 'es', 'septiembre de 2019'],
    ['soon', 'en', 'soon'],
  ] as const)('%s in %s is %s', (iso, locale, text) => {
    expect(formatDate(iso, locale)).toBe(text)
  })
})

describe('languageName', () => {
  it.each([
    ['fr', 'French'],
    ['fr-2', 'French (2)'],
    ['pt', 'pt'],
    ['pt-BR', 'pt-BR'],
  ])('%s is %s', (language, name) => {
    expect(languageName(language, makeTranslator('en'))).toBe(name)
  })
})

describe('plural forms', () => {
  it.each([
    ['ar', [0, 1, 2, 3, 11, 100], ['لا نصوص', 'نص واحد', 'نصان', '3 نصوص', '11 نصا', '100 نص']],
    ['ru', [1, 3, 5, 21], ['1 версия', '3 версии', '5 версий', '21 версия']],
    ['en', [1, 6], ['1 version', '6 versions']],
    ['fr', [0, 1, 2], ['0 version', '1 version', '2 versions']],
    ['zh', [1, 6], ['1 个文本', '6 个文本']],
  ] as const)('of %s', (locale, counts, texts) => {
    const t = makeTranslator(locale)
    expect(counts.map((count) => t('list.versions', { count }))).toEqual(texts)
  })
})
