import { compareRows, namesOnly } from '../../../support/compare-rows'

const KNOWLEDGE = namesOnly(
  [
    'ke country كينيا|+جمهورية~كينيا 肯尼亚|+肯尼亚共和国 Kenya|-Kenyan|+Republic~of~Kenya Kenya|-kényan|+République~du~Kenya Кения|-кенийский|+Республика~Кения Kenia|-keniano|+República~de~Kenia',
    'cu country كوبا 古巴 Cuba|-Cuban Cuba|-cubain Куба Cuba|-cubano',
    'sz country إسواتيني|~سوازيلند 斯威士兰 Eswatini|~Swaziland Eswatini|~Swaziland Эсватини|~Свазиленд Eswatini|~Swazilandia',
    'ge city جنيف 日内瓦 Geneva Genève Женева Ginebra',
  ]
    .map((line) => line.replaceAll(' ', '\t').replaceAll(/(?<=\p{L})~(?=\p{L})/gu, ' '))
    .join('\n'),
)

const rulesOf = (french: string, language: string, other: string) =>
  compareRows([french], language, [other], ['country-name', 'name'], KNOWLEDGE)
    .map(({ code, rule, severity }) => `${code}/${rule} ${severity}`)
    .join()

test.each([
  ['en', 'le Gouvernement du Kenya', 'the Government of Kenya', ''],
  ['en', 'le Gouvernement kényan', 'the Government of Kenya', ''],
  ['ru', 'le Gouvernement du Kenya', 'правительство Кубы', 'country-name/other-country warning'],
  ['ar', 'le Gouvernement du Kenya', 'حكومة كوبا', 'country-name/other-country warning'],
  ['zh', 'le Gouvernement du Kenya', '古巴政府', 'country-name/other-country warning'],
  ['es', 'le Gouvernement du Kenya', 'el Gobierno de Cuba', 'country-name/other-country warning'],
  ['en', 'le Gouvernement cubain', 'our Government', 'country-name/absent info'],
  ['en', 'le Gouvernement cubain', 'the Government of Kenya', 'country-name/other-country warning'],
  ['en', 'le Gouvernement du Kenya', 'our Government', 'country-name/absent info'],
  ['en', 'notre gouvernement', 'the Government of Kenya', 'country-name/extra info'],
  ['en', 'Cuba et le Kenya', 'Cuba', 'country-name/absent warning'],
  ['en', 'la réunion de Genève', 'the meeting', 'name/absent info'],
  ['en', 'la République du Kenya', 'the Republic of Kenya', ''],
  ['en', 'la République du Kenya', 'Kenya', 'country-name/short-for-formal info'],
  ['ru', 'le Kenya', 'Республики Кения', 'country-name/short-for-formal info'],
  ['zh', 'le Kenya', '肯尼亚共和国', 'country-name/short-for-formal info'],
  ['ar', 'la République du Kenya', 'كينيا', 'country-name/short-for-formal info'],
  ['es', 'la République du Kenya', 'Kenia', 'country-name/short-for-formal info'],
  ['en', 'l’Eswatini', 'Swaziland', 'country-name/superseded warning'],
  ['ar', 'l’Eswatini', 'سوازيلند', 'country-name/superseded warning'],
  ['ru', 'l’Eswatini', 'Свазиленд', 'country-name/superseded warning'],
  ['es', 'le Swaziland', 'Eswatini', 'country-name/superseded warning'],
  ['en', 'le Swaziland', 'Swaziland', 'country-name/superseded info'],
  ['zh', 'le Swaziland', '斯威士兰', 'country-name/superseded info'],
])('%s: « %s » and “%s” differ in [%s]', (language, french, other, expected) => {
  expect(rulesOf(french, language, other)).toBe(expected)
})

test('a superseded name is told with the present one', () => {
  const [finding] = compareRows(['l’Eswatini'], 'en', ['Swaziland'], ['country-name'], KNOWLEDGE)
  expect(finding).toMatchObject({
    concept: 'sz',
    matched: 'Swaziland',
    sought: ['Eswatini'],
    confidence: 0.7,
  })
})

test('a name inside a term of the term base is the business of the terms', () => {
  const terms = namesOnly('cv\tlaw\tx\tx\tGeneva Convention\tConvention de Genève\tx\tx').names.map(
    (one) => ({
      ...one,
      terms: { en: one.terms.en!, fr: one.terms.fr! },
    }),
  )
  expect(
    compareRows(['la Convention de Genève'], 'en', ['the treaty'], ['name'], { ...KNOWLEDGE, terms }),
  ).toEqual([])
})
