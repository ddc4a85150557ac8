import { lengthFit } from '../../../core/align/length-fit'
import { lengthScore, type PairModel } from '../../../core/align/pair-model'
import { seeded } from '../../support/random'

const model = (ratio: number, background: number): PairModel => ({
  byClass: [],
  survival: new Float32Array(0),
  ratio,
  spread: 0.122,
  spreadShort: 2.24,
  background,
  seams: { left: new Float64Array(0), right: new Float64Array(0) },
  similarity: null,
})

test('says what lengthScore says, to a hundredth of a nat', () => {
  const random = seeded(5)
  for (const own of [model(1, 0.7), model(0.3, 1.4), model(2.5, 0.9)]) {
    const fit = lengthFit(own)
    const root = Math.sqrt(own.ratio)
    for (let k = 0; k < 5000; k += 1) {
      // From nothing to ten thousand characters, alike and not.
      const left = Math.floor(Math.exp(random() * 9.2)) - 1
      const right = Math.floor(left * own.ratio * Math.exp(2 * random() - 1) + 3 * random())
      const [a, b] = [left * root, right / root]
      expect(Math.abs(fit(a, b, Math.log((b + 1) / (a + 1))) - lengthScore(own, left, right))).toBeLessThan(
        0.01,
      )
    }
  }
})
