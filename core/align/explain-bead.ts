import type { Bead, Evidence } from '../model'
import type { AlignUnit } from './align-unit'
import { lengthScore } from './pair-model'
import { KEY_CLASSES } from './read-said'
import { OTHER_LABEL, SAME_LABEL } from './read-structure'
import type { Pair } from './score-rows'
import { dotOf, selectVectors, similarityScore, sumNorms, type UnitVectors } from './similarity'

const round = (value: number) => Math.round(value * 100) / 100

/**
 * The reasons for a bead, strongest first: the label both sides carry, every shared anchor, how many word beginnings, meanings and learned pairs of words they share, and the
 * length ratio against the pair's own. A gap has none.
 */
export function explainBead(
  pair: Pair,
  bead: Bead,
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
): readonly Evidence[] {
  if (bead.left.length === 0 || bead.right.length === 0) return []
  const { features, weights, model, structure } = pair
  const evidence: Evidence[] = []
  const labels = (units: readonly number[], fixed: Int32Array) => units.filter((k) => fixed[k]! >= 0)
  for (const i of labels(bead.left, structure[0].fixed)) {
    const same = bead.right.find((j) => structure[1].fixed[j] === structure[0].fixed[i])
    if (same !== undefined)
      evidence.push({
        kind: 'label',
        value: left[i]!.address,
        weight: SAME_LABEL,
      })
    else {
      const other = labels(bead.right, structure[1].fixed)[0]
      if (other !== undefined) {
        evidence.push({
          kind: 'label',
          value: `${left[i]!.address} ≠ ${right[other]!.address}`,
          weight: OTHER_LABEL,
        })
      }
    }
  }
  // Single words say little each, so they are told by their number.
  const counted = {
    words: { count: 0, weight: 0 },
    meaning: { count: 0, weight: 0 },
    learned: { count: 0, weight: 0 },
  }
  for (const key of sharedKeys(pair, bead)) {
    const kind = KEY_CLASSES[features.classes[key]!]!
    const weight = weights.shared[key]!
    if (kind === 'words' || kind === 'meaning' || kind === 'learned') {
      counted[kind].count += 1
      counted[kind].weight += weight
    } else
      evidence.push({
        kind,
        value: features.names[key]!,
        weight: round(weight),
      })
  }
  for (const kind of ['words', 'meaning', 'learned'] as const) {
    const { count, weight } = counted[kind]
    if (count > 0) evidence.push({ kind, value: String(count), weight: round(weight) })
  }
  const sum = (lengths: Float64Array, units: readonly number[]) =>
    units.reduce((all, k) => all + lengths[k]!, 0)
  const a = sum(features.left.length, bead.left)
  const b = sum(features.right.length, bead.right)
  const relative = (b + 1) / (model.ratio * a + 1)
  evidence.push({
    kind: 'length',
    value: relative.toFixed(2),
    weight: round(lengthScore(model, a, b)),
  })
  const cosine = cosineOf(pair, bead)
  if (cosine !== null && model.similarity !== null)
    evidence.push({
      kind: 'vectors',
      value: cosine.toFixed(2),
      weight: round(similarityScore(model.similarity, cosine)),
    })
  return evidence.sort((x, y) => y.weight - x.weight)
}

/** The keys that both sides of a bead hold, each once, in the order of the left side. */
function sharedKeys({ features: { left, right }, stamps }: Pair, bead: Bead): readonly number[] {
  const { marked } = stamps
  const there = stamps.last + 1
  const found = stamps.last + 2
  stamps.last += 2
  for (const j of bead.right)
    for (let k = right.start[j]!; k < right.start[j + 1]!; k += 1) marked[right.keys[k]!] = there
  const shared: number[] = []
  for (const i of bead.left) {
    for (let k = left.start[i]!; k < left.start[i + 1]!; k += 1) {
      const key = left.keys[k]!
      if (marked[key] !== there) continue
      marked[key] = found
      shared.push(key)
    }
  }
  return shared
}

/** How alike the sums of the vectors on either side are, or null where there are none. */
function cosineOf({ features: { left, right } }: Pair, bead: Bead): number | null {
  if (left.vectors === null || right.vectors === null) return null
  let product = 0
  for (const i of bead.left) for (const j of bead.right) product += dotOf(left.vectors, i, right.vectors, j)
  const norm = (vectors: UnitVectors, units: readonly number[]) =>
    sumNorms(selectVectors(vectors, units), 0, units.length, units.length).at(-1)!
  const norms = norm(left.vectors, bead.left) * norm(right.vectors, bead.right)
  return norms === 0 ? null : product / norms
}
