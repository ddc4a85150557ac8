import { alignPair } from '../../../core/align/align-pair'
import type { AlignUnit } from '../../../core/align/align-unit'
import { pick, seeded } from '../../support/random'

/** A word of its own for each number, of letters alone. */
const word = (n: number): string =>
  `k${n.toString(26).replace(/[0-9]/gu, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`

const unit = (text: string, k: number, language: string): AlignUnit => ({
  address: `l${k + 1}`,
  kind: 'body',
  label: null,
  text,
  language,
  anchors: [],
})

/**
 * A text too long to be searched whole, and another where some units are missing (single ones, and a block on either side), some joined. Half the words of a unit stand in
 * both. Gives the beads that belong together too.
 */
function longPair(seed: number, count: number) {
  const random = seeded(seed)
  const texts = Array.from({ length: count }, () =>
    Array.from({ length: 6 + pick(random, 8) }, () => word(1000 + pick(random, 900))).join(' '),
  )
  const said = (text: string) =>
    text
      .split(' ')
      .map((own, k) => (k % 2 === 0 ? own : `other${word(pick(random, 900))}`))
      .join(' ')
  const [left, right, gold]: [string[], string[], string[]] = [[], [], []]
  texts.forEach((text, k) => {
    const missing = (k > 120 && k <= 160) || random() < 0.03 ? 'right' : k > 300 && k <= 345 ? 'left' : null
    const joined = missing === null && k > 0 && random() < 0.05 && gold[gold.length - 1]!.includes(':')
    const last = gold[gold.length - 1] ?? ':'
    if (joined && !last.startsWith(':') && !last.endsWith(':') && !last.includes(',')) {
      left.push(text)
      right[right.length - 1] += ` ${said(text)}`
      gold[gold.length - 1] = `${left.length - 2},${left.length - 1}:${right.length - 1}`
      return
    }
    if (missing !== 'left') left.push(text)
    if (missing !== 'right') right.push(said(text))
    gold.push(`${missing === 'left' ? '' : left.length - 1}:${missing === 'right' ? '' : right.length - 1}`)
  })
  return {
    left: left.map((text, k) => unit(text, k, 'fr')),
    right: right.map((text, k) => unit(text, k, 'en')),
    gold,
  }
}

test.each([1, 2, 3])('a long text finds its way past blocks that are missing (seed %i)', (seed) => {
  const { left, right, gold } = longPair(seed, 500)
  for (const learn of [true, false]) {
    const found = new Set(alignPair(left, right, { learn }).map((bead) => `${bead.left}:${bead.right}`))
    const missed = gold.filter((bead) => !found.has(bead))
    expect(missed.length).toBeLessThan(0.05 * gold.length)
  }
})
