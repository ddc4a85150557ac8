import { readOrdinalWords } from '../../../core/text/read-ordinal-words'

describe('readOrdinalWords', () => {
  it.each([
    ['Soixante-seizième session', 76],
    ['Soixante-dix-septième session', 77],
    ['Quatre-vingtième session', 80],
    ['Quatre-vingt-onzième session', 91],
    ['Trente et unième session', 31],
    ['Première session', 1],
    ['Seventy-sixth session', 76],
    ['Fifteenth session', 15],
    ['Tenth emergency special session', 10],
    ['Septuagésimo sexto período de sesiones', 76],
    ['Vigesimoprimer período de sesiones', 21],
    ['Семьдесят шестая сессия', 76],
    ['Восьмидесятая сессия', 80],
    ['Двадцать первая сессия', 21],
    ['الدورة السادسة والسبعون', 76],
    ['الدورة الثمانون', 80],
    ['第七十六届会议', 76],
    ['第80届会议', 80],
    ['78th session', 78],
    ['الدورة ٧٨', 78],
    ['Session ordinaire', null],
    ['', null],
  ])('%s → %s', (text, expected) => {
    expect(readOrdinalWords(text)).toBe(expected)
  })
})
