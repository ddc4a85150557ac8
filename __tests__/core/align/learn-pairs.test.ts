import { beadWords, learnPairs } from '../../../core/align/learn-pairs'
import { wordsOf } from '../../../core/align/words-of'
import type { AlignUnit } from '../../../core/align/align-unit'
import { seeded } from '../../support/random'

const straight = (count: number, confidence = 0.9) =>
  Array.from({ length: count }, (_, k) => ({ left: [k], right: [k], confidence, evidence: [] }))

/** `chat nuit / cat night`: the words of a unit on either side. */
const sides = (lines: readonly string[]) => {
  const both = lines.map((line) =>
    line.split(' / ').map((side) => side.split(' ').filter((word) => word !== '')),
  )
  return [both.map(([left]) => left ?? []), both.map(([, right]) => right ?? [])] as const
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
    const [left, right] = sides([...lines, ...filler])
    const found = learnPairs(beadWords(left, right, straight(left.length)))
    expect(found.map((pair) => `${pair.left}=${pair.right}`)).toEqual(expected)
  })

  test('learns nothing from beads that are not sure, nor from gaps', () => {
    const [left, right] = sides(['nuit / 夜晚', 'nuit / 夜晚', ...filler])
    expect(learnPairs(beadWords(left, right, straight(left.length, 0.4)))).toEqual([])
    expect(
      learnPairs(beadWords(left, right, [{ left: [0, 1], right: [], confidence: 1, evidence: [] }])),
    ).toEqual([])
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
      expect(name(learnPairs(beadWords(right, left, straight(40))), true)).toEqual(
        name(learnPairs(beadWords(left, right, straight(40))), false),
      )
    }
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
