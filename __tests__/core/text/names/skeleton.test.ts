import { skeleton } from '../../../../core/text/names/skeleton'

test.each([
  'Guterres Guterres Guterres Гутерриш غوتيريش',
  'Guatemala Guatemala Guatemala Гватемала غواتيمالا',
  'Kazakhstan Kazakhstan Kazajistán Казахстан كازاخستان',
  'Tashkent Tachkent Taskent Ташкент طشقند',
  'Burkina Burkina Burkina Буркина بوركينا',
  'Nicaragua Nicaragua Nicaragua Никарагуа نيكاراغوا',
  'Singapore Singapour Singapur Сингапур سنغافورة',
  'Nagasaki Nagasaki Nagasaki Нагасаки ناغازاكي',
  'Madagascar Madagascar Madagascar Мадагаскар مدغشقر',
  'Colombo Colombo Colombo Коломбо كولومبو',
  'UNESCO UNESCO UNESCO ЮНЕСКО يونسكو',
])('one name has one skeleton in en, fr, es, ru and ar: %s', (row) => {
  const skeletons = row.split(' ').map(skeleton)
  expect(new Set(skeletons).size).toBe(1)
  expect(skeletons[0]?.length).toBeGreaterThanOrEqual(3)
})

test.each([
  ['Azerbaïdjan', 'srpsn'],
  ['Çelik', 'slk'],
  ['Xavier', 'kspr'],
  ['Łódź', 'ls'],
  ['مُحَمَّد', 'mt'],
  ['纽约', ''],
  ['2030', ''],
  ['', ''],
])('%s → %s', (word, expected) => {
  expect(skeleton(word)).toBe(expected)
})
