import { NOTHING, type Associations, type Rendering } from './association-model'
import { linkChances } from './forward-backward'
import { nearDiagonal } from './learn-associations'

/** Two words that answer each other, by their places in their texts, with how likely. */
export interface Link {
  readonly left: number
  readonly right: number
  readonly chance: number
}

/** Chance from which on a link is drawn. */
const DRAW = 0.35

/** How hard links are drawn to the diagonal where the order of words speaks too. */
const TENSION = 1

/** What a word that was never met is worth to another, at most. */
const UNSEEN = 0.3

/**
 * Links between the words of two texts, by stem: what both directions together believe, from `least` on. In order of the left words. Words that were never met can still
 * be linked, by their looks and their places.
 */
export function alignWords(
  left: readonly string[],
  right: readonly string[],
  model: Associations,
  least: number = DRAW,
): readonly Link[] {
  const chances = jointChances(left, right, model)
  return left.flatMap((_, i) =>
    right.flatMap((_word, j) => {
      const chance = chances[i * right.length + j]!
      return chance >= least ? [{ left: i, right: j, chance }] : []
    }),
  )
}

/** The chance of every link, a row a left word: the geometric mean of what the two directions say. */
export function jointChances(
  left: readonly string[],
  right: readonly string[],
  model: Associations,
): Float64Array {
  const [m, n] = [left.length, right.length]
  const forth = directed(left, right, model, false)
  const back = directed(left, right, model, true)
  const joint = new Float64Array(m * n)
  for (let i = 0; i < m; i += 1)
    for (let j = 0; j < n; j += 1) joint[i * n + j] = Math.sqrt(forth[j * m + i]! * back[i * n + j]!)
  return joint
}

function directed(
  left: readonly string[],
  right: readonly string[],
  model: Associations,
  turned: boolean,
): Float64Array {
  const rendering: Rendering = turned ? model.back : model.forth
  const [sources, targets] = turned ? [right.length, left.length] : [left.length, right.length]
  const width = model.right.words.length
  const vocabulary = turned ? model.left : model.right
  const fit = new Float64Array(sources * targets)
  const alone = new Float64Array(targets)
  for (let j = 0; j < targets; j += 1) {
    const target = vocabulary.ids.get((turned ? left : right)[j]!)
    alone[j] = target === undefined ? 1 / (vocabulary.words.length + 1) : rendering.none[target]!
    for (let i = 0; i < sources; i += 1) {
      const [one, other] = turned ? [left[j]!, right[i]!] : [left[i]!, right[j]!]
      const [a, b] = [model.left.ids.get(one), model.right.ids.get(other)]
      const id = a === undefined || b === undefined ? undefined : model.pairs.get(a * width + b)
      const chance =
        id === undefined ? (UNSEEN * model.prior(one, other)) / (10 + sources) : rendering.chances[id]!
      fit[j * sources + i] = chance * nearDiagonal(i, j, sources, targets, TENSION)
    }
  }
  return linkChances({ sources, targets, fit, alone, jumps: rendering.jumps, nothing: NOTHING })
}
