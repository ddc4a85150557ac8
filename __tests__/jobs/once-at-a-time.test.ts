import { onceAtATime } from '../../jobs/once-at-a-time'

test('who asks for what is being done waits for it; who asks later has it done anew, also after a failure', async () => {
  let runs = 0
  const work = onceAtATime(
    async (name: string) => {
      runs += 1
      await Promise.resolve()
      if (name === 'bad') throw new Error('bad')
      return `${name} ${runs}`
    },
    (name) => name,
  )
  expect(await Promise.all([work('a'), work('a'), work('b')])).toEqual(['a 2', 'a 2', 'b 2'])
  expect(await work('a')).toBe('a 3')
  await expect(work('bad')).rejects.toThrow('bad')
  await expect(work('bad')).rejects.toThrow('bad')
  expect(runs).toBe(5)
})
