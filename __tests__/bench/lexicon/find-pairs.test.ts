import { findPairs } from '../../../bench/lexicon/find-pairs'
import { renderingChances } from '../../../bench/lexicon/rendering-chances'
import type { BeadWords } from '../../../core/align/learn-pairs'
import { seeded } from '../../support/random'

const read = (line: string): BeadWords => {
  const [left = '', right = ''] = line.split(' / ')
  return [left.split(' '), right.split(' ')]
}

const FILLER = Array.from({ length: 20 }, (_, k) => `f${k} / g${k}`)
const PHRASE = ['race sexe / пол раса', 'race sexe / пол раса', 'race sexe / пол раса']

const found = (lines: readonly string[]) =>
  new Map(
    findPairs([...lines, ...FILLER].map(read)).map(({ left, right, trust }) => [`${left}=${right}`, trust]),
  )

/** Beads of words by lot, as many as `count`. */
function someBeads(seed: number, count: number): readonly BeadWords[] {
  const random = seeded(seed)
  const some = (letter: string) =>
    Array.from({ length: 12 }, (_, k) => letter + k).filter(() => random() < 0.25)
  return Array.from({ length: count }, (): BeadWords => [some('x'), some('ь')])
}

describe('findPairs', () => {
  test('tells the words of a fixed phrase apart where one of them stands alone elsewhere', () => {
    const trust = found([...PHRASE, 'race / раса', 'race / раса'])
    expect([...trust.keys()].sort()).toEqual(['race=раса', 'sexe=пол'])
    for (const value of trust.values()) expect(value).toBeGreaterThan(0.8)
  })

  test('believes nothing much in a phrase whose words never stand apart', () => {
    for (const trust of found(PHRASE).values()) expect(trust).toBeLessThan(0.6)
  })

  test.each([
    ['does not believe one meeting', ['nuit / ночь']],
    ['leaves out words that begin alike', ['nation / nations', 'nation / nations']],
    ['leaves out words that are everywhere', Array.from({ length: 30 }, (_, k) => `de a${k} / и b${k}`)],
  ])('%s', (_, lines) => {
    expect([...found(lines).keys()]).toEqual([])
  })

  test('finds the same with the sides changed over, on random words', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const lessons = someBeads(seed, 40)
      const name = (left: string, right: string, trust: number) => `${left} ${right} ${trust.toFixed(9)}`
      const straight = findPairs(lessons).map((pair) => name(pair.left, pair.right, pair.trust))
      const turned = findPairs(lessons.map(([left, right]): BeadWords => [right, left]))
      expect(turned.map((pair) => name(pair.right, pair.left, pair.trust)).sort()).toEqual(straight.sort())
    }
  })

  test('finds nothing where there is nothing', () => {
    expect(findPairs([])).toEqual([])
    expect(
      findPairs([
        [[], ['ь']],
        [['x'], []],
      ]),
    ).toEqual([])
  })
})

describe('renderingChances', () => {
  test('gives chances between 0 and 1 that add up to 1 for every word that meets one', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const answers of renderingChances(someBeads(seed, 30)).values()) {
        const all = [...answers.values()]
        for (const chance of all) expect(chance >= 0 && chance <= 1).toBe(true)
        if (all.length > 0) expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1)
      }
    }
  })
})
