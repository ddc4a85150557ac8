import { stem, stemmer } from '../../../core/text/stem'

/** Forms of one word; all must have one stem. */
const FORMS: readonly (readonly [language: string, forms: string])[] = [
  ['fr', 'droit droits Droits'],
  ['fr', 'État Etat états'],
  ['fr', 'régional régionale régionaux régionales'],
  ['en', 'nation nations Nations nation’s'],
  ['en', 'country countries'],
  ['es', 'nación naciones Naciones'],
  ['es', 'mujer mujeres'],
  ['ru', 'Ассамблея Ассамблеи Ассамблее Ассамблею Ассамблеей Ассамблеею'],
  ['ru', 'право права прав праву правам правом правами правах'],
  ['ru', 'Устав Устава Уставу Уставом Уставе'],
  ['ru', 'беженец беженца беженцы беженцев беженцами'],
  ['ru', 'порядок порядка порядку порядком'],
  ['ru', 'пытки пыток пыткам'],
  ['ar', 'الجمعية والجمعية بالجمعية للجمعية جمعية'],
  ['ar', 'دولة الدولة والدول دول'],
]

test.each(FORMS)('gives one stem in %s to %s', (language, forms) => {
  const stems = forms.split(' ').map((form) => stem(form, language))
  expect(new Set(stems).size).toBe(1)
})

test.each([
  ['fr', 'nation', 'national'],
  ['en', 'peace', 'piece'],
  ['es', 'paz', 'país'],
  ['ru', 'мир', 'мера'],
  ['ar', 'دول', 'دولي'],
  ['zh', '国', '法'],
])('keeps apart in %s %s and %s', (language, one, two) => {
  expect(stem(one, language)).not.toBe(stem(two, language))
})

test('gives the folded word in languages outside the six, and in Chinese', () => {
  expect(stem('Nações', 'pt')).toBe('nações')
  expect(stem('ＵＮ', 'zh')).toBe('un')
  expect(stem('constructor', 'constructor')).toBe('constructor')
})

test('takes a second version of a language, and a regional code, for the language', () => {
  expect(stem('droits', 'fr-2')).toBe(stem('droits', 'fr'))
  expect(stem('Nations', 'en-GB')).toBe(stem('nation', 'en'))
})

test('answers the same whatever was asked before', () => {
  const words = 'Ассамблея мир пытки устав права'.split(' ')
  const once = words.map(stemmer('ru'))
  const again = [...words].reverse().map(stemmer('ru')).reverse()
  expect(again).toEqual(once)
})
