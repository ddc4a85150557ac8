/** Mean and standard deviation of the sample; the deviation of one value is 0. */
export interface Summary {
  readonly mean: number
  readonly spread: number
}

/** Summarises values; of none, both figures are NaN. */
export function summary(values: readonly number[]): Summary {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, spread: values.length === 1 ? 0 : Math.sqrt(square / (values.length - 1)) }
}

/** Pairs that are held to the same standard, by how much of their scripts the two languages share. */
export const PAIR_GROUPS = ['Latin–Latin', 'with Russian', 'with Arabic or Chinese', 'ar–zh'] as const

/** One of the groups. */
export type PairGroup = (typeof PAIR_GROUPS)[number]

/** The group of a pair written `fr-en`; Russian with Arabic or Chinese counts as the harder of the two. */
export function groupOf(pair: string): PairGroup {
  const languages = pair.split('-')
  const far = languages.filter((language) => language === 'ar' || language === 'zh').length
  if (far > 0) return far === 2 ? 'ar–zh' : 'with Arabic or Chinese'
  return languages.includes('ru') ? 'with Russian' : 'Latin–Latin'
}

/** The pair of a group with the least mean, and that mean; of equals, the first. */
export interface WorstPair {
  readonly pair: string
  readonly mean: number
}

/** The worst pair of a group among those that were measured; null where none was. */
export function worstOf(group: PairGroup, means: Readonly<Record<string, number>>): WorstPair | null {
  return Object.entries(means)
    .filter(([pair]) => groupOf(pair) === group)
    .reduce<WorstPair | null>(
      (worst, [pair, mean]) => (worst === null || mean < worst.mean ? { pair, mean } : worst),
      null,
    )
}
