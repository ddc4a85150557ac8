import { parseArgs } from 'node:util'
import { DAMAGE_KINDS, isRandom } from './damage/damage-kinds'
import type { GridScores } from './damage/measure'
import { allPairs, readPair, type Pair } from './damage/pairs'
import { readText, TEXT_NAMES, type TextName } from './damage/read-text'
import type { Task, TaskResult } from './damage/run-task'
import { runTasks } from './run-tasks'
import { groupOf, PAIR_GROUPS, summary, worstOf, type PairGroup } from './damage/summary'

/*
 * How well damaged versions are aligned: `npm run bench:damage -- [--seeds 20] [--kinds all,clean] [--texts declaration,charter] [--pairs fr-en,ar-zh] [--both]
 * [--grid]`. A seeded generator damages the Universal Declaration from its package and, where it is at hand, the Charter; gold is the undamaged gold and what
 * the generator did. Only the second version of a pair is damaged, with --both the first one too. --grid sets the grid of six against the pairs alone.
 */

interface Options {
  readonly seeds: number
  readonly kinds: readonly string[]
  readonly texts: readonly TextName[]
  readonly pairs: readonly Pair[]
  readonly both: boolean
  readonly grid: boolean
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20' },
      kinds: { type: 'string', default: Object.keys(DAMAGE_KINDS).join() },
      texts: { type: 'string', default: TEXT_NAMES.join() },
      pairs: { type: 'string' },
      both: { type: 'boolean', default: false },
      grid: { type: 'boolean', default: false },
    },
  })
  const seeds = Number(values.seeds)
  if (!Number.isInteger(seeds) || seeds < 1) throw new Error(`--seeds wants a whole number: ${values.seeds}`)
  return {
    seeds,
    kinds: values.kinds.split(',').map((name) => {
      if (!Object.hasOwn(DAMAGE_KINDS, name)) throw new Error(`No such kind: ${name}`)
      return name
    }),
    texts: values.texts.split(',').map((name) => {
      const text = TEXT_NAMES.find((own) => own === name)
      if (text === undefined) throw new Error(`No such text: ${name}`)
      return text
    }),
    pairs:
      values.pairs?.split(',').map((name) => {
        const pair = readPair(name)
        if (pair === null) throw new Error(`No such pair: ${name}`)
        return pair
      }) ?? allPairs(),
    both: values.both,
    grid: values.grid,
  }
}

/** The results of a text by kind, in the order of the seeds. */
type ByKind = ReadonlyMap<string, readonly TaskResult[]>

/** One value, such as a kind without chance has, is no mean and has no spread. */
const cell = (values: readonly number[]): string => {
  const { mean, spread } = summary(values)
  return values.length === 1 ? mean.toFixed(3) : `${mean.toFixed(3)} ±${spread.toFixed(3)}`
}

const meanOf = (values: readonly number[]): number => summary(values).mean

const HEAD = 23

const line = (head: string, cells: readonly string[]): string =>
  head.padEnd(HEAD) + cells.map((text) => text.padStart(15)).join('')

/** A line a pair and one of their means, each cell the mean over the seeds; the mean's spread is over the seeds as well. */
function printTable(names: readonly string[], columns: readonly (readonly (readonly number[])[])[]): void {
  names.forEach((name, p) =>
    console.log(
      line(
        name,
        columns.map((seeds) => cell(seeds.map((row) => row[p]!))),
      ),
    ),
  )
  console.log(
    line(
      'mean',
      columns.map((seeds) => cell(seeds.map(meanOf))),
    ),
  )
}

/** A line a group of pairs that are held to one standard: for each kind the worst pair and its mean over the seeds. */
function printGroups(names: readonly string[], kinds: readonly (readonly TaskResult[])[]): void {
  const means = kinds.map((list) =>
    Object.fromEntries(names.map((name) => [name, meanOf(list.map((result) => result.pairs[name]!))])),
  )
  const groups = PAIR_GROUPS.filter((group) => names.some((name) => groupOf(name) === group))
  const worst = (group: PairGroup) =>
    means.map((own) => {
      const { pair, mean } = worstOf(group, own)!
      return `${pair} ${mean.toFixed(3)}`
    })
  console.log('worst pair')
  for (const group of groups) console.log(line(group, worst(group)))
}

function report(text: TextName, results: ByKind, { pairs, seeds, grid }: Options): void {
  const names = pairs.map((pair) => pair.join('-'))
  const kinds = [...results.keys()]
  const over = seeds === 1 ? 'one seed' : `mean of ${seeds} seeds ± standard deviation`
  console.log(`\n${text}: strict F1, ${over}`)
  console.log(line('', kinds))
  printTable(
    names,
    [...results.values()].map((list) => list.map((result) => names.map((name) => result.pairs[name]!))),
  )
  printGroups(names, [...results.values()])
  if (!grid) return
  for (const [kind, list] of results) {
    const both = list.flatMap((result) => (result.grid === null ? [] : [result.grid]))
    const values = (score: (scores: GridScores, name: string) => number) =>
      both.map((scores) => names.map((name) => score(scores, name)))
    console.log(`\n${text}, ${kind}: the grid of six and each pair alone, on the same damaged versions`)
    console.log(
      'Against gold over all six: grid, pairs joined, difference; against the gold of each pair: grid, a perfect grid, pair alone',
    )
    console.log(line('', ['grid', 'joined', 'difference', 'grid', 'perfect', 'alone']))
    printTable(names, [
      values((scores, name) => scores.grid[name]!),
      values((scores, name) => scores.aloneSix[name]!),
      values((scores, name) => scores.grid[name]! - scores.aloneSix[name]!),
      values((scores, name) => scores.strictly[name]!),
      values((scores, name) => scores.ceiling[name]!),
      values((scores, name) => scores.alone[name]!),
    ])
  }
}

async function main(): Promise<void> {
  const options = readOptions()
  for (const text of options.texts) {
    if (readText(text) === null) {
      console.log(`${text}: its files are not at hand`)
      continue
    }
    const tasks = options.kinds.flatMap((kind) =>
      Array.from({ length: isRandom(DAMAGE_KINDS[kind]!) ? options.seeds : 1 }, (_, k): Task => {
        const { pairs, both, grid } = options
        return { text, kind, seed: k + 1, pairs, both, grid }
      }),
    )
    const results = await runTasks<Task, TaskResult>('bench/damage/worker.ts', tasks, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} `)
    })
    const byKind = options.kinds.map((kind): [string, readonly TaskResult[]] => [
      kind,
      results.filter((_, k) => tasks[k]!.kind === kind),
    ])
    report(text, new Map(byKind), options)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
