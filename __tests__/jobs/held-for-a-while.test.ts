import { heldForAWhile } from '../../jobs/held-for-a-while'

function holding({ most = 10, weight = 100 } = {}) {
  let time = 0
  const held = heldForAWhile<string>({ time: 60, most, weight, weigh: (one) => one.length, now: () => time })
  return { held, pass: (ms: number) => (time += ms) }
}

test('what is held is found by its name alone, which is a new one each time', () => {
  const { held } = holding()
  const [a, b] = [held.keep('a'), held.keep('a')]
  expect(a).not.toBe(b)
  expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
  expect(held.find(a)).toBe('a')
  expect(held.find('other')).toBeNull()
})

test('it is forgotten a while after it was last asked for', () => {
  const { held, pass } = holding()
  const a = held.keep('a')
  pass(59)
  expect(held.find(a)).toBe('a')
  pass(59)
  expect(held.find(a)).toBe('a')
  pass(60)
  expect(held.find(a)).toBeNull()
  expect(held.find(a)).toBeNull()
})

test.each([
  [{ most: 2 }, ['a', 'b', 'c'], [null, 'b', 'c']],
  [{ weight: 5 }, ['aaa', 'bb', 'c'], [null, 'bb', 'c']],
  [{ weight: 5 }, ['aaa', 'bbbbbbb'], [null, 'bbbbbbb']],
])('of too much the one that was not asked for longest goes first: %j', (limits, values, left) => {
  const { held } = holding(limits)
  const names = values.map((value) => held.keep(value))
  expect(names.map((name) => held.find(name))).toEqual(left)
})

test('asking for something keeps it from being the first to go', () => {
  const { held } = holding({ most: 2 })
  const [a, b] = [held.keep('a'), held.keep('b')]
  held.find(a)
  held.keep('c')
  expect([held.find(a), held.find(b)]).toEqual(['a', null])
})
