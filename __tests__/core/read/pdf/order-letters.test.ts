import { orderLetters } from '../../../../core/read/pdf/order-letters'
import { plainLetters } from '../../../../core/read/pdf/plain-letters'
import type { Unit } from '../../../../core/read/pdf/write-row'

const SETTING = { rtl: true, mirrored: true, spaced: true, hanSpaced: false }

/** A right-to-left row as the eye sees it from left to right, put in order. */
function order(seen: string, mirrored = true): string {
  const units = [...seen].map((text): Unit => ({
    text,
    italic: false,
    bold: false,
    raised: false,
    space: text === ' ',
    thin: false,
  }))
  return orderLetters([...units].reverse(), { ...SETTING, mirrored })
    .units.map(({ text }) => text)
    .join('')
}

/** What the eye sees of a logical text whose every letter is right-to-left. */
const turned = (text: string) => [...text].reverse().join('')

describe('letters in the order in which they are read', () => {
  test.each([
    ['words', turned('سلام دائم'), 'سلام دائم'],
    ['a number', `${turned(' دائم')}2030${turned('عام ')}`, 'عام 2030 دائم'],
    ['a symbol', `${turned(' المؤرخ')}73/338${turned('قرارها ')}`, 'قرارها 73/338 المؤرخ'],
    [
      'a symbol with foreign letters',
      `${turned(' المؤرخ')}A/RES/76/299${turned('القرار ')}`,
      'القرار A/RES/76/299 المؤرخ',
    ],
    ['thousands with a space', `${turned(' دولار')}12 500${turned('مبلغ ')}`, 'مبلغ 12 500 دولار'],
    ['a decimal', `${turned(' في المائة')}7.5${turned('نسبة ')}`, 'نسبة 7.5 في المائة'],
    ['years with a dash', `2030-2015${turned('للفترة ')}`, 'للفترة 2015-2030'],
    ['Arabic-Indic figures', `٢٠٣٠${turned('عام ')}`, 'عام ٢٠٣٠'],
    ['brackets that come as they look', `(${turned('المرفق')})`, '(المرفق)'],
    ['two foreign words', `${turned(' التنظيم')}World Bank${turned('مجموعة ')}`, 'مجموعة World Bank التنظيم'],
    ['a bracketed year behind a symbol', `S/RES/1440 (2002)${turned('القرار ')}`, 'القرار S/RES/1440 (2002)'],
    ['a job number without a letter of the script', '22-11873 (A)', '22-11873 (A)'],
    ['a date whose row begins on the right', 'August 2022 1', '1 August 2022'],
  ])('%s', (_, seen, read) => {
    expect(order(seen)).toBe(read)
  })

  test('brackets that come as they are read are left as they are', () => {
    expect(order(`)${turned('المرفق')}(`, false)).toBe('(المرفق)')
  })

  test('an Arabic word in a left-to-right row is turned, the row is not', () => {
    const units = [...`the word ${turned('سلام')} here`].map((text): Unit => ({
      text,
      italic: false,
      bold: false,
      raised: false,
      space: text === ' ',
      thin: false,
    }))
    expect(
      orderLetters(units, { ...SETTING, rtl: false })
        .units.map(({ text }) => text)
        .join(''),
    ).toBe('the word سلام here')
  })
})

describe('plain letters', () => {
  test.each([
    ['ﻻ', 'لا'],
    ['ال', 'لا'],
    ['أل', 'لأ'],
    ['ﺔ', 'ة'],
    ['ﬁ', 'fi'],
    ['⼤', '大'],
    ['⻓', '长'],
    ['é', 'é'],
    ['，', '，'],
  ])('%s is %s', (glyph, text) => {
    expect(plainLetters(glyph).text).toBe(text)
  })
})
