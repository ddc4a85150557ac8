import { readTermTable, TermTableError } from '../../../core/terms/read-term-table'

const HEAD = 'id\tfield\tfr\ten'

test('reads concepts with preferred, admitted and exact wordings', () => {
  expect(readTermTable(`${HEAD}\nun\torgan\tNations Unies | =ONU\tUnited Nations|=UN\n`)).toEqual([
    {
      id: 'un',
      field: 'organ',
      terms: {
        fr: [
          { wording: 'Nations Unies', status: 'preferred', match: 'inflected' },
          { wording: 'ONU', status: 'admitted', match: 'exact' },
        ],
        en: [
          { wording: 'United Nations', status: 'preferred', match: 'inflected' },
          { wording: 'UN', status: 'admitted', match: 'exact' },
        ],
      },
    },
  ])
})

test('reads the signs for formal names, adjectives, superseded and weak wordings, alone and together', () => {
  const [concept] = readTermTable(
    `${HEAD}\nke\tcountry\tKenya | -kényan | +République du Kenya | ~Afrique orientale | ?américain\t=Kenya | +=Republic of Kenya | ~=Old | ?-Kenyan\n`,
  )
  expect(concept!.terms).toEqual({
    fr: [
      { wording: 'Kenya', status: 'preferred', match: 'inflected' },
      { wording: 'kényan', status: 'admitted', match: 'inflected', partOfSpeech: 'adjective' },
      { wording: 'République du Kenya', status: 'admitted', match: 'inflected', note: 'formal' },
      { wording: 'Afrique orientale', status: 'deprecated', match: 'inflected' },
      { wording: 'américain', status: 'admitted', match: 'inflected', weak: true },
    ],
    en: [
      { wording: 'Kenya', status: 'preferred', match: 'exact' },
      { wording: 'Republic of Kenya', status: 'admitted', match: 'exact', note: 'formal' },
      { wording: 'Old', status: 'deprecated', match: 'exact' },
      { wording: 'Kenyan', status: 'admitted', match: 'inflected', weak: true, partOfSpeech: 'adjective' },
    ],
  })
})

test('accepts a byte order mark, CRLF, empty lines and empty cells', () => {
  const base = readTermTable(`\ufeff${HEAD}\r\n\r\nun\torgan\tNations Unies\t\r\n`)
  expect(base.map(({ id, terms }) => [id, terms.en])).toEqual([['un', []]])
})

test.each([
  ['no columns', '', 1],
  ['an unknown first column', 'term\tfield\tfr', 1],
  ['a column twice', 'id\tfield\tfr\tfr', 1],
  ['too few cells', `${HEAD}\na\tb\tc`, 2],
  ['too many cells', `${HEAD}\na\tb\tc\td\te`, 2],
  ['an empty id', `${HEAD}\na\tb\tc\td\n\tb\tc\td`, 3],
  ['an id twice', `${HEAD}\na\tb\tc\td\n\na\tb\tc\td`, 4],
  ['an empty wording among others', `${HEAD}\na\tb\tc | | d\te`, 2],
  ['an exact wording without letters', `${HEAD}\na\tb\t=\te`, 2],
])('refuses %s with the line', (_, table, line) => {
  expect(() => readTermTable(table)).toThrow(TermTableError)
  expect(() => readTermTable(table)).toThrow(expect.objectContaining({ line }))
})
