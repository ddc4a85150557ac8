import type { Bead, Language } from '../model'
import type { AlignUnit } from './align-unit'
import type { MoreKeys } from './extend-features'

/** What a third version has to say of a pair: its units, and its beads with either side of the pair, the third version on the right. */
export interface ThirdVersion {
  readonly language: Language
  readonly units: readonly AlignUnit[]
  readonly toLeft: readonly Bead[]
  readonly toRight: readonly Bead[]
}

/** Beads less sure than this say nothing to a third: 0.7 to 0.9 score alike on damaged texts, with 0.5 a grid is no better than its pairs. */
const LEAST_CONFIDENCE = 0.8

/**
 * The keys that third versions give the units of a pair, by unit: `ru op3` for what answers op3 of the Russian text. Units of the third version that the left side has
 * in one bead count as one; a unit of one side that answers something the other has no answer to holds its key alone, which speaks for a gap.
 */
export function thirdLinks(
  leftCount: number,
  rightCount: number,
  versions: readonly ThirdVersion[],
): MoreKeys {
  const left = Array.from({ length: leftCount }, (): string[] => [])
  const right = Array.from({ length: rightCount }, (): string[] => [])
  for (const { language, units, toLeft, toRight } of versions) {
    const names = units.map(({ address }) => `${language} ${address}`)
    const sure = (beads: readonly Bead[]) => beads.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    for (const bead of sure(toLeft)) {
      const first = bead.right[0]
      if (first === undefined) continue
      for (const unit of bead.right) names[unit] = names[first]!
      for (const unit of bead.left) left[unit]!.push(names[first]!)
    }
    for (const bead of sure(toRight))
      for (const unit of bead.left) right[unit]!.push(...new Set(bead.right.map((other) => names[other]!)))
  }
  return { left, right }
}
