import { joinLexicons } from '../../../cli/batch/join-lexicons'
import type { Lexicon } from '../../../core/model'

/** A lexicon from `fr-en: paix peace 0.5, mer sea 0.4`. */
function lexicon(...notation: string[]): Lexicon {
  return Object.fromEntries(
    notation.map((entry) => {
      const [key = '', pairs = ''] = entry.split(': ')
      return [
        key,
        pairs.split(', ').map((pair) => {
          const [left = '', right = '', trust] = pair.split(' ')
          return { left, right, trust: Number(trust) }
        }),
      ]
    }),
  )
}

test.each([
  [
    'what stands on one side only',
    ['en-fr: sea mer 0.4'],
    ['en-fr: peace paix 0.5'],
    ['en-fr: sea mer 0.4, peace paix 0.5'],
  ],
  ['the higher trust, learned', ['en-fr: sea mer 0.4'], ['en-fr: sea mer 0.6'], ['en-fr: sea mer 0.6']],
  ['the higher trust, known', ['en-fr: sea mer 0.8'], ['en-fr: sea mer 0.6'], ['en-fr: sea mer 0.8']],
  [
    'the other order of languages, turned',
    ['fr-en: mer sea 0.8'],
    ['en-fr: war guerre 0.6'],
    ['en-fr: sea mer 0.8, war guerre 0.6'],
  ],
  [
    'other languages untouched',
    ['en-ru: sea море 0.8'],
    ['en-fr: sea mer 0.6'],
    ['en-ru: sea море 0.8', 'en-fr: sea mer 0.6'],
  ],
])('keeps %s', (_, known, learned, joined) => {
  expect(joinLexicons(lexicon(...known), lexicon(...learned))).toEqual(lexicon(...joined))
})
