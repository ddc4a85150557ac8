import { paragraphDirection } from '../../../core/text/paragraph-direction'

test.each([
  ['Distr.: General', 'rtl', 'ltr'],
  ['1 August 2022', 'rtl', 'ltr'],
  ['في 28 تموز/يوليه 2022', 'rtl', 'rtl'],
  ['قرار A/RES/76/299', 'rtl', 'rtl'],
  ['2022', 'rtl', 'rtl'],
  ['', 'rtl', 'rtl'],
  ['Décide', 'ltr', 'ltr'],
  ['决定', 'ltr', 'ltr'],
] as const)('%j in a column that runs %s is read %s', (text, column, expected) => {
  expect(paragraphDirection(text, column)).toBe(expected)
})
