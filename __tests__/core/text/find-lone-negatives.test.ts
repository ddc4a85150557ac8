import { findLoneNegatives } from '../../../core/text/find-lone-negatives'

describe('findLoneNegatives', () => {
  it.each([
    ['ru', 'Никто должен голосовать', 1],
    ['ru', 'Никто не должен голосовать', 0],
    ['ru', 'Никто, кроме членов, не голосует', 0],
    ['ru', 'Устав ни в коей мере затрагивает право, и не требует', 1],
    ['ru', 'Не следует применять никаких норм', 0],
    ['es', 'Nadie votará', 0],
    ['xx', 'никто', 0],
  ])('%s: %s → %i', (language, text, count) => {
    expect(findLoneNegatives(text, language)).toHaveLength(count)
  })
})
