import { DAMAGE_KINDS, UNHARMED, type Harm } from '../../../bench/damage/damage-kinds'
import { harmOrder, type HarmInput } from '../../../bench/damage/harm-order'
import { seeded } from '../../support/random'

const SEEDS = Array.from({ length: 25 }, (_, k) => k)

/** Lists of ten items; every third paragraph cannot be cut. */
const input = (count: number): readonly HarmInput[] =>
  Array.from({ length: count }, (_, k) => ({ cuttable: k % 3 !== 0, list: String(Math.floor(k / 10)) }))

/** `0 1+2 3< 3>` for a whole, a merged, and the two halves of a split paragraph. */
const write = (count: number, harm: Partial<Harm>, seed: number) =>
  harmOrder(input(count), { ...UNHARMED, ...harm }, seeded(seed))
    .map(({ source, part }) => source.join('+') + { whole: '', first: '<', second: '>' }[part])
    .join(' ')

const order = (count: number, harm: Partial<Harm>, seed: number) =>
  harmOrder(input(count), { ...UNHARMED, ...harm }, seeded(seed))

describe('harmOrder', () => {
  test('without harm every paragraph stays', () => {
    expect(write(4, {}, 1)).toBe('0 1 2 3')
    expect(write(0, DAMAGE_KINDS.all!.other, 1)).toBe('')
  })

  test('the same seed gives the same damage, another seed another', () => {
    const { other } = DAMAGE_KINDS.all!
    expect(write(100, other, 7)).toBe(write(100, other, 7))
    expect(write(100, other, 7)).not.toBe(write(100, other, 8))
  })

  test.each(SEEDS)('every share is met and nothing else happens (seed %i)', (seed) => {
    const straight = Array.from({ length: 100 }, (_, k) => k)
    const deleted = order(100, { delete: 0.1 }, seed).map(({ source }) => source[0]!)
    expect(deleted).toHaveLength(90)
    expect(deleted).toEqual([...deleted].sort((a, b) => a - b))

    const merged = order(100, { merge: 0.1 }, seed)
    expect(merged.filter(({ source }) => source.length === 2)).toHaveLength(10)
    expect(merged.flatMap(({ source }) => source)).toEqual(straight)

    const split = order(100, { split: 0.1 }, seed)
    const halves = split.filter(({ part }) => part !== 'whole')
    expect(halves).toHaveLength(20)
    expect(halves.every(({ source }) => source[0]! % 3 !== 0)).toBe(true)
    expect([...new Set(split.map(({ source }) => source[0]!))]).toEqual(straight)

    const moved = order(100, { move: 0.03 }, seed).map(({ source }) => source[0]!)
    expect([...moved].sort((a, b) => a - b)).toEqual(straight)
    expect(moved).not.toEqual(straight)

    const swapped = order(100, { swap: 0.02 }, seed).map(({ source }) => source[0]!)
    const away = swapped.filter((k, at) => k !== at)
    expect(away).toHaveLength(4)
    expect(swapped.every((k, at) => Math.abs(k - at) <= 1)).toBe(true)
    // Only items of one list change places.
    expect(swapped.every((k, at) => Math.floor(k / 10) === Math.floor(at / 10))).toBe(true)
  })

  test.each(SEEDS)(
    'all together: no paragraph twice but for halves, which stand side by side (seed %i)',
    (seed) => {
      const pieces = order(100, DAMAGE_KINDS.all!.other, seed)
      const whole = pieces.filter(({ part }) => part !== 'second').flatMap(({ source }) => source)
      expect(new Set(whole).size).toBe(whole.length)
      expect(whole).toHaveLength(90)
      pieces.forEach(({ part, source }, k) => {
        expect(pieces[k + 1]?.part === 'second').toBe(part === 'first')
        if (part === 'first') expect(pieces[k + 1]!.source).toEqual(source)
      })
    },
  )

  test('a text too short for the share is harmed once, where it can be', () => {
    expect(order(2, { delete: 0.1 }, 1)).toHaveLength(1)
    expect(write(1, { merge: 0.1, move: 0.1, swap: 0.1, split: 0.1 }, 1)).toBe('0')
    expect(write(2, { split: 0.1 }, 1)).toBe('0 1< 1>')
    expect(write(2, { merge: 0.1 }, 1)).toBe('0+1')
    expect(write(2, { move: 0.1 }, 1)).toBe('1 0')
  })
})
