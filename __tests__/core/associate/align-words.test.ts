import { alignWords } from '../../../core/associate/align-words'
import { associate } from '../../../core/associate/associate'
import { equivalentAt, equivalentsOf } from '../../../core/associate/equivalents-of'
import { findCandidates } from '../../../core/associate/extract-terms'
import { learnAssociations } from '../../../core/associate/learn-associations'
import { learnWordPairs } from '../../../core/associate/learn-word-pairs'
import { likeness } from '../../../core/associate/likeness'

const NOUNS = [
  ['paix', 'мир'],
  ['droit', 'право'],
  ['mer', 'море'],
  ['eau', 'вода'],
] as const
const VERBS = [
  ['garde', 'хранит'],
  ['cherche', 'ищет'],
  ['aime', 'любит'],
] as const
const TEXTS = NOUNS.flatMap(([fr, ru]) =>
  VERBS.map(([verb, глагол], k) => ({
    address: `op${k}`,
    left: `elle ${verb} ${fr}`,
    right: `она ${глагол} ${ru}`,
  })),
)

test('links each word with the one that it keeps meeting', () => {
  const words = TEXTS.map(({ left, right }) => [left.split(' '), right.split(' ')] as const)
  const model = learnAssociations(words, ['fr', 'ru'])
  for (const [left, right] of words)
    expect(alignWords(left, right, model).map((link) => [link.left, link.right])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
})

test('learns nothing from empty texts and does not fail on words that it never met', () => {
  const model = learnAssociations([[[], ['a']]], ['fr', 'en'])
  expect(model.pairs.size).toBe(0)
  expect(alignWords([], ['a'], model)).toEqual([])
  for (const { chance } of alignWords(['unesco', 'b'], ['unesco', 'c'], model, 0))
    expect(Number.isFinite(chance)).toBe(true)
})

test('tells what answers a word, how often and where', () => {
  const [best] = equivalentsOf('paix', associate(TEXTS, ['fr', 'ru']))
  expect(best).toMatchObject({ wording: 'мир', count: 3 })
  expect(best!.probability).toBeGreaterThan(0.5)
  expect(best!.places[0]).toEqual({ address: 'op0', left: { from: 11, to: 15 }, right: { from: 11, to: 14 } })
})

test('tells what answers the words under the pointer', () => {
  const text = associate(TEXTS, ['fr', 'ru'])
  expect(equivalentAt(text.rows[0]!, { from: 5, to: 10 }, text)?.wording).toBe('хранит')
  expect(equivalentsOf('guerre', text)).toEqual([])
})

test('gives pairs of words in the shape of a lexicon', () => {
  const pairs = learnWordPairs(
    TEXTS.map(({ left, right }) => [left, right] as const),
    ['fr', 'ru'],
  )
  expect(pairs.length).toBeGreaterThanOrEqual(NOUNS.length + VERBS.length)
  for (const { trust } of pairs) expect(trust).toBeLessThanOrEqual(1)
})

test.each([
  ['nation', 'nation', 1],
  ['организац', 'organisat', 0.9],
  ['paix', 'peace', 0],
  ['1998', '1999', 0],
])('%s and %s look alike: %d', (left, right, value) => {
  expect(likeness(left, right)).toBe(value)
})

test('finds terms that neither begin nor end with a little word', () => {
  const text = 'Le maintien de la paix est une fin. Pour le maintien de la paix, elle agit.'
  const terms = findCandidates([{ address: 'p1', text }], 'fr').map(({ term }) => term)
  expect(terms[0]).toBe('maintien de la paix')
  expect(terms.every((term) => !/^(?:de|la|le) | (?:de|la|le)$/u.test(term))).toBe(true)
})

test('finds Chinese terms whole, by their varied neighbours', () => {
  const text = '请安全理事会开会。由安全理事会决定。在安全理事会内。向安全理事会报告。'
  const terms = findCandidates([{ address: 'p1', text }], 'zh').map(({ term }) => term)
  expect(terms).toContain('安全理事会')
  expect(terms).not.toContain('全理')
})
