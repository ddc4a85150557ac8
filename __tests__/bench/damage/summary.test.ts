import { groupOf, summary, worstOf } from '../../../bench/damage/summary'
import { allPairs } from '../../../bench/damage/pairs'

describe('summary', () => {
  test.each([
    ['one value has no spread', [0.9], 0.9, 0],
    ['equal values have none', [0.9, 0.9], 0.9, 0],
    ['the spread is that of a sample', [1, 2, 3], 2, 1],
    ['… of two as well', [0, 2], 1, Math.SQRT2],
  ])('%s', (_, values, mean, spread) => {
    expect(summary(values).mean).toBeCloseTo(mean)
    expect(summary(values).spread).toBeCloseTo(spread)
  })
})

describe('groupOf', () => {
  test('the fifteen pairs', () => {
    const by = (group: string) =>
      allPairs()
        .map((pair) => pair.join('-'))
        .filter((pair) => groupOf(pair) === group)
        .join(' ')
    expect(by('Latin–Latin')).toBe('fr-en fr-es en-es')
    expect(by('with Russian')).toBe('fr-ru en-ru es-ru')
    expect(by('with Arabic or Chinese')).toBe('fr-ar fr-zh en-ar en-zh es-ar es-zh ru-ar ru-zh')
    expect(by('ar–zh')).toBe('ar-zh')
  })
})

describe('worstOf', () => {
  const means = { 'fr-en': 0.97, 'fr-es': 0.95, 'en-es': 0.95, 'fr-ru': 0.9 }
  test('the least mean of the group, of equals the first', () => {
    expect(worstOf('Latin–Latin', means)).toEqual({ pair: 'fr-es', mean: 0.95 })
    expect(worstOf('with Russian', means)).toEqual({ pair: 'fr-ru', mean: 0.9 })
  })
  test('null where none of the group was measured', () => {
    expect(worstOf('ar–zh', means)).toBeNull()
  })
})
