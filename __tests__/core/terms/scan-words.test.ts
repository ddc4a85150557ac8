import { UN_LANGUAGES } from '../../../core/model'
import { COMMA, CUT, JOINED, makeWordScanner } from '../../../core/terms/scan-words'
import { tokenize } from '../../../core/text/tokenize'
import { pick, seeded } from '../../support/random'

const PIECES = [
  'Assemblée', 'l’', 'qu’', 'jusqu’', 'États', 'Nations', 'Ассамблея', 'ё', 'الأمم', 'حُقوق', 'ـ', '联合国', '2030', '年', 'ＵＮ', 'UN', '\u00ad', "'", '-', '–', ' ',
  '\u00a0', '، ', ', ', '、', '. ', '²', '٢٠٣٠', '(', '»',
] // prettier-ignore

test('finds the words that tokenize finds', () => {
  const random = seeded(5)
  let words = 0
  for (const language of UN_LANGUAGES) {
    const { scan } = makeWordScanner(language)
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from(
        { length: 10 },
        () => PIECES[pick(random, PIECES.length)]! + (pick(random, 3) > 0 ? ' ' : ''),
      ).join('')
      // Where Chinese or full-width letters touch an apostrophe's run, tokenize leaves it whole; an apostrophe or soft hyphen there belongs to no word of a term.
      if (/[\u2e80-\uffff]/u.test(text) && /['’\u00ad\p{M}]/u.test(text)) continue
      const found: string[] = []
      scan(text, (from, to) => found.push(text.slice(from, to)))
      expect(found).toEqual(tokenize(text, language).map(({ from, to }) => text.slice(from, to)))
      words += found.length
    }
  }
  expect(words).toBeGreaterThan(2000)
})

test.each([
  ['a b', JOINED],
  ['a-b', JOINED],
  ['a « b', JOINED],
  ['a, b', COMMA],
  ['a、b', COMMA],
  ['a,, b', CUT],
  ['a. b', CUT],
  ['a², b', CUT],
  ['a (b', CUT],
])('tells what stands between the words of %s', (text, expected) => {
  const gaps: number[] = []
  makeWordScanner('en').scan(text, (_from, _to, gap) => gaps.push(gap))
  expect(gaps[1]).toBe(expected)
})
