import { remember } from '../../jobs/remember'

test('works once for a key and again for another', async () => {
  const work = jest.fn(async (n: number) => n * 2)
  const remembered = remember(work, String, 5)
  expect(await Promise.all([remembered(1), remembered(1), remembered(2)])).toEqual([2, 2, 4])
  expect(work).toHaveBeenCalledTimes(2)
})

test('forgets the result that was used longest ago', async () => {
  const work = jest.fn(async (n: number) => n)
  const remembered = remember(work, String, 2)
  for (const n of [1, 2, 1, 3, 1, 2]) await remembered(n)
  expect(work.mock.calls.map(([n]) => n)).toEqual([1, 2, 3, 2])
})

test('tries again after a failure', async () => {
  let calls = 0
  const remembered = remember(
    async () => {
      calls += 1
      if (calls === 1) throw new Error('not yet')
      return calls
    },
    () => 'key',
    2,
  )
  await expect(remembered()).rejects.toThrow('not yet')
  await expect(remembered()).resolves.toBe(2)
})
