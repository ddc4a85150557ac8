import { tokenBuckets } from '../../../app/serve-api/token-buckets'

const policy = { name: 'p', quota: 3, window: 6 }

it('lets so many pass at once, then one whenever a token has come back', () => {
  let now = 0
  const ask = tokenBuckets(() => now)
  const passes = () => ask('a', policy).passes
  expect([passes(), passes(), passes(), passes()]).toEqual([true, true, true, false])
  now = 1999
  expect(passes()).toBe(false)
  now = 2000
  expect([passes(), passes()]).toEqual([true, false])
  now = 1_000_000
  expect([passes(), passes(), passes(), passes()]).toEqual([true, true, true, false])
})

it('counts each client for itself, and says how long to wait', () => {
  const ask = tokenBuckets(() => 0)
  expect(ask('a', policy)).toEqual({ passes: true, remaining: 2, nextIn: 0, fullIn: 2 })
  ask('a', policy)
  ask('a', policy)
  expect(ask('a', policy)).toEqual({ passes: false, remaining: 0, nextIn: 2, fullIn: 6 })
  expect(ask('b', policy).passes).toBe(true)
})

it('forgets who was not heard of for longest', () => {
  const ask = tokenBuckets(() => 0)
  for (let k = 0; k < 3; k += 1) ask('first', policy)
  for (let k = 0; k < 10_000; k += 1) ask(`other ${k}`, policy)
  expect(ask('first', policy).remaining).toBe(2)
})
