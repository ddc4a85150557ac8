import { dealBeads, drawHalves, scoreHalves, tuneOnHalf, type Half } from '../../../bench/align/halving'
import type { IndexBead } from '../../../bench/score-beads'
import { pick, seeded } from '../../support/random'

/** `0:0 1,2:1 3:` as beads. */
function read(notation: string): readonly IndexBead[] {
  const side = (text: string) => (text === '' ? [] : text.split(',').map(Number))
  return notation
    .split(' ')
    .filter(Boolean)
    .map((bead) => ({ left: side(bead.split(':')[0]!), right: side(bead.split(':')[1]!) }))
}

const write = (beads: readonly IndexBead[]) =>
  beads.map(({ left, right }) => `${left.join()}:${right.join()}`).join(' ')

const halvesOf = (notation: string): readonly Half[] =>
  [...notation].map((letter): Half => (letter === 'A' ? 0 : 1))

/** `count` beads in a row of one or two units on either side, or none on one of them. */
function ladder(count: number, random: () => number): readonly IndexBead[] {
  const at = { left: 0, right: 0 }
  const take = (side: 'left' | 'right', units: number) =>
    Array.from({ length: units }, () => (at[side] += 1) - 1)
  return Array.from({ length: count }, () => {
    const left = take('left', pick(random, 3))
    return { left, right: take('right', left.length === 0 ? 1 : pick(random, 3)) }
  })
}

describe('drawHalves', () => {
  test.each([
    [0, 0],
    [1, 0],
    [8, 4],
    [9, 4],
  ])('of %i beads, %i are in half 0', (count, first) => {
    const halves = drawHalves(count, seeded(3))
    expect(halves).toHaveLength(count)
    expect(halves.filter((half) => half === 0)).toHaveLength(first)
  })

  test('a seed gives the same halves again, another one others', () => {
    expect(drawHalves(40, seeded(1))).toEqual(drawHalves(40, seeded(1)))
    expect(drawHalves(40, seeded(1))).not.toEqual(drawHalves(40, seeded(2)))
  })
})

describe('dealBeads', () => {
  test.each([
    ['a right bead goes where its gold bead is', '0:0 1:1', 'AB', '0:0 1:1', '0:0', '1:1'],
    ['a bead over the border goes where it begins', '0:0 1:1', 'AB', '0,1:0', '0,1:0', ''],
    ['… whatever the order of its units', '0:0 1:1', 'AB', '1,0:0', '1,0:0', ''],
    ['the left side decides over the right', '0:0 1:1', 'AB', '1:0 0:1', '0:1', '1:0'],
    ['a gap goes by the side that it has', '0:0 :1 2:', 'ABA', ':0 :1 2:', ':0 2:', ':1'],
    ['a left unit outside gold is passed over', '1:0 2:1', 'BA', '0,1:0', '', '0,1:0'],
    ['without left units in gold the right ones decide', '1:0 2:1', 'AB', '3:0 3:1', '3:0', '3:1'],
    ['what gold does not know goes with the left unit before', '0:0 1:1', 'BA', '2:3', '2:3', ''],
    ['… or with the first gold bead', '1:0 2:1', 'BA', '0:3 :4', '', '0:3 :4'],
  ])('%s', (_, gold, halves, found, first, second) => {
    expect(dealBeads(read(gold), halvesOf(halves), read(found)).map(write)).toEqual([first, second])
  })

  test.each([1, 2, 3, 4, 5])(
    'each bead is in one half, and right in that of its gold bead: seed %i',
    (seed) => {
      const random = seeded(seed)
      const [gold, found] = [ladder(30, random), ladder(30, random)]
      const halves = drawHalves(gold.length, random)
      const dealt = dealBeads(gold, halves, found)
      expect([...dealt[0], ...dealt[1]].map((bead) => write([bead])).sort()).toEqual(
        found.map((bead) => write([bead])).sort(),
      )
      gold.forEach((bead, k) => {
        const same = (other: IndexBead) => write([other]) === write([bead])
        expect(dealt[halves[k]!].some(same)).toBe(found.some(same))
      })
    },
  )
})

describe('scoreHalves', () => {
  test.each([
    ['gold itself is perfect on both halves', '0:0 1:1 2:2 3:3', 'ABAB', '0:0 1:1 2:2 3:3', 1, 1],
    ['a fault within a half costs that half alone', '0:0 1:1 2:2 3:3', 'AABB', '0:0 1:1 2:3 3:2', 1, 0],
    // Found in A and right of nothing: precision 1 of 2, recall 1 of 2; in B only 3:3 is found: precision 1, recall 1 of 2.
    ['a joint over the border costs both', '0:0 1:1 2:2 3:3', 'AABB', '0:0 1,2:1,2 3:3', 0.5, 2 / 3],
  ])('%s', (_, gold, halves, found, first, second) => {
    const [a, b] = scoreHalves(read(gold), halvesOf(halves), read(found))
    expect(a).toBeCloseTo(first)
    expect(b).toBeCloseTo(second)
  })
})

describe('tuneOnHalf', () => {
  const gold = read('0:0 1:1 2:2 3:3')
  const halves = halvesOf('AABB')
  const [neither, rightOnA, rightOnB] = ['0:1 1:0 2:3 3:2', '0:0 1:1 2:2 3:4', '0:0 1:4 2:2 3:3'].map(read)

  test('half 0 chooses, whatever half 1 would have chosen', () => {
    expect(tuneOnHalf(gold, halves, [neither!, rightOnB!, rightOnA!])).toEqual({
      chosen: 2,
      tuned: 1,
      held: 0.5,
    })
    expect(tuneOnHalf(gold, halvesOf('BBAA'), [neither!, rightOnB!, rightOnA!])).toEqual({
      chosen: 1,
      tuned: 1,
      held: 0.5,
    })
  })

  test('of equals, the first', () => {
    expect(tuneOnHalf(gold, halves, [rightOnA!, gold]).chosen).toBe(0)
  })
})
