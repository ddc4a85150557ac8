import { compareRows } from '../../../support/compare-rows'

const FRENCH = [
  'Le thème « Bâtir des ponts ».',
  'La campagne « Semer ensemble ».',
  'Le plan « Vivre en paix ».',
]

/** What three languages make of the three rows above. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  ar: ['موضوع ”بناء الجسور“.', 'حملة ”لنزرع معا“.', 'خطة ”العيش بسلام“.'],
  zh: ['主题“搭建桥梁”。', '“共同播种”运动。', '《和平生活》计划。'],
  en: ['The theme “Building bridges”.', 'The campaign "Sowing together".', 'The plan ‘Living in peace’.'],
  ru: ['Тема «Строить мосты».', 'Кампания „Сеять вместе“.', 'План «Жить в мире».'],
  es: ['El tema “Tender puentes”.', 'La campaña «Sembrar juntos».', 'El plan “Vivir en paz”.'],
}

const rulesOf = (french: readonly string[], language: string, other: readonly string[]) =>
  compareRows(french, language, other, ['quotation']).map(
    (one) => `${one.rule} ${one.severity} ${one.expected ?? one.found}`,
  )

test.each(Object.entries(KEPT))('%s: quotation marks of any kind answer each other', (language, other) => {
  expect(rulesOf(FRENCH, language, other)).toEqual([])
})

test.each([
  ['ar', 'موضوع متحدون في التنوع.'],
  ['zh', '主题是在多样性中团结。'],
  ['en', 'The theme of unity in diversity.'],
  ['ru', 'Тема единства в многообразии.'],
  ['es', 'El tema de la unidad en la diversidad.'],
])('%s: a pair that keeps its marks is warned where one is lost', (language, plain) => {
  expect(
    rulesOf([...FRENCH, 'Le thème « Unis dans la diversité ».'], language, [...KEPT[language]!, plain]),
  ).toEqual(['absent warning « Unis dans la diversité »'])
})

test('a lost quotation is only told where nothing shows that the pair keeps them', () => {
  expect(rulesOf(['Le thème « Unis dans la diversité ».'], 'en', ['The theme of unity.'])).toEqual([
    'absent info « Unis dans la diversité »',
  ])
})

test('a single quoted word and a Chinese title ask for nothing', () => {
  expect(rulesOf(['Le mot « paix ».', 'La Charte.'], 'zh', ['和平一词。', '《联合国宪章》。'])).toEqual([])
})

test('marks that do not pair are told in the version that has them, and not in both', () => {
  expect(
    rulesOf(['Le thème « Unis dans la diversité ».'], 'en', ['The theme “United in diversity.']),
  ).toEqual(['unpaired warning “'])
  expect(rulesOf(['Il dit : « nous irons'], 'en', ['He said: “we shall go'])).toEqual([])
})
