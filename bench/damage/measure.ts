import { alignVersions } from '../../core/pipeline'
import type { Alignment, Knowledge, Language, Version } from '../../core/model'
import { seeded } from '../../__tests__/support/random'
import { countTenths, sumTenths, type ConfidentBead, type Tenths } from '../align/reliability'
import { scoreBeads, type IndexBead } from '../score-beads'
import { composeGold, judged, project, type CellRow, type ComposedGold, type Sources } from './compose-gold'
import type { DamageKind } from './damage-kinds'
import { damageVersion, type Damaged } from './damage-version'
import { PAIR_ORDER, type Pair } from './pairs'

/** A text in several languages with what belongs together in it. */
export interface BenchText {
  readonly versions: Readonly<Record<Language, Version>>
  readonly gold: readonly CellRow[]
}

/** Strict F1 by pair (`fr-en`). */
export type Scores = Readonly<Record<string, number>>

type DamagedBy = Readonly<Record<Language, Damaged>>

/** What the pairs aligned alone reach, and how far the confidence of their rows can be believed, over all pairs. */
export interface PairScores {
  readonly scores: Scores
  readonly tenths: Tenths
}

/** Measures each pair aligned alone: the pivot suffers the kind's `pivot` harm, the other version `other`. */
export function measurePairs(
  text: BenchText,
  kind: DamageKind,
  seed: number,
  pairs: readonly Pair[],
  knowledge: Knowledge,
): PairScores {
  const counts: Tenths[] = []
  const scores = byPair(pairs, (pair) => {
    const [left, right] = pair
    const damaged = {
      [left]: damage(text, left, kind, 'pivot', seed),
      [right]: damage(text, right, kind, 'other', seed),
    }
    const gold = composeGold(text.gold, sourcesOf(damaged))
    const { rows, confidences } = alignDamaged(damaged, pair, knowledge)
    const beads = project(rows, left, right).map((bead, k) => ({ ...bead, confidence: confidences[k]! }))
    counts.push(countPair(gold, beads, pair))
    return scorePair(gold, rows, pair)
  })
  return { scores, tenths: sumTenths(counts) }
}

/**
 * What the grid and the pairs alone reach on the very same damaged versions. A grid that has every paragraph in one row must join what any of the six versions
 * joins, so its rows are measured against gold composed over all six (`grid`). Against the finer gold of a pair (`strictly`) even a grid without fault
 * reaches no more than `ceiling`. `aloneSix` are the pairs alone, their beads joined into rows over French and measured like `grid`: what pairs make of a grid.
 */
export interface GridScores {
  readonly grid: Scores
  readonly aloneSix: Scores
  readonly strictly: Scores
  readonly ceiling: Scores
  readonly alone: Scores
}

/** All versions damaged, each on its own (`pivot` harm for French only), aligned as one grid over French and in pairs; scored on each pair. */
export function measureGrid(
  text: BenchText,
  kind: DamageKind,
  seed: number,
  pairs: readonly Pair[],
  knowledge: Knowledge,
): GridScores {
  const pivot = PAIR_ORDER[0]!
  const damaged: DamagedBy = Object.fromEntries(
    PAIR_ORDER.map((key) => [key, damage(text, key, kind, key === pivot ? 'pivot' : 'other', seed)]),
  )
  const sources = sourcesOf(damaged)
  const six = composeGold(text.gold, sources)
  const pairGold = new Map(
    pairs.map((pair) => [
      pair,
      composeGold(text.gold, { [pair[0]]: sources[pair[0]]!, [pair[1]]: sources[pair[1]]! }),
    ]),
  )
  const grid = alignDamaged(damaged, PAIR_ORDER, knowledge).rows
  const alone = new Map(
    allOf(pairs, pivot).map((pair) => [pair.join('-'), alignDamaged(damaged, pair, knowledge).rows]),
  )
  const own = ([left, right]: Pair) => alone.get(`${left}-${right}`)!
  const joined = composeGold(
    PAIR_ORDER.slice(1).flatMap((key) => own([pivot, key])),
    identity(damaged),
  ).rows
  return {
    grid: byPair(pairs, (pair) => scorePair(six, grid, pair)),
    aloneSix: byPair(pairs, (pair) => scorePair(six, joined, pair)),
    strictly: byPair(pairs, (pair) => scorePair(pairGold.get(pair)!, grid, pair)),
    ceiling: byPair(pairs, (pair) => scorePair(pairGold.get(pair)!, six.rows, pair)),
    alone: byPair(pairs, (pair) => scorePair(pairGold.get(pair)!, own(pair), pair)),
  }
}

/** The pairs asked for and those with the pivot, each once. */
function allOf(pairs: readonly Pair[], pivot: Language): readonly Pair[] {
  const withPivot = PAIR_ORDER.filter((key) => key !== pivot).map((key): Pair => [pivot, key])
  return [...pairs.filter(([left]) => left !== pivot), ...withPivot]
}

function byPair(pairs: readonly Pair[], score: (pair: Pair) => number): Scores {
  return Object.fromEntries(pairs.map((pair) => [pair.join('-'), score(pair)]))
}

/** A version has one stream of chance for a seed, so that it is damaged alike in a pair and in the grid. */
function damage(
  text: BenchText,
  key: Language,
  kind: DamageKind,
  side: 'pivot' | 'other',
  seed: number,
): Damaged {
  const random = seeded(seed * 1009 + PAIR_ORDER.indexOf(key))
  return damageVersion(text.versions[key]!, kind, side, random)
}

function sourcesOf(damaged: DamagedBy): Readonly<Record<Language, Sources>> {
  return Object.fromEntries(Object.entries(damaged).map(([key, { sources }]) => [key, sources]))
}

/** Each unit made of itself: rows of damaged units are then composed among themselves. */
function identity(damaged: DamagedBy): Readonly<Record<Language, Sources>> {
  return Object.fromEntries(
    Object.entries(damaged).map(([key, { sources }]) => [key, sources.map((_, unit) => [unit])]),
  )
}

/** The rows found, as unit indices, and the confidence of each. */
interface FoundRows {
  readonly rows: readonly CellRow[]
  readonly confidences: readonly number[]
}

/** Aligns some of the damaged versions over the first of them. */
function alignDamaged(damaged: DamagedBy, keys: readonly Language[], knowledge: Knowledge): FoundRows {
  const versions = keys.map((key) => damaged[key]!.version)
  const { rows }: Alignment = alignVersions(versions, knowledge, keys[0])
  const at = Object.fromEntries(
    versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address }, k): [string, number] => [address, k])),
    ]),
  )
  return {
    rows: rows.map(({ cells }) =>
      Object.fromEntries(keys.map((key) => [key, cells[key]!.map((address) => at[key]!.get(address)!)])),
    ),
    confidences: rows.map(({ confidence }) => confidence),
  }
}

function scorePair(gold: ComposedGold, found: readonly CellRow[], pair: Pair): number {
  const [left, right] = pair
  const beads = judged(project(found, left, right), unknownOf(gold, pair))
  return scoreBeads(project(gold.rows, left, right), beads).strict.f1
}

function countPair(gold: ComposedGold, found: readonly ConfidentBead[], pair: Pair): Tenths {
  const unknown = unknownOf(gold, pair)
  const known = found.filter((bead) => judged([bead], unknown).length > 0)
  return countTenths(project(gold.rows, pair[0], pair[1]), known)
}

function unknownOf({ unknown }: ComposedGold, [left, right]: Pair): IndexBead {
  return { left: unknown[left] ?? [], right: unknown[right] ?? [] }
}
