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
