import {
  calibrationError,
  countTenths,
  sumTenths,
  wholeOf,
  type ConfidentBead,
} from '../../../bench/align/reliability'
import { reliabilityTable } from '../../../bench/align/reliability-table'

const bead = (left: readonly number[], right: readonly number[], confidence: number): ConfidentBead => ({
  left,
  right,
  confidence,
})

const GOLD = [
  { left: [0], right: [0] },
  { left: [1, 2], right: [1] },
  { left: [3], right: [] },
  { left: [4], right: [2] },
]

/** Three given 0.9 or more, two of them right; one given 0.5, wrong; a gap, which is not counted. */
const FOUND = [
  bead([0], [0], 0.9),
  bead([2, 1], [1], 1),
  bead([4], [3], 0.98),
  bead([5], [2], 0.5),
  bead([3], [], 0.99),
]

describe('countTenths', () => {
  test('counts what has both sides, and as right what gold has exactly', () => {
    const tenths = countTenths(GOLD, FOUND)
    expect(tenths).toHaveLength(10)
    expect(tenths[5]).toEqual({ beads: 1, right: 0, claimed: 0.5 })
    expect(tenths[9]).toMatchObject({ beads: 3, right: 2 })
    expect(tenths[9]!.claimed).toBeCloseTo(2.88)
    expect(wholeOf(tenths)).toMatchObject({ beads: 4, right: 2 })
  })

  test.each([
    [0, 0],
    [0.0999, 0],
    [0.1, 1],
    [0.3, 3],
    [0.6, 6],
    [0.7, 7],
    [0.8999, 8],
    [0.9, 9],
    [1, 9],
  ])('a confidence of %d belongs to tenth %i', (confidence, tenth) => {
    const counts = countTenths(GOLD, [bead([0], [0], confidence)])
    expect(counts.map(({ beads }) => beads).indexOf(1)).toBe(tenth)
  })

  test('part of a gold bead is wrong', () => {
    expect(wholeOf(countTenths(GOLD, [bead([1], [1], 0.9)])).right).toBe(0)
  })
})

describe('sumTenths', () => {
  test('adds tenth by tenth; of none, nothing', () => {
    const once = countTenths(GOLD, FOUND)
    const twice = sumTenths([once, once])
    expect(twice[9]).toMatchObject({ beads: 6, right: 4 })
    expect(twice[5]).toEqual({ beads: 2, right: 0, claimed: 1 })
    expect(wholeOf(sumTenths([]))).toEqual({ beads: 0, right: 0, claimed: 0 })
  })
})

describe('calibrationError', () => {
  test.each([
    ['ten given 0.9, nine right, are told the truth', 10, 9, 0.9, 0],
    ['ten given 0.9, all right, are told too little', 10, 10, 0.9, 0.1],
    ['ten given 0.9, five right, are told too much', 10, 5, 0.9, 0.4],
  ])('%s', (_, count, right, confidence, error) => {
    const gold = Array.from({ length: right }, (_own, k) => ({ left: [k], right: [k] }))
    const found = Array.from({ length: count }, (_own, k) => bead([k], [k], confidence))
    expect(calibrationError(countTenths(gold, found))).toBeCloseTo(error)
  })

  test('weighs tenths by their beads; too much in one does not make good too little in another', () => {
    // 2.88 claimed and 2 right, 0.5 claimed and none right, of 4.
    expect(calibrationError(countTenths(GOLD, FOUND))).toBeCloseTo((0.88 + 0.5) / 4)
    const apart = [bead([0], [0], 0.5), bead([4], [9], 0.5), bead([1, 2], [1], 0.85), bead([5], [5], 0.15)]
    // A half of two given 0.5 is right; 0.85 given to one that is right, 0.15 to one that is not.
    expect(calibrationError(countTenths(GOLD, apart))).toBeCloseTo(0.3 / 4)
  })

  test('of nothing there is none', () => {
    expect(calibrationError(countTenths(GOLD, []))).toBeNaN()
  })
})

describe('reliabilityTable', () => {
  test('a line a tenth that any column has, then all and the error; what is not at hand is left out', () => {
    const table = reliabilityTable([
      { name: 'one', tenths: countTenths(GOLD, FOUND) },
      { name: 'absent', tenths: null },
      { name: 'two', tenths: countTenths(GOLD, [bead([0], [0], 0.25)]) },
    ])
    expect(table.map((line) => line.trim().replace(/\s+/gu, ' '))).toEqual([
      'one two',
      'confidence beads given right beads given right',
      '0.2–0.3 – 1 0.250 1.000',
      '0.5–0.6 1 0.500 0.000 –',
      '0.9–1.0 3 0.960 0.667 –',
      'all 4 0.845 0.500 1 0.250 1.000',
      'error 0.345 0.750',
    ])
  })
})
