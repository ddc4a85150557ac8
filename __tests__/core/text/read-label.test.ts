import { readLabel } from '../../../core/text/read-label'

/** What a label is, in small notation: style, shape, ordinal, then what is printed; other readings behind. */
function notation(text: string, language: string): string {
  const label = readLabel(text, language)
  if (label === null) return '-'
  const others = label.otherReadings.map(({ style, ordinal }) => ` or ${style} ${ordinal}`).join('')
  return `${label.style} ${label.shape} ${label.ordinal} <${label.label}> ${text.slice(label.length)}${others}`
}

describe('readLabel', () => {
  it.each([
    ['fr', '1. Proclame', 'number point 1 <1.> Proclame'],
    ['fr', '10. Décide', 'number point 10 <10.> Décide'],
    ['fr', '10.\u00a0Décide', 'number point 10 <10.> Décide'],
    ['ar', '1 - تعلن', 'number dash 1 <1 -> تعلن'],
    ['ar', '12- تعلن', 'number dash 12 <12-> تعلن'],
    ['ar', '٣ - تعلن', 'number dash 3 <٣ -> تعلن'],
    ['zh', '1.决定', 'number point 1 <1.> 决定'],
    ['zh', '１．决定', 'number point 1 <１．> 决定'],
    ['zh', '一、会员国', 'number point 1 <一、> 会员国'],
    ['zh', '十二、会员国', 'number point 12 <十二、> 会员国'],
    ['en', '(a) To', 'letter brackets 1 <(a)> To'],
    ['zh', '（b）设立', 'letter brackets 2 <（b）> 设立'],
    ['fr', 'c) De', 'letter half 3 <c)> De or roman 100'],
    ['fr', 'b. De', 'letter point 2 <b.> De'],
    ['en', '(i) By', 'letter brackets 9 <(i)> By or roman 1'],
    ['en', '(iv) By', 'roman brackets 4 <(iv)> By'],
    ['en', '(aa) To', 'letter brackets 27 <(aa)> To'],
    ['ru', 'а) принять', 'letter half 1 <а)> принять or letter 1'],
    ['ru', 'г) принять', 'letter half 4 <г)> принять'],
    ['ru', 'и) принять', 'letter half 9 <и)> принять'],
    ['ru', 'к) принять', 'letter half 10 <к)> принять or letter 11'],
    ['ru', 'c) принять', 'letter half 3 <c)> принять or letter 17 or roman 100'],
    ['ar', '(أ) أن', 'letter brackets 1 <(أ)> أن'],
    ['ar', '(د) أن', 'letter brackets 4 <(د)> أن'],
    ['ar', '(هـ) أن', 'letter brackets 5 <(هـ)> أن'],
    ['ar', '(ط) أن', 'letter brackets 9 <(ط)> أن'],
    ['ar', 'ب) أن', 'letter half 2 <ب)> أن'],
    ['ar', "'2' أن", "roman quotes 2 <'2'> أن"],
    ['zh', '(三) 设立', 'han brackets 3 <(三)> 设立'],
    ['zh', '㈡设立', 'han single 2 <㈡> 设立'],
    ['zh', '(丑) 设立', 'letter brackets 2 <(丑)> 设立'],
    ['en', 'B. Means', 'capital point 2 <B.> Means'],
    ['en', 'IV. Means', 'capital-roman point 4 <IV.> Means'],
    ['en', '7.', 'number point 7 <7.> '],
  ])('%s: %s', (language, text, expected) => {
    expect(notation(text, language)).toBe(expected)
  })

  it.each([
    '3.5 millions',
    '2022. Puis',
    '76/299. Zone',
    '22-11873 (F)',
    '28 juillet 2022',
    '3 - 5 ans',
    'e.g. this',
    '(mix) of',
    '(et) puis',
    '¹ Voir',
    'Article 1',
    '',
    '(',
    '0. Rien',
  ])('finds none in: %s', (text) => {
    expect(notation(text, 'fr')).toBe('-')
  })
})
