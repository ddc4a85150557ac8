import { scoreBeads, type IndexBead } from '../../bench/score-beads'

/** `0:0 1,2:1 3:` as beads. */
function read(notation: string): readonly IndexBead[] {
  const side = (text: string) => (text === '' ? [] : text.split(',').map(Number))
  return notation
    .split(' ')
    .filter((bead) => bead !== '')
    .map((bead) => ({ left: side(bead.split(':')[0]!), right: side(bead.split(':')[1]!) }))
}

describe('scoreBeads', () => {
  test.each([
    ['equal beads are perfect', '0:0 1:1', '0:0 1:1', 1, 1, 1, 1],
    ['gaps count on neither side', '0:0 1: :1', '0:0 :2 3:', 1, 1, 1, 1],
    ['the order of a bead’s units does not count', '0:1,2', '0:2,1', 1, 1, 1, 1],
    ['a bead that is only a part is lax', '0:0,1 1:2', '0:0 1:2', 0.5, 0.5, 1, 1],
    ['lax needs a link on both sides', '0:0 1:1', '0:1 1:0', 0, 0, 0, 0],
    ['what is not found costs recall', '0:0 1:1', '0:0', 1, 0.5, 1, 0.5],
    ['what is found in vain costs precision', '0:0', '0:0 1:1', 0.5, 1, 0.5, 1],
    ['nothing found is worth nothing', '0:0', '0: :0', 0, 0, 0, 0],
    ['nothing found where there is nothing is perfect', '0: :0', '0: :0', 1, 1, 1, 1],
    ['anything found where there is nothing is wrong', '0: :0', '0:0', 0, 0, 0, 0],
  ])('%s', (_, gold, found, strictPrecision, strictRecall, laxPrecision, laxRecall) => {
    const { strict, lax } = scoreBeads(read(gold), read(found))
    expect([strict.precision, strict.recall, lax.precision, lax.recall]).toEqual([
      strictPrecision,
      strictRecall,
      laxPrecision,
      laxRecall,
    ])
  })

  test('F1 is the harmonic mean', () => {
    expect(scoreBeads(read('0:0 1:1 2:2'), read('0:0')).strict.f1).toBeCloseTo(0.5)
  })
})
