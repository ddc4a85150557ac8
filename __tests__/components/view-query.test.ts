import { readCodes, readVersions, writeQuery } from '../../components/ReadingView/view-query'
import { UN_LANGUAGES } from '../../core/model'

describe('readVersions', () => {
  it.each([
    ['fr,en', ['fr', 'en']],
    ['ar,zh,en,fr,ru,es', ['ar', 'zh', 'en', 'fr', 'ru', 'es']],
    ['en,fr,en', ['en', 'fr']],
    [' fr , ru ', ['fr', 'ru']],
    ['fr,xx', null],
    ['FR', null],
  ])('“%s” asks for %j', (v, expected) => {
    expect(readVersions(v, 'en', UN_LANGUAGES)).toEqual(expected)
  })

  it.each([
    ['fr', ['fr', 'en']],
    ['ru', ['fr', 'ru']],
    ['en', ['fr', 'en']],
  ] as const)('without v a %s reader gets %j', (locale, expected) => {
    expect(readVersions(undefined, locale, UN_LANGUAGES)).toEqual(expected)
    expect(readVersions('', locale, UN_LANGUAGES)).toEqual(expected)
  })

  it('without v it takes only what the resolution has', () => {
    expect(readVersions(undefined, 'ru', ['en', 'fr'])).toEqual(['fr'])
    expect(readVersions(undefined, 'ru', ['es', 'en', 'zh'])).toEqual(['es', 'en'])
  })

  it('reads v given several times', () => {
    expect(readVersions(['fr', 'en,ar'], 'en', [])).toEqual(['fr', 'en', 'ar'])
  })
})

describe('readCodes', () => {
  it.each([
    ['date,number', ['number', 'date']],
    ['nonsense,gap', ['gap']],
    ['', []],
    [undefined, []],
  ])('%j', (codes, expected) => {
    expect(readCodes(codes)).toEqual(expected)
  })
})

describe('writeQuery', () => {
  it.each([
    [{ v: 'fr,en', codes: [] }, '?v=fr,en'],
    [{ v: ['fr', 'en'], codes: 'gap' }, '?v=fr,en&codes=gap'],
    [{ a: 'x&y=z' }, '?a=x%26y%3Dz'],
    [{}, ''],
  ])('%j is %s', (values, expected) => {
    expect(writeQuery(values)).toBe(expected)
  })
})
