import { fold } from '../../../core/text/fold'
import { pick, seeded } from '../../support/random'

test.each([
  ['case', 'Assemblée Générale', 'assemblée générale'],
  ['both apostrophes', 'l’État', "l'état"],
  ['no-break spaces', 'Nations\u00a0Unies\u202f;', 'nations unies ;'],
  ['full-width forms', 'Ａ／ＲＥＳ（７６）', 'a/res(76)'],
  ['decomposed accents', 'E\u0301tat', 'état'],
  ['hyphens that look alike', 'eux\u2010mêmes non\u2011violence', 'eux-mêmes non-violence'],
  ['soft hyphens', 'déve\u00adloppement', 'développement'],
  ['Arabic vowel marks and tatweel', 'مُثُــل', 'مثل'],
  ['alef and hamza', 'الأمم الإنسان آسيا مسؤول مبادئ', 'الامم الانسان اسيا مسوول مبادي'],
  ['taa marbuta and alef maqsura', 'الجمعية على', 'الجمعيه علي'],
  ['ё', 'Её', 'ее'],
  ['Arabic-Indic digits', '٧٦/۲۹۹', '76/299'],
])('makes %s compare as equal', (_, written, folded) => {
  expect(fold(written)).toBe(folded)
})

test('keeps accents, which tell words apart', () => {
  expect(fold('côté')).not.toBe(fold('cote'))
})

test('is the same when done twice', () => {
  const random = seeded(3)
  const letters = [...'aÉ’ ’\u00a0ڭأؤئىةـ\u064bЁ７（）第ﻻ\u00adß\u0130']
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 8 }, () => letters[pick(random, letters.length)]!).join('')
    expect(fold(fold(text))).toBe(fold(text))
  }
})
