import type { Lexicon } from '../../core/model'
import { writeOutput } from '../write-output'
import type { BatchOptions, Taught } from './make-tasks'
import type { PackedLessons } from './pack-lessons'
import type { ListedPair, ListLine } from './read-list'
import { hashOf, writeRecord } from './result-record'
import { startPool, type WorkerStart } from './start-pool'
import { startProgress, type ProgressStream } from './start-progress'

/** What a batch needs of its surroundings. */
export interface BatchSurroundings {
  /** A file that runs `work` in a worker thread, and what it needs to know besides the options, which it gets as `options`. */
  readonly file: string
  readonly entry: string | null
  /** Worker threads at most. */
  readonly workers: number
  readonly stderr: ProgressStream
  /** Aborted where the batch is to end early: what is being written is finished, nothing more is begun. */
  readonly signal: AbortSignal
}

/** A line that is not bad so far. */
interface GoodLine {
  readonly number: number
  readonly pair: ListedPair
  readonly current: boolean
  readonly units: number
}

/**
 * Aligns every pair of a list in worker threads with one lexicon learned over the whole list, and writes each output whole or not at all. Three steps: all
 * pairs are looked at; where an output is missing or out of date, all pairs teach; then those outputs are made. Tells of every bad line in one line
 * on stderr, in order within a step; true where there was none.
 */
export async function runBatch(
  list: string,
  lines: readonly ListLine[],
  options: BatchOptions,
  surroundings: BatchSurroundings,
): Promise<boolean> {
  const { file, entry, workers, signal } = surroundings
  const start: WorkerStart = { file, data: { entry, options } }
  const pool = startPool(start, Math.max(1, Math.min(workers, lines.length)))
  const progress = startProgress(surroundings.stderr)
  const what = `${options.unit}s`
  let fine = true

  /** Does something for each line at once and gives what came of those that succeeded, in order; the others are told of. */
  const forEach = async <Line extends { readonly number: number }, Result>(
    some: readonly Line[],
    act: (line: Line) => Promise<Result>,
  ): Promise<readonly Result[]> => {
    const failures: string[] = []
    const results = await Promise.all(
      some.map(async (line, k) => {
        try {
          return [await act(line)]
        } catch (error) {
          failures[k] =
            `concordance: ${list}:${line.number}: ${error instanceof Error ? error.message : String(error)}`
          return []
        }
      }),
    )
    // What an interruption cut short is no fault of its line.
    if (signal.aborted) return []
    if (failures.length > 0) fine = false
    progress.tell(failures.filter((line) => line !== undefined))
    return results.flat()
  }

  const look = async (): Promise<readonly GoodLine[]> => {
    progress.begin('Reading', lines.length, 'pairs')
    return forEach(lines, async (line) => {
      if ('reason' in line) throw new Error(line.reason)
      const { number, pair } = line
      const good = { number, pair, ...(await pool.run('look', pair)) }
      progress.add(1)
      return good
    })
  }

  const learn = async (good: readonly GoodLine[]): Promise<readonly GoodLine[]> => {
    progress.begin('Learning', count(good), what)
    const taught = await forEach(good, async (line) => {
      const lesson = await pool.run('teach', line.pair)
      progress.add(line.units)
      return { ...line, lesson }
    })
    const lexicon: Record<string, Lexicon[string]> = {}
    const learned = new Map(
      [...byLanguages(taught.map(({ lesson }) => lesson))].map(([key, lessons]) => [
        key,
        pool.run('learn', lessons).then((pairs) => void (lexicon[key] = pairs)),
      ]),
    )
    const ready = await forEach(taught, async (line) => {
      await learned.get(line.lesson.key)
      return line
    })
    pool.share(lexicon)
    return ready
  }

  const make = async (good: readonly GoodLine[]): Promise<void> => {
    const done = good.filter(({ current }) => current)
    progress.begin('Aligning', count(good), what)
    progress.add(count(done))
    await forEach(
      good.filter(({ current }) => !current),
      async ({ pair, units }) => {
        const made = await pool.run('align', pair)
        if (signal.aborted) return
        await writeOutput(made.data, pair.out)
        await writeRecord(options.root, pair.out, {
          fingerprint: made.fingerprint,
          output: hashOf(made.data),
          units: made.units,
        })
        progress.add(units)
      },
    )
  }

  const onAbort = () => void pool.stop()
  signal.addEventListener('abort', onAbort)
  try {
    let good = await look()
    if (!signal.aborted && good.some(({ current }) => !current)) good = await learn(good)
    if (!signal.aborted) await make(good)
    return fine
  } finally {
    signal.removeEventListener('abort', onAbort)
    await pool.stop()
    progress.end()
  }
}

/** Lessons by pair of languages, in the order of the list whatever the order in which they came. */
function byLanguages(taught: readonly Taught[]): ReadonlyMap<string, readonly PackedLessons[]> {
  const groups = new Map<string, PackedLessons[]>()
  for (const { key, lessons } of taught) {
    const group = groups.get(key) ?? []
    group.push(lessons)
    groups.set(key, group)
  }
  return groups
}

function count(lines: readonly GoodLine[]): number {
  return lines.reduce((sum, { units }) => sum + units, 0)
}
