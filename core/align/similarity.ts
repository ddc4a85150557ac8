/** Vectors of the units of a side, each of length one (or nought), one behind another: unit i's is `values.subarray(i × size, (i + 1) × size)`. */
export interface UnitVectors {
  readonly size: number
  readonly values: Float32Array
}

/** How alike (cosine, −1 to 1) units are: `strangers` and their `deviation`, and those that belong together. */
export interface SimilarityModel {
  readonly strangers: number
  readonly deviation: number
  readonly together: number
}

/** Units of either side that are laid against each other to see how alike strangers and the most alike are. */
const SAMPLE = 200

/** Vectors of one text are never all as alike as this, and a model that says so has learned nothing. */
const LEAST_DEVIATION = 0.05

/** Sure beads that a pair's own value is mixed with. */
const PRIOR_BEADS = 20

/** The most that vectors may say for or against a bead, in nats: as much as a printed label. */
const MOST = 9

/**
 * Packs vectors, one a unit, as they come from a model of sentences; each is brought to length one. Throws RangeError where they are not one a unit, or of
 * different sizes, or hold something that is no number.
 */
export function packVectors(vectors: readonly Float32Array[], units: number): UnitVectors {
  const size = vectors[0]?.length ?? 0
  if (vectors.length !== units) throw new RangeError(`${vectors.length} vectors for ${units} units`)
  const values = new Float32Array(size * units)
  vectors.forEach((vector, unit) => {
    if (vector.length !== size)
      throw new RangeError(`A vector of ${vector.length} numbers among vectors of ${size}`)
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
    if (!Number.isFinite(norm)) throw new RangeError(`The vector of unit ${unit} holds what is no number`)
    if (norm > 0)
      values.set(
        vector.map((value) => value / norm),
        unit * size,
      )
  })
  return { size, values }
}

/** The vectors of some units. */
export function selectVectors({ size, values }: UnitVectors, units: readonly number[]): UnitVectors {
  const picked = new Float32Array(units.length * size)
  units.forEach((unit, k) => picked.set(values.subarray(unit * size, (unit + 1) * size), k * size))
  return { size, values: picked }
}

/** The product of two units' vectors: the cosine, since they are of length one. */
export function dotOf(left: UnitVectors, i: number, right: UnitVectors, j: number): number {
  const { size } = left
  const [a, b] = [i * size, j * size]
  let sum = 0
  for (let k = 0; k < size; k += 1) sum += left.values[a + k]! * right.values[b + k]!
  return sum
}

/** The lengths of the sums of the last 1…most vectors before each position: `norms[(position − from) × most + units − 1]`. */
export function sumNorms(
  { size, values }: UnitVectors,
  from: number,
  to: number,
  most: number,
): Float64Array {
  const norms = new Float64Array((to - from + 1) * most)
  const sum = new Float64Array(size)
  for (let position = from + 1; position <= to; position += 1) {
    sum.fill(0)
    for (let units = 1; units <= Math.min(most, position - from); units += 1) {
      const at = (position - units) * size
      let square = 0
      for (let k = 0; k < size; k += 1) {
        sum[k]! += values[at + k]!
        square += sum[k]! * sum[k]!
      }
      norms[(position - from) * most + units - 1] = Math.sqrt(square)
    }
  }
  return norms
}

/** Before anything is aligned: strangers are all of a sample laid against all of another, what belongs together the most alike of each. */
export function startSimilarity(left: UnitVectors, right: UnitVectors): SimilarityModel {
  const pick = ({ size, values }: UnitVectors) => {
    const count = size === 0 ? 0 : values.length / size
    const step = Math.max(1, count / SAMPLE)
    return Array.from({ length: Math.min(count, SAMPLE) }, (_, k) => Math.floor(k * step))
  }
  const [lefts, rights] = [pick(left), pick(right)]
  let sum = 0
  let squares = 0
  let best = 0
  for (const i of lefts) {
    let most = -1
    for (const j of rights) {
      const cosine = dotOf(left, i, right, j)
      sum += cosine
      squares += cosine * cosine
      if (cosine > most) most = cosine
    }
    best += most
  }
  const count = Math.max(1, lefts.length * rights.length)
  const strangers = sum / count
  return {
    strangers,
    deviation: Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / count - strangers ** 2))),
    together: Math.max(strangers, best / Math.max(1, lefts.length)),
  }
}

/** The same with what units that surely belong together are like, from their cosines. */
export function learnSimilarity(before: SimilarityModel, cosines: readonly number[]): SimilarityModel {
  const sum = cosines.reduce((all, cosine) => all + cosine, before.together * PRIOR_BEADS)
  return { ...before, together: Math.max(before.strangers, sum / (cosines.length + PRIOR_BEADS)) }
}

/** What a cosine says for two sides being each other's translation, in nats: two normal distributions of one deviation. */
export function similarityScore({ strangers, deviation, together }: SimilarityModel, cosine: number): number {
  const score = ((together - strangers) * (cosine - (together + strangers) / 2)) / deviation ** 2
  return Math.max(-MOST, Math.min(MOST, score))
}
