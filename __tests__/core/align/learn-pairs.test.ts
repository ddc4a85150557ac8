import { beadWords, learnFromBeads, learnPairs } from '../../../core/align/learn-pairs'
import { readSaid } from '../../../core/align/read-said'
import { wordsOf } from '../../../core/align/words-of'
import type { AlignUnit } from '../../../core/align/align-unit'
import { seeded } from '../../support/random'

/** `chat nuit / cat night`: the words of a bead on either side. */
const lesson = (line: string) => {
  const [left = [], right = []] = line
    .split(' / ')
    .map((side) => side.split(' ').filter((word) => word !== ''))
  return [left, right] as const
}

const unit = (text: string, language: string): AlignUnit => ({
  address: 'p1',
  kind: 'body',
  label: null,
  text,
  language,
  anchors: [],
})

describe('learnPairs', () => {
  // Beads of which most hold none of the words under test, so that none of these is everywhere.
  const filler = Array.from({ length: 40 }, (_, k) => `f${k} / g${k}`)
  test.each<[string, readonly string[], readonly string[]]>([
    ['finds two words that keep meeting', ['nuit x / 夜晚', 'nuit / 夜晚 y'], ['nuit=夜晚']],
    ['does not believe one meeting', ['nuit / ночь'], []],
    ['leaves out words that begin alike', ['nation a / nations b', 'nation c / nations d'], []],
    [
      'lets a word have two renderings',
      ['loi / قانون', 'loi / قانون', 'loi / نظام', 'loi / نظام'],
      ['loi=قانون', 'loi=نظام'],
    ],
    [
      'prefers the word that answers always to one that stands beside it sometimes',
      ['roi / king blue', 'roi / king blue', 'roi / king', 'ciel / blue', 'mer / blue'],
      ['roi=king'],
    ],
  ])('%s', (_, lines, expected) => {
    const found = learnPairs([...lines, ...filler].map(lesson))
    expect(found.map((pair) => `${pair.left}=${pair.right}`)).toEqual(expected)
  })

  test('says the same with the sides changed over, on random words', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed)
      const make = (letter: string) =>
        Array.from({ length: 40 }, () =>
          Array.from({ length: 5 }, () => `${letter}${Math.floor(random() * 12)}`).filter(
            (word, k, all) => all.indexOf(word) === k,
          ),
        )
      const [left, right] = [make('x'), make('y')]
      const name = (pairs: ReturnType<typeof learnPairs>, turn: boolean) =>
        pairs
          .map((pair) => `${turn ? pair.right : pair.left} ${turn ? pair.left : pair.right} ${pair.trust}`)
          .sort()
      const turned = learnPairs(right.map((words, k) => [words, left[k]!]))
      expect(name(turned, true)).toEqual(name(learnPairs(left.map((words, k) => [words, right[k]!])), false))
    }
  })
})

describe('what beads teach', () => {
  const said = readSaid(
    ['ночь мост', 'ночь река', 'дом', 'сад'].map((text) => unit(text, 'ru')),
    ['夜晚', '夜晚', '房屋', '花园'].map((text) => unit(text, 'zh')),
  )
  const beads = (confidence: number) =>
    [0, 1, 2, 3].map((k) => ({ left: [k], right: [k], confidence, evidence: [] }))

  test('is the words of either side', () => {
    const [first] = beadWords(said, [{ left: [0, 1], right: [0], confidence: 0.9, evidence: [] }])
    expect(first).toEqual([['мост', 'ноч', 'рк'], ['夜晚']].map((words) => expect.arrayContaining(words)))
  })

  test('is nothing where they are not sure, wide or a gap', () => {
    expect(beadWords(said, beads(0.1))).toEqual([])
    expect(beadWords(said, [{ left: [0, 1], right: [], confidence: 1, evidence: [] }])).toEqual([])
    expect(beadWords(said, [{ left: [0, 1, 2], right: [0, 1], confidence: 1, evidence: [] }])).toEqual([])
  })

  test('is the same by number as by word', () => {
    const byNumber = learnFromBeads(said, beads(0.9)).map(({ left, right, trust }) => ({
      left: said.left.wordNames[left],
      right: said.right.wordNames[right],
      trust,
    }))
    expect(byNumber).toEqual(learnPairs(beadWords(said, beads(0.9))))
    expect(byNumber.map(({ left, right }) => `${left}=${right}`)).toEqual(['ноч=夜晚'])
  })
})

describe('wordsOf', () => {
  test.each([
    ['fr', 'Les droits de l’homme, le droit', ['le', 'droit', 'de', 'homm']],
    ['zh', '大会2030年通过', ['大会', '年通', '通过']],
    ['ru', 'Прав 1948 права', ['прав']],
  ])('%s: %s', (language, text, expected) => {
    expect(wordsOf(unit(text, language))).toEqual(expect.arrayContaining(expected))
    expect(wordsOf(unit(text, language)).some((word) => /\p{N}/u.test(word))).toBe(false)
  })
})
