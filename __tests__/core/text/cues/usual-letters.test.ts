import { isUsual, usualOnly } from '../../../../core/text/cues/usual-letters'
import { findCues } from '../../../../core/text/find-cues'

test.each([
  ['doit', 'L’État doit, où qu’il soit — 3º.', true],
  ['обязаны', 'Государства № 5 обязаны…', true],
  ['يجب', 'يَجِبُ على الدول ٣', true],
  ['不得', '各国不得“拒绝”（三）。', true],
  ['a letter of another script', 'Η Ελλάδα', false],
  ['outside the basic plane', '𠀀 does', false],
  ['nothing', '', true],
])('%s', (_, text, expected) => {
  expect(isUsual(text)).toBe(expected)
})

test('a cut class says of every character of a usual text what the whole one says', () => {
  for (const source of ['\\p{L}', '[\\p{L}\\p{N}]', '[^\\p{L}-]', '[\\p{N}一二]']) {
    const [whole, cut] = [new RegExp(source, 'u'), new RegExp(usualOnly(source), 'u')]
    for (let code = 0; code < 0x10000; code += 1) {
      const sign = String.fromCharCode(code)
      if (isUsual(sign) && whole.test(sign) !== cut.test(sign)) throw new Error(`${source} ${code}`)
    }
  }
})

test('letters of other scripts still belong to their word', () => {
  // The Greek letter makes another word of it; where it is not known as one, `must` stands alone.
  expect(findCues('States must', 'en')).toHaveLength(1)
  expect(findCues('States mustα and αmust', 'en')).toEqual([])
  expect(findCues('Ελλάδα: States must', 'en')).toHaveLength(1)
})
