import type { Knowledge } from '../../../../core/model'
import { readTermTable } from '../../../../core/terms/read-term-table'
import { compareRows } from '../../../support/compare-rows'

/** What the check of two sentences finds, as `number/absent`. */
const codesOf = (french: string, language: string, other: string): readonly string[] =>
  compareRows([french], language, [other], ['number', 'date', 'symbol']).map(
    ({ code, rule }) => `${code}/${rule}`,
  )

test.each([
  ['en', 'le 30 décembre 1975', 'on December 30 , 1975', ''],
  ['en', 'le 30 décembre 1975', 'on December 31 , 1975', 'date/changed number/extra'],
  ['en', 'le 29 avril de l’an dernier', 'on April 29 of last year', ''],
  ['en', 'le 28 avril de l’an dernier', 'on April 29 of last year', 'date/absent number/extra'],
  ['zh', 'le vingt-six juin mil neuf cent quarante-cinq', '一千九百四十五年六月二十六日', ''],
  [
    'zh',
    'le vingt-six juin mil neuf cent quarante-six',
    '一千九百四十五年六月二十六日',
    'date/changed number/absent',
  ],
  ['ar', 'en l’année mil neuf cent quarante-cinq', 'في حزيران/يونيه 1945', ''],
  ['en', 'une somme de 25,000 dollars', 'a sum of $25,000', ''],
  ['en', 'une somme de 25,000 dollars', 'a sum of $26,000', 'number/changed'],
  ['es', 'une somme de 1,122,000 dollars', 'una suma de 1.122.000 dólares', ''],
  ['ru', 'au taux de 25,125', 'по ставке 25,125', ''],
  ['en', 'dans les années 60', 'in the 1960s', ''],
  ['en', 'dans les années 60', 'in the 1970s', 'number/changed'],
  ['zh', 'au paragraphe 1 de l’Article 35', '第三十五条第一项', ''],
  ['zh', 'au paragraphe 2 de l’Article 35', '第三十五条第一项', 'number/changed'],
  ['ar', 'au paragraphe 2 de l’Article 35', 'الفقرة الثانية من المادة 35', ''],
  ['ar', 'au paragraphe 1 de l’Article 35', 'الفقرة الثانية من المادة 35', 'number/changed'],
])('%s: « %s » and “%s” differ in [%s]', (language, french, other, expected) => {
  expect([...codesOf(french, language, other)].sort()).toEqual(
    expected === '' ? [] : expected.split(' ').sort(),
  )
})

const COMMITTEES: Knowledge = {
  terms: readTermTable(
    'id\tfield\tar\tzh\ten\tfr\tru\tes\n' +
      'fourth\torgans\tاللجنة الرابعة\t第四委员会\tFourth Committee\tQuatrième Commission\tЧетвертый комитет\tCuarta Comisión',
  ),
  lexicon: [],
  names: [],
}

test.each([
  ['en', 'The General Assembly decides.', 'The Fourth Committee decides.'],
  ['es', 'La Asamblea General decide.', 'La Cuarta Comisión decide.'],
  ['ru', 'Генеральная Ассамблея постановляет.', 'Четвертый комитет постановляет.'],
  ['ar', 'تقرر الجمعية العامة.', 'تقرر اللجنة الرابعة.'],
  ['zh', '大会决定。', '第四委员会决定。'],
])('%s: a number word inside a term is the term check’s affair', (language, other, same) => {
  const codes = (french: string, text: string) =>
    compareRows([french], language, [text], ['number'], COMMITTEES).map(({ rule }) => rule)
  const french = 'La Quatrième Commission décide.'
  expect(codes(french, other)).toEqual([])
  expect(codes(french, same)).toEqual([])
  expect(codes('L’Assemblée générale décide.', same)).toEqual([])
  expect(codesOf(french, language, other)).toEqual(['number/absent'])
})
