import { packLessons, unpackLessons } from '../../../cli/batch/pack-lessons'
import type { BeadWords } from '../../../core/align/learn-pairs'
import { pick, seeded } from '../../support/random'

test('unpacking gives the lessons of all pairs that were packed, in order', () => {
  const random = seeded(7)
  const side = () => Array.from({ length: pick(random, 5) }, () => `w${pick(random, 30)}`)
  const pairs = Array.from({ length: 6 }, () =>
    Array.from({ length: pick(random, 9) }, (): BeadWords => [side(), side()]),
  )
  expect(unpackLessons(pairs.map(packLessons))).toEqual(pairs.flat())
})

test('holds every different word once', () => {
  expect(
    packLessons([
      [['a', 'b'], ['c']],
      [['a'], ['c']],
    ]).words,
  ).toEqual(['a', 'b', 'c'])
})
