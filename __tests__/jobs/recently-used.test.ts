import { recentlyUsed } from '../../jobs/recently-used'

test('the value that was not used for longest gives way', () => {
  const memory = recentlyUsed<number>(2)
  memory.set('a', 1)
  memory.set('b', 2)
  expect(memory.get('a')).toBe(1)
  memory.set('c', 3)
  expect(['a', 'b', 'c'].map(memory.get)).toEqual([1, undefined, 3])
})
