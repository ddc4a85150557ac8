import { findCues } from '../../../core/text/find-cues'

describe('findCues', () => {
  it.each([
    ['fr', 'Nul ne peut être détenu', 'not must-not'],
    ['fr', 'Il ne vise que la paix', ''],
    ['en', 'No one shall be held', 'not must-not'],
    ['en', 'Members may vote', 'may'],
    ['es', 'No podrán votar', 'not must-not'],
    ['ru', 'Никто не должен голосовать', 'not must-not'],
    ['ar', 'لا يجوز', 'not must-not'],
    ['zh', '不得投票', 'not must-not'],
    ['zh', '不仅如此', ''],
    ['xx', 'not', ''],
  ])('%s: %s → %s', (language, text, values) => {
    expect(
      findCues(text, language)
        .map(({ value }) => value)
        .sort((a, b) => b.localeCompare(a))
        .sort((a) => (a === 'not' ? -1 : 1))
        .join(' '),
    ).toBe(values)
  })
})
