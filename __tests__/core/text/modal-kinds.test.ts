import { isBroadDuty, isPossibility } from '../../../core/text/modal-kinds'

describe('isPossibility', () => {
  it.each([
    ['fr', 'pourrait', true],
    ['fr', 'pourra', false],
    ['en', 'could', true],
    ['ru', 'могло бы', true],
    ['xx', 'pourrait', false],
  ])('%s: %s → %s', (language, modal, possible) => {
    expect(isPossibility(modal, language)).toBe(possible)
  })
})

describe('isBroadDuty', () => {
  it.each([
    ['zh', '应', true],
    ['zh', '必须', false],
    ['ru', 'следует', true],
    ['ar', 'ينبغي', true],
    ['en', 'shall', false],
  ])('%s: %s → %s', (language, modal, broad) => {
    expect(isBroadDuty(modal, language)).toBe(broad)
  })
})
