import { keepWith } from '../../components/ReadingView/keep-with'

const owners = { a: {}, b: {} }

/** `a1+` makes anew, `a1` gives what was made before. */
function run(limit: number, asks: string): string {
  const keep = keepWith<object, number>(limit)
  let made = 0
  const known = new Map<string, number>()
  return asks
    .split(' ')
    .map((ask) => {
      const before = made
      const value = keep(owners[ask[0] as 'a' | 'b'], ask.slice(1), () => ++made)
      if (made === before) expect(value).toBe(known.get(ask))
      known.set(ask, value)
      return made > before ? `${ask}+` : ask
    })
    .join(' ')
}

describe('keepWith', () => {
  it.each([
    ['makes once for each owner and name', 2, 'a1 a1 b1 a2 b1 a1', 'a1+ a1 b1+ a2+ b1 a1'],
    ['lets go what was not asked for longest', 2, 'a1 a2 a1 a3 a1 a2', 'a1+ a2+ a1 a3+ a1 a2+'],
    ['counts each owner by itself', 1, 'a1 b1 b2 a1', 'a1+ b1+ b2+ a1'],
  ])('%s', (_, limit, asks, expected) => {
    expect(run(limit, asks)).toBe(expected)
  })
})
