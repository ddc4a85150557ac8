import { parseArgs } from 'node:util'
import { alignPair } from '../core/align/align-pair'
import { seeded } from '../__tests__/support/random'
import { drawHalves, scoreHalves, tuneOnHalf } from './align/halving'
import { countTenths, sumTenths, type Tenths } from './align/reliability'
import { reliabilityTable, type ReliabilityColumn } from './align/reliability-table'
import { settingsGrid } from './align/settings-grid'
import { readTextBerg, type TextBerg } from './align/text-berg'
import { allPairs } from './damage/pairs'
import { readText, TEXT_NAMES } from './damage/read-text'
import type { Task, TaskResult } from './damage/run-task'
import { runTasks } from './run-tasks'
import { summary } from './damage/summary'
import { scoreBeads, type Score } from './score-beads'

/*
 * How good an alignment is, and how far its confidence can be believed: `npm run bench:align -- [--seeds 2]`. Strict and lax scores on Text+Berg's German–French
 * development set, beside the project where it is present; what settings chosen on half of it reach on the other half; a reliability table of that set and of the
 * texts that bench:damage damages, in all pairs, as many seeds as are asked for (0: undamaged only).
 */

const HALVINGS = 10

const show = (value: number) => value.toFixed(3)

const signed = (value: number) => (value < 0 ? '−' : '+') + show(Math.abs(value))

function readSeeds(): number {
  const { values } = parseArgs({ options: { seeds: { type: 'string', default: '2' } } })
  const seeds = Number(values.seeds)
  if (!Number.isInteger(seeds) || seeds < 0) throw new Error(`--seeds wants a whole number: ${values.seeds}`)
  return seeds
}

/** Prints the scores of the set and gives its counts by confidence. */
function reportScores({ left, right, gold }: TextBerg): Tenths {
  const start = performance.now()
  const beads = alignPair(left, right)
  const time = performance.now() - start
  const { strict, lax } = scoreBeads(gold, beads)
  const line = (name: string, { precision, recall, f1 }: Score) =>
    `${name.padEnd(27)}${show(precision)}   ${show(recall)}  ${show(f1)}`
  console.log('Text+Berg dev, de–fr   precision  recall  F1')
  console.log(line('strict', strict))
  console.log(line('lax', lax))
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(`${left.length} / ${right.length} lines: ${Math.round(time)} ms, ${memory} MB`)
  return countTenths(gold, beads)
}

function reportHalvings({ left, right, gold }: TextBerg): void {
  const grid = settingsGrid()
  const alignments = grid.map(({ settings }) => alignPair(left, right, { settings }))
  const drawn = Array.from({ length: HALVINGS }, (_, k) => drawHalves(gold.length, seeded(k + 1)))
  console.log(
    `\n${HALVINGS} random halvings of the ${gold.length} gold beads: the best of ${grid.length} settings on half A, strict F1 on either half`,
  )
  const line = (head: string, chosen: string, figures: readonly string[]) =>
    head.padEnd(9) + chosen.padEnd(20) + figures.map((text) => text.padStart(8)).join('')
  console.log(line('halving', 'chosen on A', ['A', 'B', 'A − B', '|A − B|']))
  const figures = (rows: readonly (readonly [number, number])[]) => {
    const mean = (value: (a: number, b: number) => number) => summary(rows.map(([a, b]) => value(a, b))).mean
    return [
      show(mean((a) => a)),
      show(mean((_, b) => b)),
      signed(mean((a, b) => a - b)),
      show(mean((a, b) => Math.abs(a - b))),
    ]
  }
  const results = drawn.map((halves) => tuneOnHalf(gold, halves, alignments))
  results.forEach(({ chosen, tuned, held }, k) =>
    console.log(line(String(k + 1), grid[chosen]!.name, figures([[tuned, held]]))),
  )
  console.log(line('mean', '', figures(results.map(({ tuned, held }) => [tuned, held]))))
  console.log(
    line(
      'mean',
      'in use, none chosen',
      figures(drawn.map((halves) => scoreHalves(gold, halves, alignments[0]!))),
    ),
  )
}

/** Counts by confidence of the texts at hand, undamaged and with all damage together. */
async function countTexts(seeds: number): Promise<readonly ReliabilityColumn[]> {
  const texts = TEXT_NAMES.filter((text) => readText(text) !== null)
  const task = { pairs: allPairs(), both: false, grid: false }
  const tasks = texts.flatMap((text): readonly Task[] => [
    { ...task, text, kind: 'clean', seed: 1 },
    ...Array.from({ length: seeds }, (_, k): Task => ({ ...task, text, kind: 'all', seed: k + 1 })),
  ])
  const results = await runTasks<Task, TaskResult>('bench/damage/worker.ts', tasks, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} `)
  })
  const counts = (kind: string, text: string) => {
    const own = results.filter((_, k) => tasks[k]!.kind === kind && tasks[k]!.text === text)
    return own.length === 0 ? null : sumTenths(own.map(({ tenths }) => tenths))
  }
  return ['clean', 'all'].flatMap((kind) =>
    texts.map((text) => ({
      name: `${text}, ${kind === 'all' ? 'dam.' : kind}`,
      tenths: counts(kind, text),
    })),
  )
}

async function main(): Promise<void> {
  const seeds = readSeeds()
  const set = readTextBerg()
  if (set === null) console.log('Text+Berg is not at hand')
  const ownTenths = set === null ? null : reportScores(set)
  if (set !== null) reportHalvings(set)
  console.log(
    `\nHow much of what is given a confidence is right (strict; only what has both sides): Text+Berg and, in all 15 pairs, texts clean and with all damage together (${seeds === 1 ? 'one seed' : `${seeds} seeds`})`,
  )
  const columns = [{ name: 'Text+Berg dev', tenths: ownTenths }, ...(await countTexts(seeds))]
  for (const line of reliabilityTable(columns)) console.log(line)
  console.log(
    'beads: how many; given: their mean confidence; right: the share that is; error: the mean distance of these two, weighed by beads',
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
