import { PAIR_ORDER, type Pair } from '../../../bench/damage/pairs'
import { readText, TEXT_NAMES } from '../../../bench/damage/read-text'
import { taskRunner } from '../../../bench/damage/run-task'

const pairs = PAIR_ORDER.flatMap((left, k) => PAIR_ORDER.slice(k + 1).map((right): Pair => [left, right]))

describe('undamaged', () => {
  const run = taskRunner()
  // The Declaration always; the Charter where it is at hand and time matters less (`npm run bench:damage` measures both).
  const thorough = process.env.THOROUGH === '1'
  test.each(TEXT_NAMES.filter((text) => readText(text) !== null && (thorough || text !== 'charter')))(
    'the %s is aligned without a fault in all fifteen pairs',
    (text) => {
      const { pairs: found } = run({ text, kind: 'clean', seed: 1, pairs, both: false, grid: false })
      const faults = Object.entries(found).filter(([, f1]) => f1 < 1)
      expect(faults).toEqual([])
    },
    120_000,
  )
})
